"""Parsed rules kept between runs, because parsing YAML costs more than a short run."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from newslint.diagnostics import Applicability, Severity
from newslint.ruleset.loader import rule_files
from newslint.ruleset.model import Example, FixTemplate, Marked, Rule

FORMAT = 1


def cache_directory() -> Path:
    """Return where newslint keeps what it can make again.

    `NEWSLINT_CACHE_DIR`, else the platform's own place for caches.
    """
    if chosen := os.environ.get("NEWSLINT_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "newslint"


@dataclass(frozen=True, slots=True)
class Cache:
    """The parsed rules of one set of directories.

    Args:
        path: the file that holds them.
    """

    path: Path

    @classmethod
    def for_rules(cls, roots: Iterable[Path], stamps: Iterable[str]) -> Cache:
        """Return the cache of some directories.

        Args:
            roots: the directories of rule files.
            stamps: whatever else the rules depend on.
        """
        parts = [str(FORMAT), *(str(root.resolve()) for root in roots), *stamps]
        for root in roots:
            parts += [_stamp(path) for path in rule_files(root)]
        key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]
        return cls(cache_directory() / f"rules-{key}.json")

    def read(self) -> tuple[Rule, ...] | None:
        """Return the rules, or None if there are none or a plug-in's file has changed."""
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
            if any(_stamp(Path(path)) != stamp for path, stamp in content["files"].items()):
                return None
            return tuple(_rule(item) for item in content["rules"])
        except (OSError, ValueError, KeyError, TypeError):
            # A damaged or missing cache is no error: the rules are parsed anew.
            return None

    def write(self, rules: Iterable[Rule], files: Iterable[Path]) -> None:
        """Keep rules with the state of the files they were read from."""
        content = {
            "files": {str(path): _stamp(path) for path in files},
            "rules": [_plain(rule) for rule in rules],
        }
        temporary = self.path.with_suffix(f".{os.getpid()}.tmp")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            temporary.replace(self.path)
        except OSError:
            # A read-only home costs time at the next start and nothing else.
            with suppress(OSError):
                temporary.unlink()


def _stamp(path: Path) -> str:
    state = path.stat()
    return f"{path.name} {state.st_size} {state.st_mtime_ns}"


def _plain(rule: Rule) -> dict[str, Any]:
    plain = asdict(rule)
    plain["languages"] = sorted(rule.languages)
    return plain


def _rule(plain: dict[str, Any]) -> Rule:
    fix = plain["fix"]
    if fix is not None:
        applicability = Applicability(fix["applicability"])
        fix = FixTemplate(applicability, fix["title"], fix["replace"], fix["delete"])
    examples = tuple(
        Example(**{**item, "at": tuple(Marked(**marked) for marked in item["at"])})
        for item in plain["examples"]
    )
    return Rule(
        **{
            **plain,
            "severity": Severity(plain["severity"]),
            "languages": frozenset(plain["languages"]),
            "references": tuple(plain["references"]),
            "fix": fix,
            "examples": examples,
        }
    )
