"""Where the words of a text stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    if number is None:
        return
    for place, word in enumerate(_WORD.finditer(text)):
        while place == number:
            yield Span(*word.span())
            number = next(wanted, None)
        if number is None:
            return
