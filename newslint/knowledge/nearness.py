"""Names one edit away from another, found by what one deletion leaves of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator


def deletions(word: str) -> Iterator[str]:
    """Yield a word and what is left of it after each single deletion.

    >>> list(deletions("abc"))
    ['abc', 'bc', 'ac', 'ab']
    """
    yield word
    for place in range(len(word)):
        if place == 0 or word[place] != word[place - 1]:
            yield word[:place] + word[place + 1 :]


class NearIndex:
    """Words that can be looked up by a neighbour.

    Two words share a deletion form if one insertion, deletion, replacement or
    swap makes one of the other (symmetric deletion, Garbe 2012); the few pairs
    that share one at a distance of two are sorted out by the distance itself.

    Args:
        words: the words to find.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._index: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            for form in deletions(word):
                self._index[form].add(word)

    def near(self, word: str) -> set[str]:
        """Return the other words at a distance of one edit."""
        found: set[str] = set()
        for form in deletions(word):
            found |= self._index.get(form, set())
        found.discard(word)
        return {other for other in found if one_edit_apart(word, other)}


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
