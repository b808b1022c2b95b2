from __future__ import annotations

import pytest
from hypothesis import given

from newslint.checks.foreign_script import ForeignScript
from newslint.document import Document
from tests.conftest import NASTY_TEXTS


def found(text: str) -> list[tuple[int, int, str]]:
    matches = ForeignScript().find(Document(text))
    return [(match.span.start, match.span.end, match.values["script"]) for match in matches]


@pytest.mark.parametrize(
    ("word", "script"),
    [("долго", "Cyrillic"), ("静岡", "Han"), ("ひらがな", "Hiragana"), ("नमस्ते", "Devanagari")],
)
def test_a_word_left_in_its_script(word: str, script: str) -> None:
    text = f"The capital 🇺🇦 was {word} moved to the north of the country, he said."
    assert found(text) == [(19, 19 + len(word), script)]


@pytest.mark.parametrize(
    "text",
    [
        "The president (Зеленский) said that the bridge was gone.",
        "The president (in Russian Зеленский) said that the bridge was gone.",
        "The word долго is long, and so is “долго” in a quotation of this text.",
        "A priest, поп [priest], came to the village in the north of the country.",
        "The tag #Київ and the handle @Київ stood on the wall of the old house.",
        "Долго.",
        "A gene called β-catenin and a length of 5 µm were measured in the study.",
        "Zеlensky has a letter of another alphabet within his name in this text.",
    ],
)
def test_named_quoted_and_explained_words_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_text_about_the_language_is_left_alone() -> None:
    assert found("The word was put долго before the others in that sentence.\n" * 9) == []


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    for start, end, _ in found(text + " долго " + text):
        assert start < end
