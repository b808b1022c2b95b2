"""The line that a diagnostic is about, with the span marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from newslint.document import Document
from newslint.reporters.printable import columns, printable, shown
from newslint.text.expressions import expression
from newslint.text.span import Span

_ELLIPSIS = "…"
_LINE_END = expression(r"[\r\n]")
_COMMAND = expression("#(\0*)#(\0*)\\[")
_cell_columns = lru_cache(4096)(columns)
_PLAIN = expression("[ -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027]*")
"""Characters that are shown as they are, in one column each."""


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
    text = document.text
    position = document.line_index.position(span.start)
    line_start = span.start - position.column + 1
    broken = _LINE_END.search(text, span.start, span.end)
    end = broken.start() if broken else span.end
    # A line may be many megabytes long: only what could fit is looked at.
    left = text[max(line_start, span.start - width) : span.start]
    right, *rest = _LINE_END.split(text[end : end + width], maxsplit=1)
    more = not rest and end + width < len(text)
    marked = _middle_out(_ends(text[span.start : end], width), width * 2 // 3)
    room = max(0, width - columns(marked))
    taken = min(columns(printable(right)), room // 2)
    before = _last(_cells(left), room - taken, more=line_start < span.start - width)
    after = _first(_cells(right), room - columns(before), more=more)
    return Excerpt(position.line, *_parted(before, marked, after))


def _cells(text: str) -> Sequence[str]:
    """Return what is shown of each character: of a plain text the text itself."""
    return text if _PLAIN.fullmatch(text) else [shown(character) for character in text]


def _ends(text: str, width: int) -> Sequence[str]:
    """Return the cells of a text, without most of the middle of a long one."""
    return _cells(text if len(text) <= 2 * width else text[:width] + text[-width:])


def _first(cells: Sequence[str], room: int, *, more: bool) -> str:
    """Return as many of the first cells as fit, with an ellipsis if there are more."""
    if more or _fitting(cells, room) < len(cells):
        return "".join(cells[: _fitting(cells, room - 1)]) + _ELLIPSIS
    return "".join(cells)


def _last(cells: Sequence[str], room: int, *, more: bool) -> str:
    """Return as many of the last cells as fit, with an ellipsis if there are more."""
    backwards = cells[::-1]
    if more or _fitting(backwards, room) < len(cells):
        return _ELLIPSIS + "".join(cells[len(cells) - _fitting(backwards, room - 1) :])
    return "".join(cells)


def _middle_out(cells: Sequence[str], room: int) -> str:
    """Return the cells with those in the middle left out if they do not fit."""
    if _fitting(cells, room) == len(cells):
        return "".join(cells)
    half = room // 2 - 2
    first, last = _fitting(cells, half), _fitting(cells[::-1], half)
    return f"{''.join(cells[:first])} {_ELLIPSIS} {''.join(cells[len(cells) - last :])}"


def _fitting(cells: Sequence[str], room: int) -> int:
    """Return how many of the first cells fit."""
    if isinstance(cells, str):
        return min(len(cells), max(0, room))
    return bisect_right(list(accumulate(map(_cell_columns, cells))), room)


def _parted(before: str, marked: str, after: str) -> list[str]:
    """Return the pieces of a line with what a runner's log would obey broken up across them."""
    # What is shown holds no controls, so that a zero byte parts the pieces safely.
    return _COMMAND.sub(r"# \1#\2[", f"{before}\0{marked}\0{after}").split("\0")
