"""`newslint-baseline.json`: diagnostics that were there before, kept by content."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.diagnostics import Diagnostic, fingerprint
from newslint.document import Document
from newslint.sources.base import Found
from newslint.sources.naming import absolute, seen_from

NAME = "newslint-baseline.json"
_VERSION = 1
_SHOWN = 80
_HEAD = f'{{"version": {_VERSION}, "diagnostics": [\n'
_TAIL = "]}\n"


class BaselineError(ValueError):
    """A baseline that cannot be used; the message names the file and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a diagnostic is known by, wherever in its text it stands.

    Args:
        path: the file, seen from the directory of the baseline.
        record: the id of the record; empty for a file, and where it has none.
        code: the rule.
        text: the text that it marks, white space as one space, cut where it is long.
        fingerprint: what the marked text and its surroundings come to.
    """

    path: str
    record: str
    code: str
    text: str
    fingerprint: str

    @property
    def loose(self) -> tuple[str, str, str, str]:
        """The key without the surroundings."""
        return self.path, self.record, self.code, self.text


@dataclass(frozen=True, slots=True)
class Spent:
    """What some texts used up of a baseline.

    Args:
        counts: how often each diagnostic was found.
        read: the files that were read.
    """

    counts: Counter[Key]
    read: frozenset[str]


@dataclass(slots=True)
class Baseline:
    """Diagnostics that are neither reported nor fixed.

    Args:
        path: the file.
        counts: how often each is expected.
    """

    path: Path
    counts: Counter[Key] = field(default_factory=Counter)
    _left: Counter[Key] = field(default_factory=Counter)
    _loose: dict[tuple[str, str, str, str], list[Key]] = field(default_factory=dict)
    _read: set[str] = field(default_factory=set)
    _spent: Counter[Key] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._left = self.counts.copy()
        for key in sorted(self.counts):
            self._loose.setdefault(key.loose, []).append(key)

    def aside(self) -> Baseline:
        """Return the baseline as it was before anything was used up."""
        return Baseline(self.path, self.counts)

    def screened(self, found: Found, taken: Counter[Key]) -> Found:
        """Return what was found without what the baseline holds.

        A diagnostic finds its entry by its text and what stands around it; where
        that was edited, by its text alone, as often as the entry counts.

        Args:
            found: the documents of a container with their diagnostics.
            taken: what the last call for this container took; it is given back first.
        """
        for key, count in taken.items():
            self._left[key] += count
            self._spent[key] -= count
        taken.clear()
        remaining: list[tuple[Document, list[tuple[Key, Diagnostic]]]] = []
        for loaded, diagnostics in found:
            document = loaded.document
            self._read.add(self._relative(document.path))
            keys = [(self._key(document, item), item) for item in diagnostics]
            remaining.append(
                (document, [(key, item) for key, item in keys if not self._take(key, taken)])
            )
        return [
            (loaded, [item for key, item in rest if not self._take_loosely(key, document, taken)])
            for (loaded, _), (document, rest) in zip(found, remaining, strict=True)
        ]

    def taken(self) -> Spent:
        """Return what was used up since the last time that this was asked, and give it back."""
        spent = Spent(+self._spent, frozenset(self._read))
        for key, count in spent.counts.items():
            self._left[key] += count
        self._spent.clear()
        self._read.clear()
        return spent

    def accept(self, spent: Spent) -> bool:
        """Use up what another process used up of a baseline that was at least as full.

        Returns:
            Whether there is enough left, so that the same would have been used up here;
            else nothing is.
        """
        if any(self._left[key] < count for key, count in spent.counts.items()):
            return False
        for key, count in spent.counts.items():
            self._left[key] -= count
        self._read |= spent.read
        return True

    def count(self, found: Found) -> Iterator[Key]:
        """Yield the keys of what was found."""
        for loaded, diagnostics in found:
            for item in diagnostics:
                yield self._key(loaded.document, item)

    def stale(self, codes: Iterable[str]) -> Counter[Key]:
        """Return what was expected and not found, of texts that were read or are gone.

        Args:
            codes: the rules that ran.
        """
        running = frozenset(codes)
        return Counter(
            {
                key: count
                for key, count in self._left.items()
                if count > 0 and key.code in running and self._judged(key.path)
            }
        )

    def _judged(self, path: str) -> bool:
        return path in self._read or not (self.path.parent / path).exists()

    def _take(self, key: Key, taken: Counter[Key]) -> bool:
        if self._left[key] <= 0:
            return False
        self._left[key] -= 1
        self._spent[key] += 1
        taken[key] += 1
        return True

    def _take_loosely(self, key: Key, document: Document, taken: Counter[Key]) -> bool:
        if document.record is not None and not key.record:
            return False  # which of the nameless records it was cannot be told
        return any(self._take(other, taken) for other in self._loose.get(key.loose, ()))

    def _key(self, document: Document, item: Diagnostic) -> Key:
        record = "" if document.record is None else document.record.id or ""
        text = " ".join(item.text.split())[:_SHOWN]
        name = fingerprint(item, document.text, record)
        return Key(
            self._relative(document.path), _writable(record), item.code, _writable(text), name
        )

    def _relative(self, name: str | None) -> str:
        return _writable(seen_from(absolute(str(self.path)).parent, name or "-"))


def _writable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineError: if it cannot be read or is none.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        counts = Counter({_key(entry): int(entry["count"]) for entry in content["diagnostics"]})
    except OSError as error:
        reason = error.strerror or error
        raise BaselineError(
            f"{path}: the baseline cannot be read: {reason}; `newslint baseline write` makes one."
        ) from error
    except (KeyError, TypeError, ValueError) as error:
        raise BaselineError(
            f"{path}: this is no baseline ({error}); take it from the last commit, or make it"
            " anew with `newslint baseline write`."
        ) from error
    return Baseline(path, counts)


def _key(entry: dict[str, Any]) -> Key:
    names = ("path", "record", "code", "text", "fingerprint")
    return Key(*(str(entry[name]) for name in names))


def baseline_text(counts: Counter[Key]) -> str:
    """Return the content of a baseline: sorted, one entry a line.

    Args:
        counts: how often each diagnostic is there.
    """
    lines = [
        json.dumps(
            {
                "path": key.path,
                "record": key.record,
                "code": key.code,
                "text": key.text,
                "fingerprint": key.fingerprint,
                "count": counts[key],
            },
            ensure_ascii=False,
        )
        for key in sorted(counts)
        if counts[key] > 0
    ]
    return (
        _HEAD
        + "".join(f"{line},\n" for line in lines[:-1])
        + "".join(f"{line}\n" for line in lines[-1:])
        + _TAIL
    )
