"""What is read beside titles is what reading every capitalised word would find."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.knowledge.names import name_until
from newslint.knowledge.office_mentions import named_offices, offices_without_names
from newslint.knowledge.store import Knowledge, load
from newslint.knowledge.title_reading import Reader
from newslint.knowledge.titles import is_given, titles_in
from newslint.text.span import Span
from tests.conftest import capitals_in

TITLES = [
    *("President", "president", "PRESIDENT", "Prime Minister", "prime minister", "Chancellor"),
    *("king", "King", "Secretary of State", "European Commission President", "foreign minister"),
]
COUNTRIES = ["Ukraine", "Ukrainian", "the Netherlands", "US", "U.S.", "United Kingdom", "Korean"]
NAMES = [
    *("Volodymyr Zelensky", "Zelensky", "Zelenskyy", "Tony Blair", "Blair", "Brown", "Theresa May"),
    *("Charles", "King Charles III", "Kim Jong-un", "Xi Jinping", "J. K. Johnson", "Karl", "Culba"),
    *("Ursula von der Leyen", "Angela", "Merkel"),
]
BETWEEN = [
    *(" ", " ", " ", ", ", ", the ", " of ", " of the ", "’s ", "'s ", "’ ", ", who is the ", ". "),
    *("\n", "-", "former ", "(", ")", ";", "“", "é", "\ud800", "x", "_", "  ", "U.S.", "J. "),
]
TEXTS = st.lists(st.sampled_from([*TITLES, *COUNTRIES, *NAMES, *BETWEEN, *BETWEEN])).map("".join)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def every_title(text: str, knowledge: Knowledge) -> Iterator[tuple[Span, Span, str | None]]:
    document = Document(text)
    reader = Reader(text, knowledge)
    for word in capitals_in(document):
        name = name_until(document, word.end, knowledge)
        found = name and reader.beside(name.span)
        if name and found:
            title, country = found
            code = knowledge.country_by_form[country.of(text)] if country else None
            yield name.span, title, code


def every_named_office(text: str, knowledge: Knowledge) -> Iterator[tuple[Span, Span]]:
    reader = Reader(text, knowledge)
    for word in capitals_in(Document(text)):
        country = reader.country(word.start)
        if country is not None:
            title = reader.title(reader.skip(reader.possessive(country.end), " "))
            if title is not None and text[title.end : title.end + 1] == " ":
                yield country, title


def every_office_of_a_country(text: str, knowledge: Knowledge) -> Iterator[Span]:
    reader = Reader(text, knowledge)
    for word in capitals_in(Document(text)):
        head = word.plain in {"president", "prime", "chancellor"}
        title = reader.title(word.start) if head else None
        if title is not None and title.of(text).lower() in {
            "president",
            "prime minister",
            "chancellor",
        }:
            country = reader.country(reader.skip(title.end, " of "))
            if country is not None:
                yield Span(title.start, country.end)


@given(TEXTS)
def test_every_title_that_is_given_is_found_beside_a_title(knowledge: Knowledge, text: str) -> None:
    document = Document(text)
    found = {
        (title.name.span, title.title_span, title.country)
        for title in titles_in(document, knowledge)
        if is_given(document, title, knowledge)
    }
    assert found == set(every_title(text, knowledge))


@given(TEXTS)
def test_every_office_of_a_country_is_found_at_its_title(knowledge: Knowledge, text: str) -> None:
    document = Document(text)
    named = {(office.country, office.title) for office in named_offices(document, knowledge)}
    assert named <= set(every_named_office(text, knowledge))
    assert {
        (country, title)
        for country, title in every_named_office(text, knowledge)
        if text[title.end + 1 : title.end + 2].isupper()
        and text[title.end + 2 : title.end + 3].islower()
    } <= named
    alone = {span for span, _, _ in offices_without_names(document, knowledge)}
    assert alone <= set(every_office_of_a_country(text, knowledge))
    ended = (".", ",", ";", "\n", "")
    assert {
        span
        for span in every_office_of_a_country(text, knowledge)
        if text[span.end : span.end + 1] in ended
    } <= alone
