"""People by names near to a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from newslint.knowledge.lettered import Lettered
from newslint.knowledge.nearness import deletions, near_names_of
from newslint.knowledge.store import Knowledge

if TYPE_CHECKING:
    from newslint.knowledge.model import Person


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
        self._misspelt: Mapping[str, list[tuple[str, str]]] = knowledge.index["misspelt"]
        self._families: Mapping[str, list[tuple[str, str]]] = knowledge.index["families"]
        self._near: Mapping[str, str] = knowledge.index["near"]
        # Nearly every word is looked up here and in vain, with all that deletions leave of it:
        # as words alone, these are a tenth of what is kept of each.
        self._forms = Lettered(knowledge.index["near_forms"])
        self._titles: dict[str, tuple[str, ...]] = {}
        self.candidates = lru_cache(maxsize=1024)(self._candidates)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every part of a known person's name, in small letters."""
        return frozenset(self._knowledge.index["known"])

    @cached_property
    def before_families(self) -> frozenset[str]:
        """Every given name and the last word of every title, in small letters."""
        return frozenset(self._knowledge.index["before_families"])

    @cached_property
    def near_common(self) -> frozenset[str]:
        """The common words that have `candidates`, and are no `known` ones."""
        return frozenset(self._knowledge.index["common near names"].split("\n"))

    def may_be_near(self, word: str) -> bool:
        """Say whether a word could have `candidates`, without looking at any name."""
        forms = deletions(word)
        # All but the last of them begin as the word does.
        if not self._forms[word[:1]].isdisjoint(forms):
            return True
        last = forms[-1]
        return last in self._forms[last[:1]] or word in self._misspelt

    def _candidates(self, word: str) -> tuple[tuple[str, Person], ...]:
        """Return spellings and people that a word could be meant for.

        A listed misspelling stands for its person, and what is one edit away from a family
        name for everybody of that name.
        """
        listed = self._people(self._misspelt.get(word, ()))
        families = near_names_of(word, self._near)
        near = [pair for family in families for pair in self._people(self._families[family])]
        near.sort(key=lambda pair: (pair[1].id, pair[1].families.index(pair[0])))
        return (*listed, *near)

    def titles(self, person: Person) -> tuple[str, ...]:
        """Return the titles that a person ever had, in small letters."""
        if person.id not in self._titles:
            offices = self._knowledge.offices_of_person(person.id)
            titles = (title for office in offices for title in office.titles)
            self._titles[person.id] = tuple(dict.fromkeys(titles))
        return self._titles[person.id]

    def _people(self, rows: Iterable[tuple[str, str]]) -> list[tuple[str, Person]]:
        found = ((form, self._knowledge.person(name)) for form, name in rows)
        return [(form, person) for form, person in found if person is not None]
