"""`newslint-ignore.yaml`: what is left as it is in texts that can carry no comment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.sources.base import Note
from newslint.sources.naming import seen_from
from newslint.suppression.entries import Entry, PlacedEntry, normal, read_entries
from newslint.suppression.selectors import Judge, fits
from newslint.text.derived import Edit

_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Use:
    """What came of the entries of a file.

    Args:
        met: those about a text that was read.
        used: those that suppressed a diagnostic.
    """

    met: frozenset[Entry]
    used: frozenset[Entry]


@dataclass(slots=True)
class Sidecar:
    """The entries of one file, and which of them were at work.

    Args:
        path: the file.
        text: its content.
        entries: its entries.
        today: the day that `until` is compared with.
    """

    path: Path
    text: str
    entries: list[PlacedEntry]
    today: dt.date
    _used: set[Entry] = field(default_factory=set)
    _met: set[Entry] = field(default_factory=set)
    _by_path: dict[str | None, list[Entry]] = field(default_factory=dict)
    _by_glob: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        for placed in self.entries:
            entry = placed.entry
            if entry.path is not None and _GLOB.intersection(entry.path):
                self._by_glob.append(entry)
            else:
                self._by_path.setdefault(entry.path, []).append(entry)

    def about(self, document: Document) -> list[Entry]:
        """Return the entries that are about a document, and remember that it was read.

        Args:
            document: the document; its path stands below the file's directory.
        """
        path = seen_from(self.path.parent, document.path or "-")
        named = [*self._by_path.get(path, ()), *self._by_path.get(None, ())]
        globbed = [entry for entry in self._by_glob if fnmatchcase(path, entry.path or "")]
        record = None if document.record is None else document.record.id
        met = [one for one in (*named, *globbed) if one.record is None or one.record == record]
        self._met.update(met)
        return [entry for entry in met if not self._expired(entry)]

    def suppress(
        self, entries: Sequence[Entry], diagnostic: Diagnostic, document: Document
    ) -> bool:
        """Say whether entries about its document suppress a diagnostic, and remember which.

        Args:
            entries: what `about` returned.
            diagnostic: the diagnostic.
            document: its document.
        """
        if not entries:
            return False
        # The rules may have seen it with its residue repaired; people see it as it stands.
        texts = {normal(diagnostic.text), normal(diagnostic.span.of(document.text))}
        found = [
            entry
            for entry in entries
            if fits(entry.code, diagnostic) and (entry.text is None or normal(entry.text) in texts)
        ]
        self._used.update(found)
        return bool(found)

    def taken(self) -> Use:
        """Return which entries were met and at work, and forget it."""
        use = Use(frozenset(self._met), frozenset(self._used))
        self._met.clear()
        self._used.clear()
        return use

    def add(self, use: Use) -> None:
        """Remember which entries were met and at work in another process."""
        self._met |= use.met
        self._used |= use.used

    def notes(self, text: str, judge: Judge) -> Iterator[tuple[Note, tuple[Edit, ...]]]:
        """Yield what is to be said about the entries, with the edits that take them out.

        An entry is judged only if a text that it is about was read, or none can be.

        Args:
            text: the file's content, perhaps with entries taken out already.
            judge: tells which entries without effect are superfluous.
        """
        for placed in read_entries(text, str(self.path)):
            entry = placed.entry
            if self._expired(entry):
                values = {"until": str(entry.until), "code": entry.code}
                yield Note("NWL004", values, placed.span), placed.removal
            elif entry not in self._used and self._judged(entry) and judge.superfluous(entry.code):
                values = {"what": f"the entry for {entry.code}", "effect": "suppresses nothing"}
                yield Note("NWL002", values, placed.span), placed.removal

    def _expired(self, entry: Entry) -> bool:
        return entry.until is not None and entry.until < self.today

    def _judged(self, entry: Entry) -> bool:
        if entry in self._met:
            return True
        named = entry.path is not None and not _GLOB.intersection(entry.path)
        return named and not (self.path.parent / str(entry.path)).exists()


def read_sidecar(path: Path, today: dt.date) -> Sidecar:
    """Read a file of entries.

    Raises:
        RuleError: if it holds no valid entries.
        OSError: if it cannot be read.
        UnicodeDecodeError: if it is no UTF-8.
    """
    # Read as bytes: the line ends have to stay what they are.
    text = path.read_bytes().decode("utf-8")
    return Sidecar(path, text, list(read_entries(text, str(path))), today)
