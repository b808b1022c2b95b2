"""Where a text names an office of a country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.document import Document
from newslint.knowledge.capitals import capitals_between
from newslint.knowledge.sights import titles_sighted
from newslint.knowledge.store import Knowledge
from newslint.knowledge.title_reading import Reader
from newslint.text.expressions import expression
from newslint.text.span import Span

_HEADS = frozenset({"president", "prime minister", "chancellor"})
_HEAD_WORDS = frozenset(head.split()[0] for head in _HEADS)
_NAME = expression(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}")
_NO_OFFICE = expression(r"[’']s| (?:and )?[A-Z]")


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


def offices_without_names(
    document: Document, knowledge: Knowledge
) -> Iterator[tuple[Span, str, str]]:
    """Yield each “President of Canada” as (span, title in small letters, country code)."""
    text = document.text
    reader = Reader(text, knowledge)
    for title in titles_sighted(document, knowledge):
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
    for title in titles_sighted(document, knowledge):
        name = _NAME.match(text, title.end + 1) if text.startswith(" ", title.end) else None
        if name is None or not reader.may_follow_country(title.start):
            continue
        for word in capitals_between(text, title.start - reader.country_reach, title.start):
            country = reader.country(word.start)
            if country is None:
                continue
            if reader.skip(reader.possessive(country.end), " ") == title.start:
                code = knowledge.country_by_form[country.of(text)]
                yield OfficeMention(title, country, code, Span(*name.span()))


def _begins_a_name(text: str, place: int) -> bool:
    """Say whether a capitalised word begins at a place that heads of state are called by."""
    words = capitals_between(text, place, place + 1)
    return any(word.plain in _HEAD_WORDS for word in words)
