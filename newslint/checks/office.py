"""Kind `office`: a person with an office that is not theirs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import Literal

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.mentions import person_meant
from newslint.knowledge.model import LAST_DAY, Office, Person
from newslint.knowledge.office_mentions import offices_without_names
from newslint.knowledge.sights import titles_sighted
from newslint.knowledge.store import Knowledge
from newslint.knowledge.title_sites import (
    TITLE_WORDS,
    absent_offices,
    title_endings,
    title_words,
)
from newslint.knowledge.titles import TitleMention, is_given, titles_in
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.expressions import expression
from newslint.text.span import Span

_YEAR = expression(r"\b(1[6-9]\d\d|20\d\d)\b")
_PAST = expression(
    r"\b(?:anniversary|historic|history|memoir|biograph|years? ago|decades? ago"
    r"|in the (?:19|20)\d0s|at the time|died|funeral|predecessor|succeeded|successor)\b",
    re.IGNORECASE,
)
_COURTESY = frozenset({"US"})
"""Countries whose former office holders keep the title for life."""


@parameters
class OfficeCheck:
    """A known person with an office that does not exist, that they never held, or not then.

    Silent where the knowledge is incomplete for the office and the date, in
    quotations, and about former, acting, designated and deputy holders.

    Args:
        verdict: which of the three mistakes the rule reports.
        slack_days: how many days before and after a term do not count.
        context: what the run tells the checks.
    """

    verdict: Literal["no-such-office", "never-held", "not-held-then"]
    slack_days: int = 3
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return the words that titles are made of."""
        known = self.context.knowledge_files
        return title_words(self.context.knowledge) if known else (TITLE_WORDS,)

    def exact_triggers(self) -> tuple[str, ...]:
        """Return the titles beside names and countries, or beside those without the office."""
        knowledge = self.context.knowledge
        if self.verdict == "no-such-office":
            return absent_offices(knowledge)
        return title_endings(knowledge).triggers

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"person", "title", "right", "held", "date", "country"})

    def find_triggered(self, document: Document, numbers: Collection[int]) -> Iterator[Match]:
        """Yield the wrong titles, in order; titles end with no others than some."""
        if self.verdict != "no-such-office":
            titles_sighted(document, self.context.knowledge, numbers)
        return self.find(document)

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the wrong titles, in order."""
        if self.verdict == "not-held-then" and document.publication_date is None:
            return
        knowledge = self.context.knowledge
        wrong = self._no_such_office if self.verdict == "no-such-office" else self._not_theirs
        taken: list[Span] = []
        for title in titles_in(document, knowledge):
            if not any(wrong(document, title, person) for person in title.name.people):
                continue
            if not is_given(document, title, knowledge):
                continue
            person = person_meant(document, title.name, knowledge)
            match = None if person is None else wrong(document, title, person)
            if match is not None and not document.quoted(title.span):
                taken.append(title.span)
                yield match
        if self.verdict == "no-such-office":
            yield from self._without_names(document, taken)

    def _no_such_office(
        self, document: Document, title: TitleMention, person: Person
    ) -> Match | None:
        knowledge = self.context.knowledge
        country = knowledge.countries.get(title.country or "")
        if country is None or title.title not in country.absent or _offices(title, knowledge):
            return None
        own = _own_offices(knowledge, person.id)
        match = self._match(document, title, person, own)
        return match._replace(values={**match.values, "country": country.name})

    def _without_names(self, document: Document, taken: list[Span]) -> Iterator[Match]:
        """Yield the offices that do not exist, beside no known name."""
        knowledge = self.context.knowledge
        for span, title, code in offices_without_names(document, knowledge):
            country = knowledge.countries[code]
            new = not any(span.overlaps(other) for other in taken)
            if new and title in country.absent and not document.quoted(span):
                yield Match(span, {"title": title, "country": country.name})

    def _not_theirs(self, document: Document, title: TitleMention, person: Person) -> Match | None:
        own = _own_offices(self.context.knowledge, person.id)
        theirs = [
            office
            for office in own
            if title.title in office.titles and title.country in (None, office.country)
        ]
        if self.verdict == "never-held":
            return None if theirs else self._never(document, title, person, own)
        return self._not_then(document, title, person, own, theirs) if theirs else None

    def _never(
        self, document: Document, title: TitleMention, person: Person, own: tuple[Office, ...]
    ) -> Match | None:
        offices = _offices(title, self.context.knowledge)
        day = document.publication_date
        known = [office for office in own if office.country == (title.country or office.country)]
        if not offices or not known or any(office.several for office in offices):
            return None
        if day is not None and any(day.isoformat() > office.known_to for office in offices):
            return None
        if title.country is None and not any(
            o.country in {k.country for k in own} for o in offices
        ):
            return None
        return self._match(document, title, person, own)

    def _not_then(
        self,
        document: Document,
        title: TitleMention,
        person: Person,
        own: tuple[Office, ...],
        theirs: list[Office],
    ) -> Match | None:
        day = document.publication_date
        if day is None or not all(office.complete_on(day) for office in theirs):
            return None
        terms = (term for office in theirs for term in office.terms_of(person.id))
        if any(term.covers(day, self.slack_days) for term in terms):
            return None
        if title.country is None and any(office.country in _COURTESY for office in theirs):
            return None
        if not title.name.full and title.country is None:
            return None
        if _speaks_of_the_past(document, title, day):
            return None
        return self._match(document, title, person, own)

    def _match(
        self,
        document: Document,
        title: TitleMention,
        person: Person,
        own: tuple[Office, ...],
    ) -> Match:
        day = document.publication_date
        right = _right_titles(person.id, own, day, self.slack_days)
        written = title.title_span.of(document.text)
        values = {
            "person": person.name,
            "title": written,
            "right": " or ".join(right),
            "held": "; ".join(_spelt_out(person.id, own)),
            "date": day.isoformat() if day else "",
        }
        edits = tuple(
            Edit(title.title_span, _cased(choice, written))
            for choice in right[:1]
            if len(right) == 1
        )
        evidence = tuple(f"{person.name}: {sentence}" for sentence in _spelt_out(person.id, own))
        return Match(title.span, values, edits=edits, evidence=evidence)


@lru_cache(maxsize=1024)
def _own_offices(knowledge: Knowledge, person: str) -> tuple[Office, ...]:
    return tuple(knowledge.offices_of_person(person))


def _offices(title: TitleMention, knowledge: Knowledge) -> list[Office]:
    """Return the offices that a title can mean."""
    offices = knowledge.offices_of_title(title.title)
    if title.country is None:
        return offices
    return [office for office in offices if office.country == title.country]


def _speaks_of_the_past(document: Document, title: TitleMention, day: date) -> bool:
    """Say whether the sentence names an earlier year or looks back."""
    part = document.sentence(title.span)
    years = [int(year) for year in _YEAR.findall(part)]
    return any(year != day.year for year in years) or bool(_PAST.search(part))


def _right_titles(person: str, own: tuple[Office, ...], day: date | None, slack: int) -> list[str]:
    """Return what the person was called on the day; without a day, all their titles."""
    return list(
        dict.fromkeys(
            office.titles[0]
            for office in own
            for term in office.terms_of(person)
            if office.titles and (day is None or term.covers(day, slack))
        )
    )


def _spelt_out(person: str, own: tuple[Office, ...]) -> Iterator[str]:
    """Yield each term as a phrase."""
    for office in own:
        for term in office.terms_of(person):
            until = "" if term.end == LAST_DAY else f" to {term.end}"
            since = f"from {term.start}" if not until else f"{term.start}{until}"
            acting = "acting " if term.acting else ""
            yield f"{acting}{office.titles[0]} ({office.country}) {since}"


def _cased(title: str, written: str) -> str:
    """Return a title with capitals as the one it replaces has them."""
    if not written[:1].isupper():
        return title
    return " ".join(
        word if word in {"of", "the", "for", "and"} else word[:1].upper() + word[1:]
        for word in title.split()
    )


CHECK = OfficeCheck
