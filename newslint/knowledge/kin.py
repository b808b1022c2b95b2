"""Which names must be read to know where a text names some people."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from newslint.knowledge.folding import plain
from newslint.knowledge.indexing import full_names
from newslint.knowledge.store import Knowledge

if TYPE_CHECKING:
    from newslint.knowledge.model import Person

_MOST_PEOPLE = 1024
"""For how many sets of people the names are remembered; most are the bearers of one name."""


@lru_cache(maxsize=_MOST_PEOPLE)
def telling_ends(knowledge: Knowledge, people: frozenset[str]) -> frozenset[str]:
    """Return what the names end with that tell where a text names some people.

    These are their own names. A family name alone means whoever the text names in full: so they
    are also the full names of all whose family name is that of anybody called like one of them.

    Args:
        knowledge: what is known.
        people: the ids of the people.
    """
    own = (knowledge.person(name) for name in people)
    alone = {word for person in own if person for word in _last_words(person)}
    families = {plain(bearer.family) for word in alone for bearer in _bearers(knowledge, word)}
    related = {person for family in families for person in _family(knowledge, family)}
    names = {name for person in related for name in full_names(person)}
    # What a text has as the last word may be less: a title or an initial is glued to it.
    return frozenset(alone).union(name[start:] for name in names for start in range(len(name)))


def _last_words(person: Person) -> set[str]:
    names = (*person.families, person.name, *person.names)
    return {plain(name).split()[-1] for name in names}


def _bearers(knowledge: Knowledge, word: str) -> list[Person]:
    return knowledge.named("last_words", word)


def _family(knowledge: Knowledge, family: str) -> Iterator[Person]:
    for person in _bearers(knowledge, family.rsplit(maxsplit=1)[-1]):
        if plain(person.family) == family:
            yield person
