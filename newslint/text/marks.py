"""Quotation marks and brackets left alone, and the conventions that leave them so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from newslint.text.expressions import expression
from newslint.text.span import Span

_REACH = 12
_SHORT = 12
_STOPS = frozenset(".!?…")
_LEADING = expression(r"[\s\[(‘'—–…-]*")
_CUT_SHORT = expression(r"(?:\.\.\.|…|[\w,;–—-])[\])>»]*$")


class Lone(NamedTuple):
    """A mark without its partner in its own paragraph.

    Args:
        paragraph: number of the paragraph.
        offset: code point of the mark in the text.
        opening: whether it opens.
    """

    paragraph: int
    offset: int
    opening: bool


Place = Literal["anywhere", "start", "end", "within"]
"""Where a lone mark stands: opening its paragraph, closing a sentence, or neither."""


def stands(text: str, paragraphs: Sequence[Span], lone: Lone, place: Place) -> bool:
    """Say whether a lone mark stands in a place.

    >>> stands("He left.”", [Span(0, 9)], Lone(0, 8, False), "end")
    True
    """
    if place == "anywhere":
        return True
    if lone.opening and paragraphs[lone.paragraph].start == lone.offset:
        return place == "start"
    if not lone.opening and text[lone.offset - 1 : lone.offset] in _STOPS:
        return place == "end"
    return place == "within"


def balanced(text: str, opening: str, closing: str) -> bool:
    r"""Say whether every opening mark is closed in its own line, without nesting.

    The quick look that spares a sound text the slow one.

    >>> balanced("He “left”.\nShe “came”.", "“", "”"), balanced("“He\nleft”", "“", "”")
    (True, False)
    """
    done = 0
    while True:
        start, end = text.find(opening, done), text.find(closing, done)
        if start < 0 or end <= start:
            return start == end < 0
        if text.find(opening, start + 1, end) >= 0 or text.find("\n", start, end) >= 0:
            return False
        done = end + 1


def unsettled(
    text: str, paragraphs: Sequence[Span], alone: Sequence[Lone], opening_marks: str
) -> Iterator[Lone]:
    r"""Yield the lone marks that no convention explains.

    A quotation may run on: over paragraphs that each open it again, or to a closing
    mark some paragraphs on. A text that was cut short leaves its last one open.

    Args:
        text: the whole text.
        paragraphs: its paragraphs.
        alone: the lone marks of one kind, in order.
        opening_marks: the marks with which a paragraph may open the quotation again.

    >>> text = "“One.\n\n“Two.”\n\n“Three.\n\nFour."
    >>> spans = [Span(0, 5), Span(7, 13), Span(15, 22), Span(24, 29)]
    >>> [mark.offset for mark in unsettled(text, spans, [Lone(0, 0, True), Lone(2, 15, True)], "“")]
    [15]
    """
    closed_later: set[int] = set()

    @lru_cache(maxsize=1)
    def explained(paragraph: int) -> bool:
        again = _opened_again(text, paragraphs, paragraph, opening_marks)
        return again or _cut_short(text, paragraphs, paragraph)

    for number, mark in enumerate(alone):
        following = alone[number + 1] if number + 1 < len(alone) else None
        if mark.offset in closed_later:
            continue
        if mark.opening:
            if following and _closed_by(text, mark, following):
                closed_later.add(following.offset)
                continue
            if explained(mark.paragraph):
                continue
        yield mark


def _closed_by(text: str, mark: Lone, following: Lone) -> bool:
    """Say whether a mark some paragraphs on closes a quotation, with none in between."""
    if following.opening or not 0 < following.paragraph - mark.paragraph <= _REACH:
        return False
    between = text[mark.offset + 1 : following.offset]
    return text[mark.offset] not in between and text[following.offset] not in between


def _opened_again(text: str, paragraphs: Sequence[Span], number: int, marks: str) -> bool:
    """Say whether the next paragraph opens the quotation again, a subheading aside."""
    for following in paragraphs[number + 1 : number + 3]:
        start = _LEADING.match(text, following.start, following.end)
        place = start.end() if start else following.start
        if text[place : place + 1] in marks and place < following.end:
            return True
        part = following.of(text)
        if len(part.split()) > _SHORT or part.endswith((".", "!", "?", "”", '"')):
            return False
    return False


def _cut_short(text: str, paragraphs: Sequence[Span], number: int) -> bool:
    """Say whether a paragraph breaks off: with an ellipsis, or the text's last without a stop."""
    end = text[max(paragraphs[number].start, paragraphs[number].end - 8) : paragraphs[number].end]
    if end.endswith(("...", "…", "…]", "...]")):
        return True
    return number == len(paragraphs) - 1 and bool(_CUT_SHORT.search(end))
