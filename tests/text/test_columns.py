from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.text.words import spans_of_words
from tests.conftest import NASTY_TEXTS

FEW_WORDS = st.lists(
    st.sampled_from(
        ["a", "ab", "the", "abcdefghijklmno", "abcdefghijklmnop", "Б" * 7, "Б" * 8, "\0"]
    ),
    max_size=12,
).map("  ".join)


def cells(text: str) -> list[bytes]:
    return [word.encode("utf-8", "surrogatepass")[:16] for word in text.split()]


@given(NASTY_TEXTS | FEW_WORDS)
def test_words_are_what_white_space_parts(text: str) -> None:
    columns = Document(text).columns
    words = text.split()
    for number, word in enumerate([*words, ""]):
        long = len(word.encode("utf-8", "surrogatepass")) > 15
        assert columns.word(number) == (None if long else word)


@given(NASTY_TEXTS | FEW_WORDS)
def test_a_shift_compares_every_word_with_a_later_one(text: str) -> None:
    words, columns = cells(text), Document(text).columns
    twins = [place for place, word in enumerate(words) if words[place + 1 : place + 2] == [word]]
    assert [place for place, _ in columns.again([1], 2)] == twins
    thrice = [
        (place, step)
        for step in (3, 2, 1)
        for place, word in enumerate(words)
        if words[place + step : place + 2 * step + 1 : step] == [word, word]
    ]
    assert list(columns.again([3, 2, 1], 3)) == sorted(thrice)


@given(NASTY_TEXTS)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    words = text.split()
    numbers = [number for number in range(len(words)) for _ in range(2)]
    found = [span.of(text) for span in spans_of_words(text, numbers)]
    assert found == [words[number] for number in numbers]


@pytest.mark.parametrize(
    "text", ["a" * 4_000_000, " " * 4_000_000, "a " * 500_000, "ab\n\n" * 500_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    columns = Document(text).columns
    began = process_time()
    assert [place for place, _ in columns.again([1], 2)] == list(
        range(max(0, len(text.split()) - 1))
    )
    assert process_time() - began < 10
