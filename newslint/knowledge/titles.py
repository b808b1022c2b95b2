"""Where a text gives a known person a title.

The five patterns and their guards were measured on a million words of clean
news: title before the name (“Ukrainian President X”), after it (“X, the
Ukrainian president,”, “X, president of Ukraine”), and around it (“the president
of Ukraine, X”, “Ukraine’s president, X”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from newslint.document import Document
from newslint.knowledge.capitals import Capital, capitals_between
from newslint.knowledge.mentions import NAME_REACH, PeopleNamed, ends_a_name, named_at
from newslint.knowledge.phrases import country_phrases, country_starts, title_sites
from newslint.knowledge.signs import TITLES, signs_in
from newslint.knowledge.store import Knowledge
from newslint.knowledge.title_reading import NOWHERE, STOPS, TITLE_REACH, Reader
from newslint.text.expressions import expression
from newslint.text.regex import Regex, compiled
from newslint.text.span import Span

_NAME_REACH = NAME_REACH + 16
"""How many code points a full name can have with the initials before it."""

_POSSESSIVE = 3
"""How many code points a possessive ending and a space have."""

_BETWEEN = 20
"""More than the small words that can stand between a name, a country and a title."""

_HEADS = frozenset({"president", "prime minister", "chancellor"})
_FORMER = expression(
    r"(?:\b(?:former|ex|then|late|outgoing|incoming|acting|interim|deputy|vice|assistant|shadow"
    r"|opposition|would-be|future|next|ousted|exiled|deposed|self-proclaimed|self-declared|caretaker"
    r"|designated|first|second|last|previous|one-time|onetime|sometime|longtime|erstwhile|past"
    r"|predecessor|successor|rival|fake|fictional|real|regional|state|provincial|governor"
    r"|was|were|became|become|been|be|elected|appointed|named|sworn in as|as|if|when|while"
    r"|under|since|after|before|until|for|an?|not|no longer|called|nominee|candidate|party"
    r"|Soviet|Bosnian Serb|Turkish Cypriot|Kurdish|Kurdistan|Confederate|Catalan|Chechen|Crimean"
    r"|Abkhaz(?:ian)?|Ossetian|Transnistrian|Somaliland|Scottish|Welsh|Northern Irish|Bavarian"
    r"|Flemish|Puerto Rican|Macau|Hong Kong|Tibetan|Republika Srpska)[ -]?"
    r"|[-–—/])$",
    re.IGNORECASE,
)
_FORMER_REACH = 24
"""More than the longest of these has, with the character before it."""

_NAME = expression(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}")
_NO_OFFICE = expression(r"[’']s| (?:and )?[A-Z]")


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title that a text gives to somebody known.

    Args:
        name: the name, with everybody who has it.
        title: the title, in small letters.
        title_span: code points of the title.
        country: code of the country that the text names with it.
        span: code points of title, country and name together.
    """

    name: PeopleNamed
    title: str
    title_span: Span
    country: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office of a country, and the name that stands behind it.

    Args:
        title: code points of the title.
        country: code points of the country.
        code: the country's code.
        name: code points of the capitalised words behind it; empty where there are none.
    """

    title: Span
    country: Span
    code: str
    name: Span


def titles_in(document: Document, knowledge: Knowledge) -> list[TitleMention]:
    """Return the titles that a document may give to names that are known, in order.

    Most need no second look, since any bearer of the name may have the title: whether
    it is given is another question, for `is_given`, and who is meant, for `person_meant`.
    """
    key = "titles"
    if key not in document.memo:
        document.memo[key] = list(_titles(document, knowledge))
    return document.memo[key]  # type: ignore[return-value]


def is_given(document: Document, title: TitleMention, knowledge: Knowledge) -> bool:
    """Say whether a title is given as one that is held, and to no longer name."""
    text, name = document.text, title.name
    if title.span.start < name.span.start:
        low = max(name.span.start - TITLE_REACH, title.span.start - _FORMER_REACH, 0)
        if _FORMER.search(text[low : title.span.start]):
            return False
    words = list(capitals_between(text, name.span.end - NAME_REACH, name.span.end))
    return named_at(document, words, len(words) - 1, knowledge) == name


def _titles(document: Document, knowledge: Knowledge) -> Iterator[TitleMention]:
    text = document.text
    reader = Reader(text, knowledge)
    names = {
        name.span: name
        for title in _sites(document, knowledge)
        for name in _names_beside(document, title, reader, knowledge)
    }
    for _, name in sorted(names.items()):
        found = reader.beside(name.span)
        if found is not None:
            title, country = found
            spans = [name.span, title, *([country] if country else [])]
            named = "" if country is None else country.of(text)
            yield TitleMention(
                name=name,
                title=title.of(text).lower(),
                title_span=title,
                country=knowledge.country_by_form.get(named),
                span=Span(min(span.start for span in spans), max(span.end for span in spans)),
            )


def offices_without_names(
    document: Document, knowledge: Knowledge
) -> Iterator[tuple[Span, str, str]]:
    """Yield each “President of Canada” as (span, title in small letters, country code)."""
    text = document.text
    reader = Reader(text, knowledge)
    for title in _sites(document, knowledge):
        head = title.of(text).lower()
        if head not in _HEADS or not _begins_a_name(text, title.start):
            continue
        country = reader.country(reader.skip(title.end, " of "))
        if country is not None and not _NO_OFFICE.match(text, country.end):
            code = knowledge.country_by_form[country.of(text)]
            yield Span(title.start, country.end), head, code


def named_offices(document: Document, knowledge: Knowledge) -> Iterator[OfficeMention]:
    """Yield each office of a country that a name stands behind, in order."""
    text = document.text
    reader = Reader(text, knowledge)
    starts = country_starts(knowledge)
    reach = country_phrases(knowledge).longest + _POSSESSIVE
    for title in _sites(document, knowledge):
        name = _NAME.match(text, title.end + 1) if text.startswith(" ", title.end) else None
        if name is None:
            continue
        for word in capitals_between(text, title.start - reach, title.start):
            country = reader.country(word.start) if word.text in starts else None
            if country is None:
                continue
            if reader.skip(reader.possessive(country.end), " ") == title.start:
                code = knowledge.country_by_form[country.of(text)]
                yield OfficeMention(title, country, code, Span(*name.span()))


def _sites(document: Document, knowledge: Knowledge) -> list[Span]:
    """Return the titles that stand beside a name or a country; kept with the document."""
    key = "title sites"
    if key not in document.memo:
        has_titles = TITLES in signs_in(document, knowledge)
        document.memo[key] = list(_found_sites(document, knowledge)) if has_titles else []
    return document.memo[key]  # type: ignore[return-value]


def _found_sites(document: Document, knowledge: Knowledge) -> Iterator[Span]:
    """Yield the longest titles; one may begin within another or where a name does."""
    regex = _site_regex(knowledge)
    reader = Reader(document.text, knowledge)
    encoded = document.encoded
    match = regex.search(encoded.data)
    while match is not None:
        place = encoded.offset(match.start())
        title = reader.title(place) or reader.title(place + 1)
        if title is not None:
            yield title
        match = regex.search(encoded.data, match.start() + 1)


@lru_cache(maxsize=4)
def _site_regex(knowledge: Knowledge) -> Regex:
    return compiled(title_sites(knowledge))


def _names_beside(
    document: Document, title: Span, reader: Reader, knowledge: Knowledge
) -> Iterator[PeopleNamed]:
    """Yield the known names that may have a title: right behind it, or before a comma."""
    text = document.text
    country = reader.country(reader.skip(title.end, " of the ", " of "))
    ends = (title.end, NOWHERE if country is None else country.end)
    for start in {reader.skip(place, ", ", " ") for place in ends} - {NOWHERE}:
        if text[start : start + 1].isupper():
            words = list(capitals_between(text, start, start + _NAME_REACH))
            names = _names(document, words, range(len(words)), knowledge)
            yield from (name for name in names if name.span.start == start)
    if country is not None or text[title.end : title.end + 1] in STOPS:
        low = max(0, title.start - country_phrases(knowledge).longest - _BETWEEN)
        end = text.rfind(", ", low, title.start)
        while end >= 0:
            words = list(capitals_between(text, end - NAME_REACH, end))
            names = _names(document, words, range(len(words))[-1:], knowledge)
            yield from (name for name in names if name.span.end == end)
            end = text.rfind(", ", low, end)


def _names(
    document: Document, words: list[Capital], numbers: Iterable[int], knowledge: Knowledge
) -> Iterator[PeopleNamed]:
    """Yield the known names that end with some of some words."""
    for number in numbers:
        if ends_a_name(words[number], knowledge):
            name = named_at(document, words, number, knowledge)
            if name is not None:
                yield name


def _begins_a_name(text: str, place: int) -> bool:
    """Say whether a capitalised word begins at a place that heads of state are called by."""
    words = capitals_between(text, place, place + 1)
    return any(word.plain in _HEAD_WORDS for word in words)


_HEAD_WORDS = frozenset(head.split()[0] for head in _HEADS)
_NOWHERE = -1
