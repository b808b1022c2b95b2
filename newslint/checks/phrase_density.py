"""Kind `phrase-density`: many phrases that are typical of one source language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import re2

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.regex import alternatives, compiled, options
from newslint.text.span import Span

_EDGES = " .,!?\r\n"


@parameters
class PhraseDensity:
    """Several different phrases that are typical of texts from one source language.

    Each phrase alone is good English; the text is reported once, at the first one,
    where enough different ones come together.

    Args:
        phrases: for each source, patterns, the commonest last; what one finds counts once.
        min_distinct: how many of them it takes.
    """

    phrases: Mapping[str, tuple[str, ...]]
    min_distinct: int = 3

    def triggers(self) -> Triggers:
        """Return the patterns without the last ones, which are too few to make a match."""
        if any(len(patterns) < self.min_distinct for patterns in self.phrases.values()):
            raise ValueError("“phrases” lists fewer patterns than “min-distinct” asks for")
        return tuple(_cased(pattern) for _, pattern in self._telling)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the source, how many phrases, and which."""
        return frozenset({"source", "count", "listed"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield one match for the source with the most phrases, if they are enough."""
        telling = set(self._set.Match(document.encoded.data) or ())
        return self.find_triggered(document, telling)

    def find_triggered(self, document: Document, numbers: Collection[int]) -> Iterator[Match]:
        """Yield what `find` does in a text that holds none but some of the triggers."""
        told: defaultdict[str, list[str]] = defaultdict(list)
        for source, pattern in map(self._telling.__getitem__, sorted(numbers)):
            told[source].append(pattern)
        best: tuple[str, list[Span]] = ("", [])
        for source, patterns in self.phrases.items():
            if source in told:
                possible = [*patterns[self._kept(patterns) :], *told[source]]
                spans = _firsts(document, possible, max(self.min_distinct, len(best[1]) + 1))
                best = (source, sorted(spans)) if spans else best
        source, spans = best
        if not spans:
            return
        listed = [" ".join(span.of(document.text).split()) for span in spans]
        yield Match(
            spans[0],
            {"source": source, "count": str(len(spans)), "listed": ", ".join(listed)},
            evidence=tuple(f"“{phrase}”" for phrase in listed),
        )

    def _kept(self, patterns: tuple[str, ...]) -> int:
        """Return how many patterns of a source are triggers: all but the last ones."""
        return len(patterns) - self.min_distinct + 1

    @cached_property
    def _telling(self) -> list[tuple[str, str]]:
        """The triggers, each with its source."""
        return [
            (source, pattern)
            for source, patterns in self.phrases.items()
            for pattern in patterns[: self._kept(patterns)]
        ]

    @cached_property
    def _set(self) -> Any:  # noqa: ANN401 - the package publishes no types
        made = re2.Set.SearchSet(options())
        for _, pattern in self._telling:
            made.Add(_cased(pattern).encode())
        made.Compile()
        return made


def _firsts(document: Document, patterns: Sequence[str], least: int) -> list[Span]:
    """Return the first place of each pattern that is found, or none where they are too few."""
    found: list[Span] = []
    for tried, pattern in enumerate(patterns):
        if len(found) + len(patterns) - tried < least:
            return []
        if span := _first(document, pattern):
            found.append(span)
    return found if len(found) >= least else []


def _first(document: Document, pattern: str) -> Span | None:
    """Return the first place of a phrase, without the stop or line end that it begins with."""
    match = compiled(_cased(pattern)).search(document.encoded.data)
    if match is None:
        return None
    span = document.encoded.span(*match.span())
    found = span.of(document.text)
    start = span.start + len(found) - len(found.lstrip(_EDGES))
    return Span(start, max(start + 1, span.end - len(found) + len(found.rstrip(_EDGES))))


def _cased(pattern: str) -> str:
    return alternatives([pattern], ignore_case=True)


CHECK = PhraseDensity
