"""The word that something stands in."""

from __future__ import annotations

from newslint.text.span import Span

_LONGEST = 60
_MARKS = " \t\r\n\u00a0.,;:!?…()[]{}“”‘’„«»\"'"


def word_around(text: str, span: Span) -> str:
    """Return a span together with the rest of the words it begins and ends in, marks stripped.

    Args:
        text: the text.
        span: code points of it.

    >>> word_around("An “eBay” seller", Span(5, 5))
    'eBay'
    """
    start, end = span.start, span.end
    lowest, highest = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > lowest and not text[start - 1].isspace():
        start -= 1
    while end < highest and not text[end].isspace():
        end += 1
    return text[start:end].strip(_MARKS)
