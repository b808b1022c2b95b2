from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks import garbled_place, mixed_capitals
from newslint.checks.lowercase_name import (
    _TITLED,
    LowercaseName,
    _has_capitals,
    _whole_word,
)
from newslint.checks.mixed_capitals import MixedCapitals
from newslint.document import Document
from newslint.knowledge import names
from newslint.text.regex import alternatives
from newslint.text.span import Span

CAPITALS = " Reporters from Lyon, Paris, Nice, Rome and Oslo came on Monday."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the ministers of ukraine met", ["ukraine"]),
        ("scotland’s minister", ["scotland"]),
        ("Queen camilla came", ["camilla"]),
        ("King prawn and Queen bees", []),
        ("President may resign", []),
        ("a turkey on fine china", []),
        ("see x.org/ukraine or @ukraine or #ukraine", []),
        ("mail a@ukraine.example", []),
        ("ukraine-based", []),
        ("Ukraine", []),
    ],
)
def test_names_in_small_letters(text: str, found: list[str]) -> None:
    document = Document(text + CAPITALS, language="en")
    assert [match.span.of(document.text) for match in LowercaseName().find(document)] == found


SMALL = st.lists(
    st.sampled_from(
        "ukraine|northern |northern ireland|ireland|france|King |Queen |Prime Minister |Mr |putin|"
        "merkel|camilla|Foreign Minister | |’s|x|é|.|-".split("|")
    )
).map("".join)


@given(SMALL)
def test_one_pass_finds_what_two_find(text: str) -> None:
    check = LowercaseName()
    document = Document(text)
    countries = alternatives(check._countries)  # noqa: SLF001
    found = {
        Span(match.start(), match.end())
        for match in re.finditer(countries, text)
        if _whole_word(text, Span(*match.span()))
    }
    for match in re.finditer(_TITLED, text, re.ASCII):
        span = Span(*match.span(1))
        if _whole_word(text, span) and check._is_person(span.of(text)):  # noqa: SLF001
            found.add(span)
    assert check._written_small(document).keys() == found  # noqa: SLF001


@given(
    st.lists(st.sampled_from(["A", "É", "a", " ", "\n", "\x1f", "\u3000", "1", "“"])).map("".join)
)
def test_a_text_has_some_capitals(text: str) -> None:
    assert _has_capitals(text) == (sum(word[0].isupper() for word in text.split()) >= 5)


def test_a_text_without_capitals_is_left_alone() -> None:
    assert list(LowercaseName().find(Document("ukraine and france met in lyon"))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Odal River and the Odal river", ["Odal river"]),
        ("The Odal river and the Odal river", []),
        ("The Odal River Authority and the Odal river", []),
        ("The Odal River and an Odal river-boat", []),
    ],
)
def test_one_noun_with_and_without_its_capital(text: str, found: list[str]) -> None:
    check = MixedCapitals(nouns=("river",))
    assert [match.span.of(text) for match in check.find(Document(text))] == found


PARTS = st.sampled_from(
    ["Odal", "odal", "O’Dal", "Odal-Ay", "sea", "Sea", "seas", "Seas", "bay", "Bay", "é", "(Odal"]
)


def test_nouns_found_in_one_pass_are_those_found_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nouns = ("sea", "seas", "bay", "bay sea")

    def found(text: str, much: int) -> list[Span]:
        with monkeypatch.context() as patched:
            patched.setattr(mixed_capitals, "_MUCH", much)
            return [match.span for match in MixedCapitals(nouns=nouns).find(Document(text))]

    @given(st.lists(PARTS, max_size=20), st.sampled_from(["", " ", "-", "."]))
    def check(parts: list[str], last: str) -> None:
        text = " ".join(parts) + last
        assert found(text, 0) == found(text, 1_000_000)

    check()
    text = "The Odal Sea, the Bay Seas, the Odal sea, the Bay seas, the bay seas"
    assert found(text, 0) == [Span(32, 40)]


@given(st.lists(st.sampled_from([" city of ", "Kherson", "Crane", "A", "é", "xY", " ", "-"])))
def test_cities_of_are_found_where_the_pattern_matches(parts: list[str]) -> None:
    text = "".join(parts)
    plainly = [match.span() for match in garbled_place._CITY_OF.finditer(text)]  # noqa: SLF001
    found = [match.span() for match in garbled_place._cities_of(text)]  # noqa: SLF001
    assert found == plainly


@given(st.lists(st.sampled_from(["Kherson", "Kher", "son", " ", "-", "é", "_"])))
def test_a_name_stands_twice_as_a_word(parts: list[str]) -> None:
    text = "".join(parts)
    plainly = re.findall(r"\bKherson\b", text)
    found = garbled_place._stands_twice(text, "Kherson")  # noqa: SLF001
    assert found == (len(plainly) >= 2)


@given(st.text("aÉ_1.’ \n(", max_size=12))
def test_the_word_before_a_name_is_that_of_the_plain_pattern(before: str) -> None:
    match = names._WORD_BEFORE.search(before)  # noqa: SLF001
    assert names._word_before(before) == (match[1] if match else "")  # noqa: SLF001
