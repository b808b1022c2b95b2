"""`.newslint_cache`: what was found in texts that have not changed since."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from newslint.checks.registry import kinds
from newslint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from newslint.document import Document
from newslint.linter import CHECK_FAILED, Linter
from newslint.ruleset.bundled import bundled_directory, installed_packages
from newslint.ruleset.cache import stamp, stamps
from newslint.ruleset.model import REPORTED_BY_NEWSLINT, Rule
from newslint.text.span import Span

NAME = ".newslint_cache"
_FORMAT = 2
_LARGEST_SHARD = 8192
_KEPT_DAYS = 14
_SAYS_NOTHING = frozenset({"examples", "explanation", "references", "place", "lines"})

Shards = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Results:
    """What a cache used and found.

    Args:
        used: entries by shard.
        changed: the shards with new ones.
    """

    used: Shards
    changed: frozenset[str]


@dataclass(slots=True)
class ResultCache:
    """A linter that remembers; nothing is compiled as long as it does.

    Runs beside one another are safe without locks: every write replaces a whole
    shard, and what one run loses of another's is found again the next time.

    Args:
        linter: finds what is not remembered.
        directory: where the shards are kept.
        linted: how many characters were linted, because nothing was remembered.
    """

    linter: Linter
    directory: Path
    linted: int = 0
    _digest: str = ""
    _shards: Shards = field(default_factory=dict)
    _used: Shards = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._digest = _digest(self.linter)

    @property
    def proven(self) -> bool:
        """Whether these rules were compiled before, so that none of them can be wrong."""
        return next(self.directory.glob(f"{self._digest}-*.json"), None) is not None

    def lint(self, document: Document) -> list[Diagnostic]:
        """Return the diagnostics of a document; see `Linter.lint`.

        Raises:
            RuleError: if a rule cannot be used.
        """
        return self.lint_all([document])[0]

    def lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        """Return the diagnostics of some documents; see `Linter.lint_all`.

        Raises:
            RuleError: if a rule cannot be used.
        """
        keys = [_key(item, self.linter.scopes.applying(item)) for item in documents]
        found = [self._remembered(key) for key in keys]
        new = [number for number, known in enumerate(found) if known is None]
        for number, diagnostics in zip(new, self._linted([documents[n] for n in new]), strict=True):
            self._remember(keys[number], diagnostics)
            found[number] = diagnostics
        return [diagnostics or [] for diagnostics in found]

    def _linted(self, documents: list[Document]) -> list[list[Diagnostic]]:
        # Where all is known, nothing is loaded that could find more.
        if not documents:
            return []
        self.linted += sum(len(document.text) for document in documents)
        self.linter.expect(self.linted)
        return self.linter.lint_all(documents)

    def _remembered(self, key: str) -> list[Diagnostic] | None:
        kept = self._shard(key[0]).get(key)
        if kept is None:
            return None
        # A damaged entry is no error: the text is linted anew.
        with suppress(IndexError, KeyError, TypeError, ValueError):
            found = [_diagnostic(item) for item in kept]
            self._used.setdefault(key[0], {})[key] = kept
            return found
        return None

    def _remember(self, key: str, found: list[Diagnostic]) -> None:
        if all(item.code != CHECK_FAILED for item in found):
            self._used.setdefault(key[0], {})[key] = [_plain(item) for item in found]
            self._changed.add(key[0])

    def aside(self) -> ResultCache:
        """Return one that remembers the same, and keeps what it finds by itself."""
        other = copy(self)
        other._used, other._changed = {}, set()  # noqa: SLF001 - it is of this class
        return other

    def taken(self) -> Results:
        """Return what was used and found since the last time that this was asked."""
        results = Results(self._used, frozenset(self._changed))
        self._used, self._changed = {}, set()
        return results

    def add(self, results: Results) -> None:
        """Remember what another process used and found."""
        for name, entries in results.used.items():
            self._used.setdefault(name, {}).update(entries)
        self._changed |= results.changed

    def save(self) -> None:
        """Write what is new; a directory that cannot be written costs time and nothing else."""
        if not self._changed or self.directory.is_symlink():
            return
        with suppress(OSError):
            self.directory.mkdir(parents=True, exist_ok=True)
            ignore = self.directory / ".gitignore"
            if not ignore.exists():
                _write(ignore, "*\n")
            for name in sorted(self._changed):
                merged = {**_read(self._path(name)), **self._used[name]}
                if len(merged) > _LARGEST_SHARD:
                    merged = self._used[name]
                _write(self._path(name), json.dumps(merged))
            _forget_old(self.directory)
        self._changed.clear()

    def _shard(self, name: str) -> dict[str, Any]:
        if name not in self._shards:
            linked = self.directory.is_symlink()
            self._shards[name] = {} if linked else _read(self._path(name))
        return self._shards[name]

    def _path(self, name: str) -> Path:
        return self.directory / f"{self._digest}-{name}.json"


def clean(directory: Path) -> int:
    """Delete what is kept in a cache directory, and the directory if nothing else is there.

    Args:
        directory: the cache directory.

    Returns:
        How many files were deleted.

    Raises:
        OSError: if a file cannot be deleted.
    """
    shards = list(_shards(directory))
    for path in shards:
        path.unlink(missing_ok=True)
    if shards:
        (directory / ".gitignore").unlink(missing_ok=True)
        with suppress(OSError):
            directory.rmdir()
    return len(shards)


def _shards(directory: Path) -> Iterator[Path]:
    return directory.glob("[0-9a-f]*-[0-9a-f].json")


def _forget_old(directory: Path) -> None:
    """Delete the shards of rules and versions that have not run for long."""
    for path in _shards(directory):
        if time.time() - path.stat().st_mtime > _KEPT_DAYS * 86400:
            path.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        # A damaged or missing shard is no error: its texts are linted anew.
        return {}
    return content if isinstance(content, dict) else {}


def _write(path: Path, content: str) -> None:
    import secrets  # noqa: PLC0415 - a run that finds nothing new writes nothing

    temporary = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    try:
        temporary.write_text(content, encoding="utf-8")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _key(document: Document, applying: tuple[int, ...]) -> str:
    """Return a name for all that a check can see of a document."""
    record = document.record
    known = repr(
        (
            *(document.path, record and (record.line, record.id), document.field),
            *(document.date, document.language, document.title, document.url, document.source),
            *(document.source_text, document.roles, applying),
        )
    )
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass"))
    digest.update(b"\0" + known.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:40]


def _digest(linter: Linter) -> str:
    """Return a name for rules, configuration, knowledge and the code that reads them."""
    package = Path(__file__).parent
    context = linter.context
    parts = [
        # Not as they are written: whether a rule was parsed or kept, it is the same rule.
        *(str(_FORMAT), _decisive(linter.rules), repr(linter.scopes)),
        *(context.house, *sorted(context.accepted)),
        *stamps(package, ".py"),
        *stamps(bundled_directory() / "knowledge"),
        *(stamp(path) for path in context.knowledge_files),
    ]
    own = {*kinds(), REPORTED_BY_NEWSLINT}
    if any(rule.kind not in own for rule in linter.rules):
        parts += installed_packages()
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _decisive(rules: Iterable[Rule]) -> str:
    """Return all of some rules that decides what they find and say."""
    names = [item.name for item in fields(Rule) if item.name not in _SAYS_NOTHING]
    values = ([getattr(rule, name) for name in names] for rule in rules)
    # A set has another order in every run.
    return repr([[sorted(v) if isinstance(v, frozenset) else v for v in row] for row in values])


def _plain(item: Diagnostic) -> list[Any]:
    fix = item.fix and [
        item.fix.title,
        item.fix.applicability.value,
        [[edit.span.start, edit.span.end, edit.replacement] for edit in item.fix.edits],
    ]
    span = item.span
    head = [item.code, item.name, item.severity.value, item.message, span.start, span.end]
    return [*head, item.text, list(item.evidence), fix]


def _diagnostic(plain: list[Any]) -> Diagnostic:
    code, name, severity, message, start, end, text, evidence, fix = plain
    return Diagnostic(
        *(code, name, Severity(severity), message, Span(start, end), text, tuple(evidence)),
        fix=None if fix is None else _fix(*fix),
    )


def _fix(title: str, applicability: str, edits: list[tuple[int, int, str]]) -> Fix:
    made = tuple(Edit(Span(start, end), replacement) for start, end, replacement in edits)
    return Fix(title, Applicability(applicability), made)
