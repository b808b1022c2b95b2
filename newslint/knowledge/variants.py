"""The spellings of known people's names that a text can hold, told by its words alone."""

from __future__ import annotations

from collections import defaultdict

from newslint.document import Document
from newslint.knowledge.capitals import capital_words
from newslint.knowledge.folding import plain
from newslint.knowledge.sieve import Sieve, Vocabulary
from newslint.knowledge.store import Knowledge


class Variants:
    """The spellings of the family names that have several.

    Args:
        knowledge: what is known.
        vocabulary: see `Sieve`.
    """

    def __init__(self, knowledge: Knowledge, vocabulary: Vocabulary | None = None) -> None:
        index: dict[str, list[tuple[str, str]]] = knowledge.index["variants"]
        self._index = index
        self._sieve = Sieve(lambda word: plain(word) in index, vocabulary)

    def possible(self, document: Document) -> dict[str, set[str]]:
        """Return the spellings that a document can hold, by the ids of people.

        A text without the words of a spelling does not hold it.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        for word in self._sieve.caught(capital_words(document)):
            for person, spelling in self._index[plain(word)]:
                found[person].add(spelling)
        return found
