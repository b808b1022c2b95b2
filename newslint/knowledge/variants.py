"""The spellings of known people's names that a text can hold, told by its words alone."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from newslint.document import Document
from newslint.knowledge.capitals import capital_words
from newslint.knowledge.folding import plain
from newslint.knowledge.sieve import Sieve
from newslint.knowledge.store import Knowledge


def variants_in(document: Document, knowledge: Knowledge) -> dict[str, set[str]]:
    """Return the spellings of family names that a document can hold, by the ids of people.

    Only names with several spellings are among them; a text without these words holds none.
    """
    index: dict[str, list[tuple[str, str]]] = knowledge.index["variants"]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in _sieve(knowledge).caught(capital_words(document)):
        for person, spelling in index[plain(word)]:
            found[person].add(spelling)
    return found


@lru_cache(maxsize=4)
def _sieve(knowledge: Knowledge) -> Sieve:
    index = knowledge.index["variants"]
    return Sieve(lambda word: plain(word) in index)
