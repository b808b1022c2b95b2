"""The spellings of known people's names that a text can hold, told by its words alone."""

from __future__ import annotations

import re
from collections import defaultdict

from newslint.document import Document
from newslint.knowledge.capitals import capital_words
from newslint.knowledge.folding import plain
from newslint.knowledge.listed import listed_ids
from newslint.knowledge.sieve import Sieve, Vocabulary
from newslint.knowledge.store import Knowledge
from newslint.text.expressions import expression


class Variants:
    """The spellings of the family names that have several.

    Args:
        knowledge: what is known.
        vocabulary: see `Sieve`.
    """

    def __init__(self, knowledge: Knowledge, vocabulary: Vocabulary | None = None) -> None:
        index: dict[str, list[tuple[str, str]]] = knowledge.index["variants"]
        self._index = index
        words = frozenset(knowledge.index["variant words"].split("\n"))
        self._sieve = Sieve(
            lambda names: (word for word, name in names.items() if name in words), vocabulary
        )

    def possible(self, document: Document) -> dict[str, set[str]]:
        """Return the spellings that a document can hold, by the ids of people.

        A text without the words of a spelling does not hold it.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        for word in self._sieve.caught(capital_words(document)):
            for person, spelling in self._index[plain(word)]:
                found[person].add(spelling)
        return found


def telling_variants(knowledge: Knowledge) -> list[str]:
    """Return RE2 patterns of which one is found wherever two spellings of a person are.

    Either is another than the one whose word is the commonest, or the person is a listed name,
    whose other spellings are names in full.
    """
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for word, spelt in knowledge.index["variants"].items():
        for person, spelling in spelt:
            found[person][spelling].add(word)
    told: set[str] = set()
    for person, words in found.items():
        common = max(sorted(words), key=lambda item: _commonness(words[item], knowledge))
        listed = person in listed_ids(knowledge)
        told.update(*(own for spelling, own in words.items() if listed or spelling != common))
    return [*BEYOND_ASCII, *(_written(word) for word in sorted(told) if _LETTERS.match(word))]


_LETTERS = expression(r"[a-z][a-z0-9_'-]*$")
BEYOND_ASCII = (
    r"[\x{aa}-\x{be}]",
    r"[\x{c0}-\x{1fff}]",
    r"[\x{2070}-\x{209f}]",
    r"[\x{20d0}-\x{10ffff}]",
)
"""All letters and figures beyond ASCII: which stand for those of a name is another question."""

_SHORT = 4
"""Up to how many letters of a word stand in many that are longer."""


def _commonness(words: set[str], knowledge: Knowledge) -> float:
    return max(map(knowledge.words.zipf, words))


def _written(word: str) -> str:
    """Return a pattern that matches a capitalised word of ASCII letters, given in small ones."""
    rest = re.escape(word[1:]).replace("'", "['’]")
    written = word[0].upper() + (f"(?i:{rest})" if rest else "")
    return rf"\b{written}\b" if len(word) <= _SHORT and word.isalnum() else written
