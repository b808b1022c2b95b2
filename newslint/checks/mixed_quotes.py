"""Kind `mixed-quotes`: straight and curly quotation marks in one text."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.span import Span

# What must not stand before the mark is asked for behind it: the engine can skip to the mark.
_STRAIGHT = expression(r'"(?<![\d=″′]")')
_CURLY = "“”"


@parameters
class MixedQuotes:
    """Straight and curly double quotation marks in one text, reported once.

    Args:
        at_least: how many marks of the rarer style there must be.
    """

    at_least: int = 2

    def triggers(self) -> Triggers:
        """Return the marks in both orders."""
        return ("[“”]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: how many marks of each style there are."""
        return frozenset({"curly", "straight"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the first mark of the rarer style."""
        text = document.text
        if '"' not in text:
            return
        curly, straight = sum(map(text.count, _CURLY)), len(_STRAIGHT.findall(text))
        if min(straight, curly) < self.at_least:
            return
        if curly < straight:
            first = min(place for place in map(text.find, _CURLY) if place >= 0)
        else:
            first = next(_STRAIGHT.finditer(text)).start()
        counts = {"curly": str(curly), "straight": str(straight)}
        yield Match(Span(first, first + 1), counts)


CHECK = MixedQuotes
