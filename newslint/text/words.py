"""Where the words of a text stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.text.blocks import blocks
from newslint.text.span import Span

_WORD = re.compile(r"\S+")


def spans_of_words(text: str, numbers: Iterable[int]) -> Iterator[Span]:
    """Yield where some of the words stand that white space parts.

    >>> [span.of("one  two three") for span in spans_of_words("one  two three", [1, 1, 2])]
    ['two', 'two', 'three']

    Args:
        text: the text.
        numbers: the numbers of the words, from 0, in order; the text is read only where
            there are any, and no further than the last.
    """
    wanted = iter(numbers)
    number = next(wanted, None)
    begun = start = 0
    for part in blocks(text) if number is not None else ():
        words = len(part.split())
        if number is not None and number < begun + words:
            for place, word in enumerate(_WORD.finditer(part), begun):
                while place == number:
                    yield Span(start + word.start(), start + word.end())
                    number = next(wanted, None)
        if number is None:
            return
        begun += words
        start += len(part)
