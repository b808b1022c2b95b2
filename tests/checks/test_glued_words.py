from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given

from newslint.checks.glued_words import GluedWords
from newslint.document import Document
from newslint.text.derived import apply_edits
from tests.conftest import NASTY_TEXTS

CHECK = GluedWords(
    first=("correspondent", "the", "of"),
    second=("The", "This"),
    names_unless=("Mac",),
    brands=("theGrio",),
)


def found(text: str) -> list[str]:
    return [match.span.of(text) for match in CHECK.find(Document(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our correspondentJames left.", ["correspondentJames"]),
        ("🇺🇦 ofTexas", ["ofTexas"]),
        ("the KremlinThe talks", ["KremlinThe"]),
        ("Li Wenpei left. Li WenpeiPositive.", ["WenpeiPositive"]),
        ("Li Wenpei left. WenpeiPositive.", []),
        ("Apple Mac. Apple MacBook.", []),
        ("YouTube, WikiLeaks, iPhone, McDonald, DeVos, LaGuardia", []),
        ("Daimler and Chrysler: DaimlerChrysler.", []),
        ("theGrio, @theUnited, theUnited@example.org, example.org/ofTexas, ofTexas.com", []),
        ("theЖук", []),
    ],
)
def test_a_capital_within_a_word_needs_evidence(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_the_fix_changes_no_letter_and_is_final() -> None:
    text = "Our correspondentJames read law ofTexas."
    edits = [edit for match in CHECK.find(Document(text)) for edit in match.edits]
    fixed = apply_edits(text, edits)
    assert fixed == "Our correspondent James read law of Texas."
    assert found(fixed) == []


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    for word in found(text):
        assert any(letter.isupper() for letter in word)


@pytest.mark.parametrize("text", ["aAa" * 30_000, "Li WenpeiBo " * 10_000, "a" * 90_000 + "Aa"])
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = perf_counter()
    found(text)
    assert perf_counter() - began < 3
