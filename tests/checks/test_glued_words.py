from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.glued_words import GluedWords
from newslint.document import Document
from newslint.text import sought
from newslint.text.derived import apply_edits
from newslint.text.regex import any_found
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


PARTS = st.lists(
    st.sampled_from(["of", "the", "The", "Ab", "BC", "c", "é", "É", "ß", "字", " ", "@", "”", "1"]),
    max_size=12,
).map("".join)


@given(PARTS | NASTY_TEXTS)
def test_every_text_with_a_finding_holds_the_trigger(text: str) -> None:
    if found(text):
        assert any_found(CHECK.triggers() or (), Document(text).encoded.data)


def test_a_word_of_one_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="two small letters"):
        GluedWords(first=("a",)).triggers()


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


NAMES = ["Joe", "Biden", "BidenSaid", "JoeBiden", "Biden’s", "Élan", "BidenÉlan", "ofJoe", "é", "İ"]
GAPS = [" ", " ", " ", ", ", "-", "\n", "_", "5", ""]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(GAPS))))
def test_names_are_found_in_a_long_text_as_in_a_short_one(pairs: list[tuple[str, str]]) -> None:
    text = "".join(part + joint for part, joint in pairs)
    words = found(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sought, "_LONG", 0)
        assert found(text) == words
