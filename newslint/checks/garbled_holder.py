"""Kind `garbled-holder`: an office with a name that no holder has, but that one nearly has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import field
from datetime import date

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.folding import consonants, plain, without_possessive
from newslint.knowledge.model import Person
from newslint.knowledge.office_mentions import named_offices
from newslint.knowledge.people_index import people_index
from newslint.knowledge.sights import titles_sighted
from newslint.knowledge.store import Knowledge
from newslint.knowledge.title_sites import TITLE_WORDS, title_endings, title_words
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.span import Span

_FORMER = expression(r"(?i)\b(?:former|ex|then|deputy|vice|acting|assistant|future|first)[ -]$")
_AROUND = 400
"""How many days beside its term a holder can still be meant."""


@parameters
class GarbledHolder:
    """A name after an office of a country, near to one of its holders and equal to none.

    “Ukrainian Foreign Minister Culba”: the office leaves a handful of people who can be meant,
    so that the consonants of the name are enough to know one.

    Args:
        min_alike: how alike the letters must be, from 0 to 1.
        max_zipf: how common the name may be as a word (Zipf frequency).
        context: what the run tells the checks.
    """

    min_alike: float = 0.5
    max_zipf: float = 3.0
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return the words that titles are made of."""
        known = self.context.knowledge_files
        return title_words(self.context.knowledge) if known else (TITLE_WORDS,)

    def exact_triggers(self) -> tuple[str, ...]:
        """Return the titles beside names."""
        return title_endings(self.context.knowledge).triggers

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"name", "person", "title", "country"})

    def find_triggered(self, document: Document, numbers: Collection[int]) -> Iterator[Match]:
        """Yield the garbled names, in order; titles end with no others than some."""
        titles_sighted(document, self.context.knowledge, numbers)
        return self.find(document)

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the garbled names, in order."""
        knowledge = self.context.knowledge
        text = document.text
        for found in named_offices(document, knowledge):
            if _FORMER.search(text[max(0, found.country.start - 12) : found.country.start]):
                continue
            words = [without_possessive(word) for word in found.name.of(text).split()]
            if not self._unknown(words[-1], knowledge):
                continue
            title = found.title.of(text).lower()
            holders = _holders(knowledge, found.code, title, document.publication_date)
            meant = [person for person in holders if self._near(words, person)]
            if len(meant) == 1:
                start = found.name.start + found.name.of(text).rindex(words[-1])
                span = Span(start, start + len(words[-1]))
                country = knowledge.countries[found.code].name
                yield self._match(span, words[-1], meant[0], title, country)

    def _unknown(self, family: str, knowledge: Knowledge) -> bool:
        word = plain(family)
        if len(word) < 4 or word in people_index(knowledge).known or word in self.context.accepted:
            return False
        return knowledge.words.zipf(word) <= self.max_zipf

    def _near(self, words: list[str], person: Person) -> bool:
        from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

        alike = DamerauLevenshtein.normalized_similarity
        if len(words) > 1 and person.given:
            given = max(
                alike(plain(words[0]), plain(name))
                for name in (person.given, *person.given_variants)
            )
            if given < 0.5:
                return False
        word = plain(words[-1])
        return any(
            alike(word, plain(family)) >= self.min_alike
            and (consonants(word) == consonants(family) or alike(word, plain(family)) >= 0.75)
            for family in person.families
        )

    def _match(self, span: Span, family: str, person: Person, title: str, country: str) -> Match:
        evidence = (f"{person.name} is or was {title} of {country}; no “{family}” is known to be.",)
        values = {"name": person.family, "person": person.name, "title": title, "country": country}
        return Match(span, values, (person.family,), evidence=evidence)


def _holders(knowledge: Knowledge, country: str, title: str, day: date | None) -> list[Person]:
    """Return who can be meant by a title of a country: on a known day those around it."""
    people: dict[str, Person] = {}
    for office in knowledge.offices_of_title(title):
        if office.country != country or office.several:
            continue
        for term in office.terms:
            if day is None or term.covers(day, _AROUND):
                person = knowledge.person(term.person)
                if person is not None:
                    people[person.id] = person
    return list(people.values())


CHECK = GarbledHolder
