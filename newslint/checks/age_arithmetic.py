"""Kind `age-arithmetic`: an age that the year of birth beside it rules out."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.regex import any_found, compiled
from newslint.text.span import Span

_YEAR = r"(1[89]\d\d|20\d\d)"
_AGED = r"(?:aged|at the age of|at age)"
_NOW = (
    r"\p{Lu}\pL+, (?P<age>\d\d), (?:who )?was born (?:in|on) (?:\p{Lu}[a-z]+ \d{1,2}, )?" + _YEAR,
    rf"\b[Bb]orn in {_YEAR}, (?:he|she) is (?:now )?(?P<age>\d\d)(?:[,.;]| years old| and)",
    rf"\b[HhSs]h?e is (?:now )?(?P<age>\d\d)(?: years old)?[,;] born in {_YEAR}",
)
_BORN_AND_DIED = (
    rf"\b[Bb]orn [^\n.;]{{0,60}}?{_YEAR}\b[^\n;.]{{0,120}}?\bdied [^\n.;]{{0,60}}?{_YEAR}\b"
    rf"[^\n.;]{{0,30}}? {_AGED} (?P<age>\d{{1,3}})\b"
)
_LIFE = (
    _BORN_AND_DIED,
    rf"\({_YEAR} ?[-–—] ?{_YEAR}\)[^\n.;]{{0,80}}?\bdied {_AGED} (?P<age>\d{{1,3}})\b",
)


@parameters
class AgeArithmetic:
    """An age that the year of birth beside it rules out."""

    def triggers(self) -> Triggers:
        """Return a birth or a span of life with an age."""
        return (
            r"\b\d\d, (?:who )?was born (?:in|on) ",
            r"\b[Bb]orn in \d{4}, s?he is ",
            r"\b[Ss]?[Hh]e is (?:now )?\d\d(?: years old)?[,;] born in \d{4}",
            rf"{_AGED} \d",
        )

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the year of birth and the age that it makes."""
        return frozenset({"born", "right"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the ages that cannot be, in order."""
        data = document.encoded.data
        if b"born " not in data and b"died " not in data:
            return
        found: list[Match] = []
        published = document.publication_date
        if published is not None and b"born " in data:
            for place, age, (born, *_) in _lives(document, _NOW):
                found += _checked(place, age, born, published.year, "the text")
        if b"died " in data and any_found((rf"{_AGED} \d",), data):
            for place, age, (born, died) in _lives(document, _LIFE):
                found += _checked(place, age, born, died, "the death")
        yield from sorted(found, key=lambda match: match.span)


def _lives(document: Document, patterns: tuple[str, ...]) -> Iterator[tuple[Span, int, list[int]]]:
    """Yield the places that name an age, with the age and the years in their order."""
    for pattern in patterns:
        regex = compiled(pattern)
        age = regex.groupindex[b"age"]
        for match in regex.finditer(document.encoded.data):
            years = [int(match[group]) for group in range(1, regex.groups + 1) if group != age]
            yield document.encoded.span(*match.span()), int(match[age]), years


def _checked(place: Span, age: int, born: int, year: int, event: str) -> Iterator[Match]:
    oldest = year - born
    if oldest - 1 <= age <= oldest or oldest < 0:
        return
    right = f"{max(0, oldest - 1)} or {oldest}"
    yield Match(
        place,
        {"born": str(born), "right": right},
        evidence=(f"the year of {event} is {year}: born in {born}, that makes {right}",),
    )


CHECK = AgeArithmetic
