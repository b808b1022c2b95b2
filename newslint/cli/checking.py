"""Inputs to parts of the report: the work of a run that processes can share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.linter import Linter
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.placing import placed
from newslint.screening import Decided, Screening
from newslint.sources.base import Container, Fields, Found, Input, Loaded
from newslint.sources.discovery import format_of

if TYPE_CHECKING:
    from newslint.cache import ResultCache, Results
    from newslint.fixer import Screen

    ScreenOf = Callable[[Container], Screen]

Read = tuple[Input, Container]

_TOGETHER = 256 << 10
"""How many characters are linted together; more gain nothing and only take memory."""


class Outcome(NamedTuple):
    """What came of some inputs, as plain data.

    Args:
        parts: the parts of the report.
        summary: the counts.
        decided: what the screening went by.
        results: what the cache should know.
    """

    parts: list[str]
    summary: Summary
    decided: Decided
    results: Results | None


@dataclass(slots=True, eq=False, repr=False)
class Checker:
    """Reads, lints, screens and reports one input after the other.

    Args:
        linter: the rules.
        reporter: the format of the report.
        screening: what of all that was found is reported.
        fields: which fields of records hold what.
        type: the format of every input; None to go by names.
        cache: what was found in texts that have not changed; None to find it all anew.
        summary: the counts.
    """

    linter: Linter
    reporter: Reporter
    screening: Screening
    fields: Fields = field(default_factory=Fields)
    type: str | None = None
    cache: ResultCache | None = None
    summary: Summary = field(default_factory=Summary)
    _linted: int = 0

    @property
    def linted(self) -> int:
        """How many characters were linted, and not found in the cache."""
        return self._linted + (0 if self.cache is None else self.cache.linted)

    def containers(self, source: Input) -> Iterable[Container]:
        """Return the containers of an input."""
        return format_of(source, self.type).read(source, self.fields)

    def read(self, sources: Iterable[Input]) -> Iterator[Read]:
        """Yield the containers of some inputs, one input after the other."""
        for source in sources:
            for container in self.containers(source):
                yield source, container

    def found(self, read: Iterable[Read], screen_of: ScreenOf) -> Iterator[Found]:
        """Yield what remains to be reported, container by container.

        Args:
            read: inputs, each with one of its containers.
            screen_of: says what of a container remains.
        """
        for group in _groups(read):
            # What comes from standard input is no file that anybody reads twice.
            cache = None if group[0].source.path is None else self.cache
            lint_all = self._lint_all if cache is None else cache.lint_all
            loaded = [one for item in group for one in item.loaded]
            found = zip(loaded, lint_all([one.document for one in loaded]), strict=True)
            for item in group:
                container = item.container
                yield screen_of(container)(container.text, list(islice(found, len(item.loaded))))

    def report(self, found: Found) -> Iterator[str]:
        """Count what was found, and yield the parts of the report about it."""
        self.count(found)
        for loaded, diagnostics in found:
            yield from self.reporter.render(*placed(loaded.document, diagnostics))

    def count(self, found: Found) -> None:
        """Count what was found."""
        for loaded, diagnostics in found:
            self.summary.add(diagnostics, documents=int(loaded.counted))

    def steps(self, sources: Iterable[Input]) -> Iterator[Iterable[str]]:
        """Yield the parts of the report about some inputs, container by container."""
        yield from map(self.report, self.found(self.read(sources), self.screening.of))

    def aside(self) -> Checker:
        """Return one that does the same, and counts and remembers by itself."""
        cache = None if self.cache is None else self.cache.aside()
        return replace(self, summary=Summary(), screening=self.screening.aside(), cache=cache)

    def outcome(self, sources: Sequence[Input]) -> Outcome:
        """Return what comes of some inputs, as if they were the only ones."""
        # What was counted and used when this last failed is forgotten.
        self.summary = Summary()
        self.screening.taken()
        if self.cache is not None:
            self.cache.taken()
        parts = list(chain.from_iterable(self.steps(sources)))
        results = None if self.cache is None else self.cache.taken()
        return Outcome(parts, self.summary, self.screening.taken(), results)

    def accept(self, outcome: Outcome) -> list[str] | None:
        """Count an outcome in and return its parts; None if it would be another one here."""
        if not self.screening.accept(outcome.decided):
            return None
        self.summary.include(outcome.summary)
        if self.cache is not None and outcome.results is not None:
            self.cache.add(outcome.results)
        return outcome.parts

    def _lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        self._linted += sum(len(document.text) for document in documents)
        self.linter.expect(self._linted)
        return self.linter.lint_all(documents)


class _Item(NamedTuple):
    """A container with its input and its documents."""

    source: Input
    container: Container
    loaded: list[Loaded]


def _groups(read: Iterable[Read]) -> Iterator[list[_Item]]:
    """Yield the containers that are linted together; one that comes from a pipe waits for none."""
    group: list[_Item] = []
    size = 0
    for source, container in read:
        if group and (source.path is None or size + len(container.text) > _TOGETHER):
            yield group
            group, size = [], 0
        group.append(_Item(source, container, list(container.documents())))
        size += len(container.text)
    if group:
        yield group
