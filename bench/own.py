"""newslint as it is measured: every rule on, and what it remembers kept in one place."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.subjects import Subject

NO_CACHE = "newslint --no-cache"
FIRST_RUN = "newslint, first run with a cache"
SECOND_RUN = "newslint, second run"

_VERSION = re.compile(r"\d+(?:\.\d+)+")
_OUTPUT = ("--exit-zero", "--format", "concise")


@dataclass(frozen=True, slots=True)
class Newslint:
    """The newslint that is measured.

    Args:
        executable: its command.
        directory: where its configurations and its caches are kept.
    """

    executable: Path
    directory: Path

    @property
    def environment(self) -> dict[str, str]:
        """Where compiled rules are kept: away from the user's own."""
        return {"NEWSLINT_CACHE_DIR": str(self.directory / "compiled")}

    @property
    def results(self) -> Path:
        """Where results are kept between runs."""
        return self.directory / "results"

    def configured(self, name: str, settings: Mapping[str, Any] | None = None) -> Path:
        """Write a configuration with every rule on.

        Args:
            name: what it is called.
            settings: further keys.
        """
        path = self.directory / name / "newslint.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {"select": ["ALL"], "cache-dir": str(self.results), **(settings or {})}
        # JSON is YAML, and needs no package.
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def subject(self, name: str, configuration: Path, *options: str) -> Subject:
        """Return a subject of one configuration.

        Args:
            name: what it is called in tables.
            configuration: the configuration file.
            options: further options of `newslint check`.
        """
        head = [str(self.executable), "check", *_OUTPUT, "--config", str(configuration), *options]
        return Subject(
            name,
            lambda workload: [*head, str(workload.path)],
            statuses=frozenset({0}),
            environment=self.environment,
            patient=True,
        )

    def modes(self) -> list[Subject]:
        """Return newslint without results kept, keeping them, and having kept them.

        The last two belong together: the one leaves what the other finds.
        """
        configuration = self.configured("every-rule")
        first = self.subject(FIRST_RUN, configuration)
        return [
            self.subject(NO_CACHE, configuration, "--no-cache"),
            replace(first, before=lambda: shutil.rmtree(self.results, ignore_errors=True)),
            self.subject(SECOND_RUN, configuration),
        ]

    def version(self) -> str:
        """Return what it says its version is."""
        return version_of([str(self.executable), "--version"], {**os.environ, **self.environment})


def found_newslint(named: Path | None, directory: Path) -> Newslint:
    """Return newslint: the one that is named, else beside this interpreter, else on the path.

    Args:
        named: its executable.
        directory: where its configurations and its caches are kept.

    Raises:
        FileNotFoundError: if there is none.
    """
    beside = Path(sys.executable).with_name("newslint")
    found = named or (beside if beside.is_file() else shutil.which("newslint"))
    if found is None or not Path(found).is_file():
        raise FileNotFoundError("newslint is not installed here; name it with --newslint.")
    return Newslint(Path(found).absolute(), directory)


def version_of(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Return the version in what a command says of it, or its first line.

    Args:
        command: what is run.
        environment: all of its variables; None for those of this process.
    """
    done = subprocess.run(  # noqa: S603 - the commands are this folder's own
        command, capture_output=True, text=True, check=False, env=environment
    )
    said = done.stdout or done.stderr
    found = _VERSION.search(said)
    return found[0] if found else said.partition("\n")[0].strip() or "unknown"
