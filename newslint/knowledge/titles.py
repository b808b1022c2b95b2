"""Where a text gives a known person a title.

The five patterns and their guards were measured on a million words of clean
news: title before the name (“Ukrainian President X”), after it (“X, the
Ukrainian president,”, “X, president of Ukraine”), and around it (“the president
of Ukraine, X”, “Ukraine’s president, X”).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.document import Document
from newslint.knowledge.names import PeopleNamed, name_until, names_from
from newslint.knowledge.sights import titles_sighted
from newslint.knowledge.store import Knowledge
from newslint.knowledge.title_reading import NOWHERE, STOPS, Reader
from newslint.text.span import Span

_BETWEEN = 20
"""More than the small words that can stand between a name, a country and a title."""


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


def titles_in(document: Document, knowledge: Knowledge) -> list[TitleMention]:
    """Return the titles that a document may give to names that are known, in order.

    A title stands among them with each country that it may be given with. Most need no
    second look, since any bearer of the name may have the title: whether it is given is
    another question, for `is_given`, and who is meant, for `person_meant`.
    """
    key = "titles"
    if key not in document.memo:
        document.memo[key] = list(_titles(document, knowledge))
    return document.memo[key]  # type: ignore[return-value]


def is_given(document: Document, mention: TitleMention, knowledge: Knowledge) -> bool:
    """Say whether a title is given as one that is held, and to no longer name."""
    name = mention.name
    if name_until(document, name.span.end, knowledge) != name:
        return False
    given = Reader(document.text, knowledge).beside(name.span)
    return given is not None and _mention(document, name, *given, knowledge) == mention


def _titles(document: Document, knowledge: Knowledge) -> Iterator[TitleMention]:
    reader = Reader(document.text, knowledge)
    for title in titles_sighted(document, knowledge):
        behind = reader.country(reader.skip(title.end, " of the ", " of "))
        names = list(_names_beside(document, title, behind, reader, knowledge))
        if names:
            countries = (None, behind, *reader.countries_before(title.start))
            for name in names:
                for country in dict.fromkeys(countries):
                    yield _mention(document, name, title, country, knowledge)


def _mention(
    document: Document, name: PeopleNamed, title: Span, country: Span | None, knowledge: Knowledge
) -> TitleMention:
    text = document.text
    spans = [name.span, title, *([country] if country else [])]
    named = "" if country is None else country.of(text)
    return TitleMention(
        name=name,
        title=title.of(text).lower(),
        title_span=title,
        country=knowledge.country_by_form.get(named),
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
    )


def _names_beside(
    document: Document,
    title: Span,
    country: Span | None,
    reader: Reader,
    knowledge: Knowledge,
) -> Iterator[PeopleNamed]:
    """Yield the known names that may have a title: right behind it, or before a comma."""
    text = document.text
    ends = (title.end, NOWHERE if country is None else country.end)
    for start in {reader.skip(place, ", ", " ") for place in ends} - {NOWHERE}:
        if text[start : start + 1].isupper():
            yield from names_from(document, start, knowledge)
    if country is not None or text[title.end : title.end + 1] in STOPS:
        low = max(0, title.start - reader.country_reach - _BETWEEN)
        end = text.rfind(", ", low, title.start)
        while end >= 0:
            name = name_until(document, end, knowledge)
            if name is not None:
                yield name
            end = text.rfind(", ", low, end)
