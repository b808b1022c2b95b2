from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.translation_pair import TranslationPair
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

NUMBERS = TranslationPair(compare="numbers")
NAMES = TranslationPair(compare="names")
BRACKETS = TranslationPair(compare="brackets")


def found(check: TranslationPair, source: str, target: str) -> list[tuple[str, str]]:
    document = Document(target, source_text=source)
    return [(item.span.of(target), item.values["expected"]) for item in check.find(document)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("500 men", "5.000 Mann", [("5.000", "500")]),
        ("12 and 21", "21 und 12", []),
        ("On 11.11.2022", "2022年11月11日", []),
        ("25,000 people", "2.5万人", []),
        ("2.5 million", "2 500 000", []),
        ("at 3:15 p.m.", "um 15:15 Uhr", []),
        ("at 3:10 p.m.", "um 15:16 Uhr", [("16", "10")]),
        ("٢٥ people", "25 Leute", []),
        ("two people", "2 Leute", []),
        ("2 people", "zwei Leute", []),
        ("1,000.50", "1.000,50", []),
        ("COVID-19 in 2020", "COVID-19 en 2021", [("2021", "2020")]),
    ],
)
def test_numbers(source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert found(NUMBERS, source, target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Er kam.", [("Er kam.", "Emmanuel Macron")]),
        ("Macrons Besuch.", []),
        ("MACRON kam.", []),
        ("Он приехал.", []),
    ],
)
def test_names(target: str, expected: list[tuple[str, str]]) -> None:
    assert found(NAMES, "Emmanuel Macron came. Emmanuel Macron left.", target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("{a} (b)", "{a} （b）", []),
        ("{a} and {b}", "{a}", [("{a}", "2 of “{”")]),
        ("%(a)s item(s)", "%(a)s", []),
        ("%(a)s", "a", [("a", "1 of “(”")]),
        ("a", "[b] [c]", [("[", "0 of “[”")]),
    ],
)
def test_brackets(source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert found(BRACKETS, source, target) == expected


@given(text=NASTY_TEXTS | st.text("0123456789., 万%()[]{}", max_size=40))
def test_a_text_agrees_with_itself_and_with_no_source(text: str) -> None:
    for check in (NUMBERS, NAMES, BRACKETS):
        assert not list(check.find(Document(text, source_text=text)))
        assert not list(check.find(Document(text)))


def test_thousands_of_numbers_take_no_time() -> None:
    target = " ".join(str(number) for number in range(100_000, 130_000))
    assert len(found(NUMBERS, " ".join(map(str, range(30_000))), target)) > 100
