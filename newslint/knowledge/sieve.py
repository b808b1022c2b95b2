"""Which words of a text concern a check, asked once for every word of a run."""

from __future__ import annotations

from collections.abc import Callable

_MOST_WORDS = 200_000
"""How many words are remembered before all are forgotten; news has some 15,000 in 4 MB."""


class Sieve:
    """A question about one word alone, whose answers are remembered from text to text.

    The words of most texts were met before, so that two set operations tell
    whether a text holds any word that a check must look at.

    Args:
        concerns: whether a check must look at texts that hold a word; what it says of a
            word may depend on nothing else.
    """

    def __init__(self, concerns: Callable[[str], bool]) -> None:
        self._concerns = concerns
        self._met: set[str] = set()
        self._caught: set[str] = set()

    def caught(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words that concern the check.

        >>> sorted(Sieve(str.isupper).caught(frozenset({"NATO", "Nato", "UN"})))
        ['NATO', 'UN']

        Args:
            words: the words of a text.
        """
        unmet = words - self._met
        if unmet:
            if len(self._met) > _MOST_WORDS:
                self._met.clear()
                self._caught.clear()
                unmet = words
            self._caught.update(filter(self._concerns, unmet))
            self._met |= unmet
        return words & self._caught
