"""A long text in parts, so that what is made of it is never held whole."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text.expressions import expression
from newslint.text.span import Span

_SIZE = 1 << 16
_SPACE = expression(r"\s")


def blocks(text: str, size: int = _SIZE, within: Span | None = None) -> Iterator[str]:
    """Yield a text in parts that end before white space, so that every word stands in one.

    >>> list(blocks("He left. She came.", 5))
    ['He left.', ' She came.']

    Args:
        text: the text; a short one is its only part.
        size: how many code points a part has at the least, the last one aside.
        within: the code points to yield; all by default.
    """
    start, end = (0, len(text)) if within is None else (within.start, within.end)
    while end - start > size and (space := _SPACE.search(text, start + size, end)):
        yield text[start : space.start()]
        start = space.start()
    yield text[start:end]
