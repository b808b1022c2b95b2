from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given

from newslint.checks.doubled_word import DoubledWord
from newslint.document import Document
from newslint.text.derived import apply_edits
from tests.conftest import NASTY_TEXTS

LISTED = DoubledWord(words=("the", "to"))
ANY = DoubledWord(unless=("very",))


def found(check: DoubledWord, text: str) -> list[tuple[int, str]]:
    return [(m.span.start, m.span.of(text)) for m in check.find(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the end of the the war", [(11, "the the")]),
        ("🇺🇦 The the war", [(3, "The the")]),
        ("he went to\r\nto the\u00a0the sea", [(8, "to\r\nto"), (15, "the\u00a0the")]),
        ("the The Hague, The The, bathe the sea, the the-war, the the’s", []),
        ("in the.\nThe end\n\nend the\n\nthe end", []),
        ("went to to.do the the_x", []),
    ],
)
def test_listed_words(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(LISTED, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they see see it", [(5, "see see")]),
        ("they see\nsee it", [(5, "see\nsee")]),
        ("see\n\nsee it, very very long; New York New York; left, left", []),
        ("they see  \u00a0see it", [(5, "see  \u00a0see")]),
        ("internationalised internationalised", [(0, "internationalised internationalised")]),
        ("internationalised internationalises", []),
        ("café café", [(0, "café café")]),
        ("see see see", [(0, "see see"), (4, "see see")]),
    ],
)
def test_any_word(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(ANY, text) == expected


def test_the_fix_is_final() -> None:
    text = "the the the end"
    for _ in range(3):
        edits = [edit for match in LISTED.find(Document(text)) for edit in match.edits]
        text = apply_edits(text, edits)
    assert text == "the end"


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    for check in (LISTED, ANY):
        for _, part in found(check, text):
            first, second = part.lower().split()
            assert first == second


def test_hostile_text_takes_linear_time() -> None:
    text = " ".join(f"{word} {word}" for word in ["ab" * (n % 9 + 1) for n in range(30_000)])
    began = perf_counter()
    found(ANY, text)
    assert perf_counter() - began < 3
