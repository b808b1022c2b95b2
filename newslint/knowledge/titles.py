"""Where a text gives a known person a title.

The five patterns and their guards were measured on a million words of clean
news: title before the name (“Ukrainian President X”), after it (“X, the
Ukrainian president,”, “X, president of Ukraine”), and around it (“the president
of Ukraine, X”, “Ukraine’s president, X”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.document import Document
from newslint.knowledge.capitals import capitals_in
from newslint.knowledge.mentions import PersonMention, people_in
from newslint.knowledge.phrases import Phrases, country_phrases, country_starts, title_phrases
from newslint.knowledge.store import Knowledge
from newslint.text.span import Span

_REACH = 90
_FORMER = re.compile(
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
_WORDS = re.compile(r"(?<![\w-])[^\W\d_][\w.’'-]*")
_HEADS = frozenset({"president", "prime minister", "chancellor"})
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}")
_NO_OFFICE = re.compile(r"[’']s| (?:and )?[A-Z]")
_ELECT = re.compile(
    r"[-–— ](?:elect|designate|candidate|hopeful|nominee|in exile|aspirant)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title that a text gives to a known person.

    Args:
        mention: the name.
        title: the title, in small letters.
        title_span: code points of the title.
        country: code of the country that the text names with it.
        span: code points of title, country and name together.
    """

    mention: PersonMention
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
    """Return the titles that a document gives to known people, in order."""
    key = "titles"
    if key not in document.memo:
        reader = _Reader(document.text, knowledge)
        found = (reader.title_of(mention) for mention in people_in(document, knowledge))
        document.memo[key] = [title for title in found if title is not None]
    return document.memo[key]  # type: ignore[return-value]


def offices_without_names(
    document: Document, knowledge: Knowledge
) -> Iterator[tuple[Span, str, str]]:
    """Yield each “President of Canada” as (span, title in small letters, country code)."""
    reader = _Reader(document.text, knowledge)
    for word in capitals_in(document):
        title = reader.title(word.start) if word.plain in _HEAD_WORDS else None
        if title is None or title.of(document.text).lower() not in _HEADS:
            continue
        country = reader.country(reader.skip(title.end, " of "))
        if country is not None and not _NO_OFFICE.match(document.text, country.end):
            text = country.of(document.text)
            span = Span(title.start, country.end)
            yield span, title.of(document.text).lower(), knowledge.country_by_form[text]


def named_offices(document: Document, knowledge: Knowledge) -> Iterator[OfficeMention]:
    """Yield each office of a country that a name stands behind, in order."""
    reader = _Reader(document.text, knowledge)
    starts = country_starts(knowledge)
    for word in capitals_in(document):
        country = reader.country(word.start) if word.text in starts else None
        if country is None:
            continue
        title = reader.title(reader.skip(reader.possessive(country.end), " "))
        name = None if title is None else _NAME.match(document.text, title.end + 1)
        if title is not None and name is not None and document.text[title.end] == " ":
            code = knowledge.country_by_form[country.of(document.text)]
            yield OfficeMention(title, country, code, Span(*name.span()))


_HEAD_WORDS = frozenset(head.split()[0] for head in _HEADS)
_NOWHERE = -1


class _Reader:
    """Reads titles and countries at places of one text."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self._text = text
        self._knowledge = knowledge
        self._titles: Phrases = title_phrases(knowledge)
        self._countries: Phrases = country_phrases(knowledge)

    def title(self, place: int) -> Span | None:
        """Return the longest title that begins at a place."""
        return self._titles.at(self._text, place)

    def country(self, place: int) -> Span | None:
        """Return the longest name or adjective of a country that begins at a place."""
        return self._countries.at(self._text, place)

    def skip(self, place: int, *texts: str) -> int:
        """Return the place behind the first of some texts that stands there, or nowhere."""
        if place < 0:
            return _NOWHERE
        for text in texts:
            if self._text.startswith(text, place):
                return place + len(text)
        return _NOWHERE

    def possessive(self, place: int) -> int:
        """Return the place behind a possessive ending, if there is one."""
        return next(
            (
                place + len(end)
                for end in ("’s", "'s", "’", "'")
                if self._text.startswith(end, place)
            ),
            place,
        )

    def title_of(self, mention: PersonMention) -> TitleMention | None:
        """Return the title that stands before or behind a name."""
        start, end = mention.span.start, mention.span.end
        if self._text[max(0, start - 1) : start] == " " and not _ELECT.match(self._text, end):
            low = max(0, start - _REACH)
            for word in _WORDS.finditer(self._text, low, start):
                found = self._before(word.start(), start)
                if found is not None:
                    if _FORMER.search(self._text[low : word.start()]):
                        return None
                    return self._mention(mention, *found)
        if self._text.startswith(", ", end):
            found = self._behind(end + 2)
            return None if found is None else self._mention(mention, *found)
        return None

    def _before(self, place: int, end: int) -> tuple[Span, Span | None] | None:
        """Return title and country if they fill the text from a place up to a name."""
        title = self.title(place)
        if title is not None:
            if self.skip(title.end, " ") == end:
                return title, None
            country = self.country(self.skip(title.end, " of the ", " of "))
            behind = _NOWHERE if country is None else self.skip(country.end, ", ", " ")
            return (title, country) if behind == end else None
        country = self.country(place)
        if country is None:
            return None
        own = self.possessive(country.end)
        title = self.title(self.skip(own, " "))
        if title is None:
            return None
        endings = (" ", ", ") if own > country.end else (" ",)
        return (title, country) if self.skip(title.end, *endings) == end else None

    def _behind(self, place: int) -> tuple[Span, Span | None] | None:
        """Return title and country if they stand at a place and a stop follows."""
        place = max(place, self.skip(place, "the ", "who is the ", "who is "))
        title = self.title(place)
        if title is not None:
            country = self.country(self.skip(title.end, " of the ", " of "))
            last = country
        else:
            country = self.country(place)
            own = _NOWHERE if country is None else self.possessive(country.end)
            title = last = self.title(self.skip(own, " "))
        if title is None or country is None or last is None:
            return None
        return (title, country) if self._text[last.end : last.end + 1] in (*",.;)",) else None

    def _mention(self, mention: PersonMention, title: Span, country: Span | None) -> TitleMention:
        spans = [mention.span, title, *([country] if country else [])]
        named = "" if country is None else country.of(self._text)
        return TitleMention(
            mention=mention,
            title=title.of(self._text).lower(),
            title_span=title,
            country=self._knowledge.country_by_form.get(named),
            span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        )
