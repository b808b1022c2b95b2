"""Which pairs of words of a text concern a check, asked once for every pair of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection

_MOST_KEYS = 500_000
"""How many keys are kept before all are forgotten (50 MB): the deletions of some 55,000 names,
as many as 25 MB of news has. A text that alone has more is not looked at."""

_CROWD = 100
"""How many words may share a key with its first, so that no text takes quadratic time; in 4 MB
of news up to 6 do. A text where more do is not looked at."""


class PairSieve:
    """A question about two words that share a key, whose answers are remembered.

    The words of most texts were met before, so that two set operations tell whether a text
    holds any pair that a check must look at.

    Args:
        keys: what a word is found by; nothing for a word that is in no pair.
        concerns: whether a check must look at texts that hold two words that share a key,
            whichever comes first; what it says may depend on nothing else.
    """

    def __init__(
        self, keys: Callable[[str], Collection[str]], concerns: Callable[[str, str], bool]
    ) -> None:
        self._keys = keys
        self._concerns = concerns
        self._met: set[str] = set()
        self._first: dict[str, str] = {}
        self._others: defaultdict[str, list[str]] = defaultdict(list)
        self._beside: defaultdict[str, set[str]] = defaultdict(set)
        self._paired: set[str] = set()

    def caught(self, words: frozenset[str]) -> list[tuple[str, str]]:
        """Return the pairs that concern the check, each in both orders, sorted.

        >>> sieve = PairSieve(lambda word: {word.lower()}, lambda one, other: True)
        >>> sieve.caught(frozenset({"Nato", "UN", "NATO"}))
        [('NATO', 'Nato'), ('Nato', 'NATO')]

        Args:
            words: the words of a text.
        """
        # What was met before may be all that is too much.
        if not words <= self._met and not (self._learn(words) or self._learn(words)):
            return []
        paired = words & self._paired
        return sorted((one, other) for one in paired for other in self._beside[one] & paired)

    def _learn(self, words: frozenset[str]) -> bool:
        """Meet the words of a text; forget all and return False where they are too many."""
        if len(words) > _MOST_KEYS:
            return False
        for word in words - self._met:
            if not self._meet(word, self._keys(word)):
                self._forget()
                return False
        self._met |= words
        return True

    def _meet(self, word: str, keys: Collection[str]) -> bool:
        first = self._first
        shared = {key: met for key in keys if (met := first.setdefault(key, word)) != word}
        alike: set[str] = set()
        for key, met in shared.items():
            others = self._others[key]
            alike.update((met, *others))
            others.append(word)
            if len(others) > _CROWD:
                return False
        for other in alike:
            if self._concerns(word, other):
                self._beside[word].add(other)
                self._beside[other].add(word)
                self._paired |= {word, other}
        return len(first) <= _MOST_KEYS

    def _forget(self) -> None:
        for kept in (self._met, self._first, self._others, self._beside, self._paired):
            kept.clear()
