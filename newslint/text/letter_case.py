"""Which characters are one letter, small or capital."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

_CASED = 0x1F000
"""The code point from which on no character is small or capital."""


def alike(character: str) -> list[str]:
    """Return the characters that differ from one in being small or capital only.

    >>> alike("д")
    ['Д', 'д', 'ᲁ']
    """
    lower, upper = _by_case()
    return sorted({character, *lower[character.lower()], *upper[character.upper()]})


@lru_cache(maxsize=1)
def _by_case() -> tuple[defaultdict[str, list[str]], defaultdict[str, list[str]]]:
    """Return all characters by their small letters, and by their capitals."""
    lower: defaultdict[str, list[str]] = defaultdict(list)
    upper: defaultdict[str, list[str]] = defaultdict(list)
    for character in map(chr, range(_CASED)):
        if character.lower() != character.upper():
            lower[character.lower()].append(character)
            upper[character.upper()].append(character)
    return lower, upper
