"""Where some texts stand in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.text.span import Span


def places(text: str, parts: Iterable[str], within: Span | None = None) -> list[int]:
    """Return where any of some texts stands, in order.

    One by one and without an expression: marks of which a text holds few are found ten times
    as fast as by a class of characters.

    >>> places("(a [b] c)", "()[]")
    [0, 3, 5, 8]

    Args:
        text: the text.
        parts: what to look for, such as marks.
        within: the code points to read; all by default.
    """
    start, end = (0, len(text)) if within is None else (within.start, within.end)
    return sorted(place for part in parts for place in _places(text, part, start, end))


def _places(text: str, part: str, start: int, end: int) -> Iterator[int]:
    place = text.find(part, start, end)
    while place >= 0:
        yield place
        place = text.find(part, place + 1, end)
