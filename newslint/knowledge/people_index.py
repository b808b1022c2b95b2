"""People by names near to a word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from newslint.knowledge.model import Person
from newslint.knowledge.nearness import deletions, one_edit_apart
from newslint.knowledge.store import Knowledge


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
    def known(self) -> frozenset[str]:
        """Every part of a known person's name, in small letters."""
        return frozenset(self._knowledge.index["known"])

    @cached_property
    def before_families(self) -> frozenset[str]:
        """Every given name and the last word of every title, in small letters."""
        return frozenset(self._knowledge.index["before_families"])

    def misspelt(self, word: str) -> list[tuple[str, Person]]:
        """Return spellings and people that a listed misspelling stands for."""
        return self._people(self._knowledge.index["misspelt"].get(word, ()))

    def near_family(self, word: str) -> list[tuple[str, Person]]:
        """Return spellings and people whose family name is one edit away from a word."""
        near = self._knowledge.index["near"]
        close = {family for form in deletions(word) for family in near.get(form, ())}
        families = self._knowledge.index["families"]
        pairs = [
            pair
            for family in close
            if family != word and one_edit_apart(word, family)
            for pair in self._people(families[family])
        ]
        return sorted(pairs, key=lambda pair: (pair[1].id, pair[1].families.index(pair[0])))

    def titles(self, person: Person) -> list[str]:
        """Return the titles that a person ever had, in small letters."""
        offices = self._knowledge.offices_of_person(person.id)
        return list(dict.fromkeys(title for office in offices for title in office.titles))

    def _people(self, rows: Iterable[tuple[str, str]]) -> list[tuple[str, Person]]:
        found = ((form, self._knowledge.person(name)) for form, name in rows)
        return [(form, person) for form, person in found if person is not None]
