"""Words kept by their first letters: a text asks for a few of them, and for no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


def by_letters(words: Iterable[str], count: int = 1) -> dict[str, str]:
    """Return words by their first letters, as lines, to be kept.

    Args:
        words: the words, without line breaks.
        count: how many letters they are kept by.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        found[word[:count]].append(word)
    return {letters: "\n".join(lines) for letters, lines in found.items()}


class Lettered(dict[str, frozenset[str]]):
    """Sets of words by their first letters, each made when it is first asked for.

    >>> sets = Lettered(by_letters(["kyiv", "kherson", "lviv"]))
    >>> sorted(sets["k"]), sets["m"]
    (['kherson', 'kyiv'], frozenset())

    Args:
        kept: what `by_letters` returned.
    """

    def __init__(self, kept: Mapping[str, str]) -> None:
        super().__init__()
        self._kept = kept

    def __missing__(self, letters: str) -> frozenset[str]:
        lines = self._kept.get(letters)
        if lines is None:
            return frozenset()
        found = self[letters] = frozenset(lines.split("\n"))
        return found
