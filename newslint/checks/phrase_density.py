"""Kind `phrase-density`: many phrases that are typical of one source language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
        spared = self.min_distinct - 1
        for patterns in self.phrases.values():
            if len(patterns) < self.min_distinct:
                raise ValueError("“phrases” lists fewer patterns than “min-distinct” asks for")
        return tuple(
            _cased(item)
            for patterns in self.phrases.values()
            for item in patterns[: len(patterns) - spared]
        )

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the source, how many phrases, and which."""
        return frozenset({"source", "count", "listed"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield one match for the source with the most phrases, if they are enough."""
        found = self._set.Match(document.encoded.data) or ()
        best: tuple[str, list[Span]] = ("", [])
        for source, patterns in self._found(found).items():
            if len(patterns) >= self.min_distinct and len(patterns) > len(best[1]):
                spans = [span for pattern in patterns if (span := _first(document, pattern))]
                best = (source, sorted(spans))
        source, spans = best
        if not spans:
            return
        listed = [" ".join(span.of(document.text).split()) for span in spans]
        yield Match(
            spans[0],
            {"source": source, "count": str(len(spans)), "listed": ", ".join(listed)},
            evidence=tuple(f"“{phrase}”" for phrase in listed),
        )

    @cached_property
    def _listed(self) -> list[tuple[str, str]]:
        return [(source, item) for source, items in self.phrases.items() for item in items]

    @cached_property
    def _set(self) -> Any:  # noqa: ANN401 - the package publishes no types
        made = re2.Set.SearchSet(options())
        for _, pattern in self._listed:
            made.Add(_cased(pattern).encode())
        made.Compile()
        return made

    def _found(self, indexes: Iterable[int]) -> dict[str, list[str]]:
        """Return the patterns that were found, by their source."""
        found: dict[str, list[str]] = {source: [] for source in self.phrases}
        for index in sorted(indexes):
            source, pattern = self._listed[index]
            found[source].append(pattern)
        return found


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
