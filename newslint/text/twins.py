"""Words of a text that follow themselves."""

from __future__ import annotations

from itertools import islice
from operator import eq
from typing import cast


def words_and_twins(text: str, memo: dict[str, object]) -> tuple[list[str], bytes]:
    """Return what white space parts, and for each word whether the next one repeats it.

    Args:
        text: the text.
        memo: where the checks of one text share the work.
    """
    if "twins" not in memo:
        words = text.split()
        memo["twins"] = (words, alike(words))
    return cast("tuple[list[str], bytes]", memo["twins"])


def alike(words: list[str]) -> bytes:
    r"""Return 1 for each word that the next one repeats, else 0.

    >>> alike("the the end".split())
    b'\x01\x00'
    """
    return bytes(map(eq, words, islice(words, 1, None)))
