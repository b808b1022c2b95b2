"""Which words are names that nobody knows: neither a word of the language nor a place."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from newslint.knowledge.store import Knowledge
from newslint.knowledge.words import COMMON


class Unknown:
    """The question which words, small behind their first letter, are no words and no places.

    Args:
        knowledge: what is known.
        accepted: names that are right, in small letters without accents.
        max_zipf: how common a word may be to be none (Zipf frequency).
        shortest: how many letters a word has at least, with its accents or without.
    """

    def __init__(
        self, knowledge: Knowledge, accepted: Collection[str], max_zipf: float, shortest: int
    ) -> None:
        self._knowledge = knowledge
        self._accepted = accepted
        self._max_zipf = max_zipf
        self._shortest = shortest

    def __call__(self, names: Mapping[str, str]) -> list[str]:
        """Return the words, of which also the plain names are given, that are unknown."""
        knowledge, shortest, limit = self._knowledge, self._shortest, self._max_zipf
        places, zipf = knowledge.place_names, knowledge.words.zipf
        common = knowledge.common.among(len(names)) if limit <= COMMON else ()
        return [
            word
            for word, name in names.items()
            if name not in common
            and (len(name) >= shortest or len(word) >= shortest)
            and word[1:].islower()
            and zipf(name) <= limit
            and name not in self._accepted
            and name not in places
        ]
