"""Kind `headline-in-body`: the headline again, as a line among the paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text import segments
from newslint.text.span import Span


@parameters
class HeadlineInBody:
    """The headline again, as a line of its own among the paragraphs.

    Args:
        min_words: how many words the headline must have.
        beyond: how many lines after the headline are left alone, where a page may repeat it.
    """

    min_words: int = 4
    beyond: int = 4

    def triggers(self) -> Triggers:
        """Return None: any text can hold its headline twice."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: none."""
        return frozenset()

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the lines that repeat the headline, in order."""
        text = document.text
        first = segments.headline(text)
        headline = first.of(text) if first else (document.title or "").strip()
        if not headline or headline.count(" ") + 1 < self.min_words:
            return
        place = text.find(headline, first.end if first else 0)
        while place >= 0:
            span = Span(place, place + len(headline))
            number = bisect_right(document.lines.starts, place) - 1
            if number > self.beyond and document.lines[number] == span:
                yield Match(span)
            place = text.find(headline, span.end)


CHECK = HeadlineInBody
