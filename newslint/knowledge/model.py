"""People, offices and countries as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office.

    Args:
        person: the person's id.
        start: the first day, ISO 8601; the earliest possible where only a year is known.
        end: the last day; the latest possible where only a year is known.
        acting: whether the person only stood in.
    """

    person: str
    start: str
    end: str
    acting: bool = False

    def covers(self, day: date, slack: int) -> bool:
        """Say whether a day lies within the term, give or take some days."""
        margin = timedelta(days=slack)
        return self.start <= (day + margin).isoformat() and (day - margin).isoformat() <= self.end


@dataclass(frozen=True, slots=True)
class Office:
    """An office of one country or body.

    Args:
        country: code of the country or body.
        role: what the office is, such as ``head-of-state``.
        titles: lower-case English titles of its holder, the best first.
        windows: first and last days between which no term is missing, in order.
        several: whether it has several holders at a time, of whom some may be missing.
        terms: the terms, by start.
    """

    country: str
    role: str
    titles: tuple[str, ...]
    windows: tuple[tuple[str, str], ...]
    several: bool
    terms: tuple[Term, ...]

    def complete_on(self, day: date) -> bool:
        """Say whether every holder of a day is known."""
        if self.several:
            return False
        return any(start <= day.isoformat() <= end for start, end in self.windows)

    @property
    def known_to(self) -> str:
        """The last day up to which no term is missing; the first of all days if there is none."""
        return max((end for _, end in self.windows), default=FIRST_DAY)

    def terms_of(self, person: str) -> list[Term]:
        """Return the terms of one person."""
        return [term for term in self.terms if term.person == person]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or an international body.

    Args:
        code: ISO 3166-1 alpha-2, or a short name in capitals.
        name: its commonest English name.
        forms: the English forms of its name.
        demonyms: the adjectives.
        absent: titles that do not exist there.
    """

    code: str
    name: str
    forms: tuple[str, ...]
    demonyms: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person who held an office.

    Args:
        id: the full name as a slug.
        name: the commonest full English form.
        given: the given name.
        family: the name used alone.
        family_first: whether the family name stands first.
        variants: other accepted spellings of the family name.
        given_variants: other accepted forms of the given name.
        names: other full names and nicknames.
        misspellings: family names that are certainly misspelt.
    """

    id: str
    name: str
    given: str
    family: str
    family_first: bool = False
    variants: tuple[str, ...] = ()
    given_variants: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()

    @property
    def families(self) -> tuple[str, ...]:
        """Every accepted spelling of the family name."""
        return (self.family, *self.variants)
