"""The line that a diagnostic is about, with the span marked."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.document import Document
from newslint.reporters.printable import columns, printable
from newslint.text.span import Span

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a line in three pieces, made fit to be shown.

    Args:
        number: 1-based number of the line.
        before: what stands before the span.
        marked: what the span covers on this line.
        after: what stands after it.
    """

    number: int
    before: str
    marked: str
    after: str

    def underline(self, mark: str = "^") -> str:
        """Return the spaces and marks that go below the line."""
        return " " * columns(self.before) + mark * max(1, columns(self.marked))


def excerpt(document: Document, span: Span, width: int) -> Excerpt:
    """Return the first line of a span, cut to fit.

    Args:
        document: the document.
        span: code points of its text.
        width: columns that the line may take.
    """
    position = document.line_index.position(span.start)
    line = document.line_index.line(position.line)
    start = min(position.column - 1, len(line))
    end = min(start + len(span), len(line))
    marked = printable(line[start:end])
    if len(marked) > width * 2 // 3:
        half = width // 3 - 1
        marked = f"{marked[:half]} {_ELLIPSIS} {marked[-half:]}"
    room = max(0, width - len(marked))
    left = min(start, max(room // 2, room - (len(line) - end)))
    before = printable(line[start - left : start])
    after = printable(line[end : end + room - left])
    return Excerpt(
        number=position.line,
        before=(_ELLIPSIS + before[1:]) if left < start and before else before,
        marked=marked,
        after=(after[:-1] + _ELLIPSIS) if end + room - left < len(line) and after else after,
    )
