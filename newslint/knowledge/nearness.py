"""Names one edit away from another, found by what one deletion leaves of both."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

LONGEST = 60
"""How many letters a name may have: each of them leaves a word as long as the name."""


def deletions(word: str) -> tuple[str, ...]:
    """Return a word and what is left of it after each single deletion.

    Two words share one of these if one insertion, deletion, replacement or swap makes one of
    the other (symmetric deletion, Garbe 2012); the few that share one at a distance of two
    are sorted out by `one_edit_apart`. A doubled letter gives the same twice, and a word that
    is too long for a name only itself.

    >>> deletions("abb")
    ('abb', 'ab', 'ab', 'bb')
    """
    if not 0 < len(word) <= LONGEST:
        return (word,)
    return (word, *map("".join, combinations(word, len(word) - 1)))


def near_names_of(word: str, near: Mapping[str, str]) -> list[str]:
    """Return the names that one edit makes of a word.

    Args:
        word: the word.
        near: the names by their deletions, with spaces between them.
    """
    shared = " ".join([near[form] for form in set(deletions(word)) if form in near])
    return [name for name in set(shared.split()) if one_edit_apart(word, name)]


def one_edit_apart(one: str, other: str) -> bool:
    """Say whether one insertion, deletion, replacement or swap makes one word of the other.

    >>> one_edit_apart("merkle", "merkel"), one_edit_apart("kulba", "kuleba")
    (True, True)
    >>> one_edit_apart("culba", "kuleba")
    False
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (
            left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) >= 2
        )
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[1:] == shorter
