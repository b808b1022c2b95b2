"""Kind `age-arithmetic`: an age that the year of birth beside it rules out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.regex import any_found
from newslint.text.span import Span

_YEAR = r"(1[89]\d\d|20\d\d)"
_BORN = (
    rf"(?:[Bb]orn|b\.) (?:(?:in|on|at) [^\n.;()]{{0,60}}?)?(?:[A-Z][a-z]+ \d{{1,2}},? )?{_YEAR}\b"
)
_AGED = r"(?:aged|at the age of|at age)"
_NOW = (
    re.compile(
        rf"[A-Z]\pL+, (?P<age>\d{{2}}), (?:who )?was born (?:in|on) (?:[A-Z]\pL+ \d{{1,2}}, )?"
        rf"{_YEAR}".replace(r"\pL", r"[^\W\d_]")
    ),
    re.compile(
        rf"\b[Bb]orn in {_YEAR}, (?:he|she) is (?:now )?(?P<age>\d{{2}})\b(?! (?:cm|kg|minutes))"
    ),
    re.compile(
        rf"\b(?:he|she|He|She) is (?:now )?(?P<age>\d{{2}})(?: years old)?[,;] born in {_YEAR}"
    ),
)
_LIFE = (
    re.compile(
        rf"\b[Bb]orn [^\n.;]{{0,60}}?{_YEAR}\b[^\n;]{{0,120}}?\bdied [^\n.;]{{0,60}}?{_YEAR}\b"
        rf"[^\n.;]{{0,30}}? {_AGED} (?P<age>\d{{1,3}})\b"
    ),
    re.compile(rf"\({_YEAR} ?[-–—] ?{_YEAR}\)[^\n.;]{{0,80}}?\bdied {_AGED} (?P<age>\d{{1,3}})\b"),
)


@dataclass(frozen=True, kw_only=True)
class AgeArithmetic:
    """An age that the year of birth beside it rules out."""

    def triggers(self) -> Triggers:
        """Return a birth or a span of life with an age."""
        return (
            r"\b\d\d, (?:who )?was born (?:in|on) ",
            r"\b[Bb]orn in \d{4}, s?he is ",
            r"\b[Ss]?[Hh]e is (?:now )?\d\d(?: years old)?[,;] born in \d{4}",
            rf"\bdied [^\n]*{_AGED} \d",
        )

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the year of birth and the age that it makes."""
        return frozenset({"born", "right"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the ages that cannot be, in order."""
        if not any_found(self.triggers() or (), document.encoded.data):
            return
        found: list[Match] = []
        published = document.publication_date
        if published is not None:
            for regex in _NOW:
                for match in regex.finditer(document.text):
                    found += _checked(
                        match, int(match[_years(match)[0]]), published.year, "the text"
                    )
        for regex in _LIFE:
            for match in regex.finditer(document.text):
                born, died = (int(match[group]) for group in _years(match))
                found += _checked(match, born, died, "the death")
        yield from sorted(found, key=lambda match: match.span)


def _years(match: re.Match[str]) -> list[int]:
    """Return the numbers of the groups that hold years."""
    age = match.re.groupindex["age"]
    return [group for group in range(1, match.re.groups + 1) if group != age]


def _checked(match: re.Match[str], born: int, year: int, event: str) -> Iterator[Match]:
    age, oldest = int(match["age"]), year - born
    if oldest - 1 <= age <= oldest or oldest < 0:
        return
    right = f"{max(0, oldest - 1)} or {oldest}"
    yield Match(
        Span(match.start(), match.end()),
        {"born": str(born), "right": right},
        evidence=(f"the year of {event} is {year}: born in {born}, that makes {right}",),
    )


CHECK = AgeArithmetic
