"""The peers: how each is found, told its version, and given its work."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.own import version_of
from bench.subjects import Subject
from bench.workloads import Workload

PLACES = ("python/bin", "node/node_modules/.bin", "go/bin")
"""Where `bench/install-peers` puts executables below its directory."""

TEXTLINT_RULES = ("common-misspellings", "stop-words", "terminology", "write-good")
_JARS = "java/lib"
_VALE = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*]\nBasedOnStyles = Vale\n"
_LANGUAGETOOL = "org.languagetool.commandline.Main"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that does something alike.

    Args:
        name: what it is called.
        program: its executable.
        arguments: what comes before the paths; takes a directory for its configuration.
        statuses: the exit statuses of runs that went well.
        version: the arguments that make it say its version.
        suffixes: the suffixes of the files that it reads; empty for all.
        directories: whether it reads directories, or must be told every file.
        note: what is to be known of its settings.
    """

    name: str
    program: str
    arguments: Callable[[Path], Sequence[str]]
    statuses: frozenset[int]
    version: tuple[str, ...] = ("--version",)
    suffixes: tuple[str, ...] = ()
    directories: bool = True
    note: str = ""

    def head(self, tools: Path | None) -> list[str] | None:
        """Return how it is started, or None if it is not there.

        Args:
            tools: where `bench/install-peers` put it; the path is searched too.
        """
        places = [] if tools is None else [str(tools / place) for place in PLACES]
        found = next(filter(None, (shutil.which(self.program, path=at) for at in places)), None)
        found = found or shutil.which(self.program)
        if self.program != "java":
            return None if found is None else [found]
        jars = None if tools is None else tools / _JARS
        if found is None or jars is None or not next(jars.glob("languagetool-core*"), None):
            return None
        return [found, "-cp", f"{jars}/*", _LANGUAGETOOL]

    def why_not(self, tools: Path | None) -> str:
        """Return why it is not there, as far as `bench/install-peers` could tell."""
        reason = None if tools is None else tools / f"why-not-{self.name}.txt"
        if reason is None or not reason.is_file():
            return "it is not installed"
        return reason.read_text(encoding="utf-8").strip()

    def subject(self, head: Sequence[str], settings: Path) -> Subject:
        """Return what is measured.

        Args:
            head: how it is started.
            settings: a directory for its configuration.
        """
        start = [*head, *self.arguments(settings)]

        def command(workload: Workload) -> list[str]:
            if self.program == "java" and workload.path.is_dir():
                return [*start, "-r", str(workload.path)]
            if self.directories:
                return [*start, str(workload.path)]
            return [*start, *map(str, workload.files)]

        def reads(workload: Workload) -> bool:
            return not self.suffixes or workload.files[0].suffix in self.suffixes

        return Subject(self.name, command, reads, self.statuses)

    def version_text(self, head: Sequence[str]) -> str:
        """Return what it says its version is."""
        return version_of([*head, *self.version])


def _vale(settings: Path) -> list[str]:
    path = settings / "vale.ini"
    (settings / "styles").mkdir(exist_ok=True)
    path.write_text(_VALE, encoding="utf-8")
    return ["--config", str(path), "--output", "line", "--no-exit"]


def _textlint(settings: Path) -> list[str]:
    path = settings / "textlintrc.json"
    rules = dict.fromkeys(TEXTLINT_RULES, True)
    path.write_text(json.dumps({"rules": rules}), encoding="utf-8")
    return ["--config", str(path), "--format", "unix"]


PEERS = (
    Peer(
        "typos",
        "typos",
        lambda _: ["--isolated", "--format", "brief"],
        frozenset({0, 2}),
    ),
    Peer("codespell", "codespell", lambda _: [], frozenset({0, 65})),
    Peer(
        "proselint",
        "proselint",
        lambda _: ["check", "--output-format", "compact"],
        frozenset({0, 1}),
        version=("version",),
        suffixes=(".txt",),
    ),
    Peer(
        "write-good",
        "write-good",
        lambda _: ["--parse"],
        frozenset({0, 255}),
        suffixes=(".txt",),
        directories=False,
        note="takes no directory, is told every file",
    ),
    Peer(
        "textlint",
        "textlint",
        _textlint,
        frozenset({0, 1}),
        suffixes=(".txt",),
        note=f"rules {', '.join(TEXTLINT_RULES)}",
    ),
    Peer("Vale", "vale", _vale, frozenset({0}), note="its built-in style"),
    Peer(
        "LanguageTool",
        "java",
        lambda _: ["-l", "en-US", "-c", "utf-8"],
        frozenset({0}),
        suffixes=(".txt",),
        note="en-US, one process, Java's own settings",
    ),
)
