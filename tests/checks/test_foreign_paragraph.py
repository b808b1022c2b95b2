from __future__ import annotations

import pytest
from hypothesis import given

from newslint.checks.foreign_paragraph import ForeignParagraph
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

BEFORE = "The army has left the city, and the river was crossed at night by its troops."
AFTER = "The mayor was at the bridge with his men when it fell, and they have not been seen."


def found(paragraph: str) -> list[tuple[int, int, str]]:
    text = f"{BEFORE}\n\n{paragraph}\n\n{AFTER}"
    matches = ForeignParagraph().find(Document(text, language="en"))
    return [(match.span.start, match.span.end, match.values["language"]) for match in matches]


@pytest.mark.parametrize(
    ("paragraph", "language"),
    [
        ("Der Minister sagte, dass die Brücke nicht für den Verkehr offen ist.", "German"),
        ("Le ministre a dit que les ponts ne sont pas ouverts pour les voitures.", "French"),
        ("El alcalde dijo que los puentes de la ciudad no están abiertos para los coches.",
         "Spanish"),
        ("Мэр города сообщил, что мост больше не открыт для движения.", "Russian"),
        ("市長は橋がもう通行できないと発表しました。", "Japanese"),
    ],
)  # fmt: skip
def test_a_paragraph_in_another_language(paragraph: str, language: str) -> None:
    start = len(BEFORE) + 2
    assert found(paragraph) == [(start, start + len(paragraph), language)]
    assert found(paragraph) == found(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Der Minister sagte, dass die Brücke nicht für den Verkehr offen ist.”",
        "The mayor of Los Angeles met Ursula von der Leyen and Luis de los Santos.",
        "Die Zeit",
        "The film “Das Leben der Anderen” and the song “Les feuilles mortes” were shown there.",
        "Мэр",
    ],
)
def test_names_and_quotations_are_left_alone(paragraph: str) -> None:
    assert found(paragraph) == []


def test_a_text_that_is_mostly_foreign_is_left_alone() -> None:
    text = "Der Minister sagte, dass die Brücke nicht für den Verkehr offen ist.\n\nOh."
    assert list(ForeignParagraph().find(Document(text, language="en"))) == []


GERMAN = "Der Minister sagte, dass die Brücke nicht für den Verkehr offen ist."


@pytest.mark.parametrize(
    ("longest", "expected"),
    [
        (f"{BEFORE} Ursula von der Leyen was there with her men. {AFTER}", [GERMAN]),
        (f"Die Stadt ist von der Armee verlassen, und der Fluss wurde in der Nacht. {GERMAN}", []),
    ],
)
def test_what_most_of_the_text_is_in_decides_about_others(
    longest: str, expected: list[str]
) -> None:
    text = f"{longest}\n\n{GERMAN}"
    assert len(longest) * 2 > len(text)
    matches = ForeignParagraph().find(Document(text, language="en"))
    assert [match.span.of(text) for match in matches] == expected


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    found(text)
