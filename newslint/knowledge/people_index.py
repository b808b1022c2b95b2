"""People by names near to a word."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

from newslint.knowledge.folding import plain
from newslint.knowledge.model import Person
from newslint.knowledge.nearness import NearIndex
from newslint.knowledge.store import Knowledge

_SHORTEST = 5


@lru_cache(maxsize=4)
def people_index(knowledge: Knowledge) -> PeopleIndex:
    """Return the index of some knowledge."""
    return PeopleIndex(knowledge)


class PeopleIndex:
    """People by what their names could be misspelt as.

    Args:
        knowledge: the knowledge.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def _families(self) -> dict[str, list[tuple[str, Person]]]:
        """Spellings and people by family name of one word, in small letters."""
        index: defaultdict[str, list[tuple[str, Person]]] = defaultdict(list)
        for person in self._knowledge.people.values():
            for family in person.families:
                if " " not in family and len(family) >= _SHORTEST:
                    index[plain(family)].append((family, person))
        return dict(index)

    @cached_property
    def _near(self) -> NearIndex:
        return NearIndex(self._families)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every part of a known person's name, in small letters."""
        parts: set[str] = set()
        for person in self._knowledge.people.values():
            for name in (
                *(person.name, person.given, *person.families),
                *(*person.given_variants, *person.names),
            ):
                parts.update(plain(name).replace("-", " ").split())
                parts.update(plain(name).split())
        return frozenset(parts)

    @cached_property
    def misspelt(self) -> dict[str, list[tuple[str, Person]]]:
        """Spellings and people by listed misspelling, in small letters."""
        index: defaultdict[str, list[tuple[str, Person]]] = defaultdict(list)
        for person in self._knowledge.people.values():
            for wrong in person.misspellings:
                index[plain(wrong)].append((person.family, person))
        return dict(index)

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The last words of all titles, in small letters."""
        return frozenset(
            title.split()[-1] for office in self._knowledge.offices for title in office.titles
        )

    @cached_property
    def before_families(self) -> frozenset[str]:
        """Every given name and the last word of every title, in small letters."""
        given = {
            name for person in self._knowledge.people.values() for name in self.given_names(person)
        }
        return frozenset(given | self.title_words)

    def near_family(self, word: str) -> list[tuple[str, Person]]:
        """Return spellings and people whose family name is one edit away from a word."""
        pairs = [pair for family in self._near.near(word) for pair in self._families[family]]
        return sorted(pairs, key=lambda pair: (pair[1].id, pair[1].families.index(pair[0])))

    def given_names(self, person: Person) -> set[str]:
        """Return the forms of a person's given name, in small letters, initials too."""
        return {plain(name) for name in (person.given, *person.given_variants) if name}

    def titles(self, person: Person) -> list[str]:
        """Return the titles that a person ever had, in small letters."""
        offices = self._knowledge.held.get(person.id, [])
        return list(dict.fromkeys(title for office in offices for title in office.titles))
