from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.text import columns
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
    made = Document(text).columns
    words = text.split()
    for number, word in enumerate([*words, ""]):
        long = len(word.encode("utf-8", "surrogatepass")) > 15
        assert made.word(number) == (None if long else word)


@given(NASTY_TEXTS | FEW_WORDS, st.integers(1, 3), st.integers(2, 4))
def test_a_shift_compares_words_with_later_ones(text: str, step: int, times: int) -> None:
    words = cells(text)
    again = [
        place
        for place in range(0, len(words), step)
        if words[place : place + step * times : step] == [words[place]] * times
    ]
    assert list(Document(text).columns.again(step, times)) == again


@given(NASTY_TEXTS)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    words = text.split()
    numbers = [number for number in range(len(words)) for _ in range(2)]
    found = [span.of(text) for span in Document(text).columns.spans(numbers)]
    assert found == [words[number] for number in numbers]


@given(st.lists(NASTY_TEXTS | FEW_WORDS, max_size=4).map(" ".join), st.integers(1, 8))
def test_a_long_text_is_read_in_parts(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_LONG", 4)
        patch.setattr(columns, "_PART", size)
        parted = Document(text).columns
    whole = Document(text).columns
    numbers = range(len(text.split()))
    assert list(parted.again(1, 2)) == list(whole.again(1, 2))
    assert list(parted.spans(numbers)) == list(whole.spans(numbers))
    assert [*map(parted.word, numbers)] == [*map(whole.word, numbers)]


@pytest.mark.parametrize(
    "text", ["a" * 4_000_000, " " * 4_000_000, "a " * 500_000, "ab\n\n" * 500_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    made = Document(text).columns
    began = process_time()
    assert list(made.again(1, 2)) == list(range(max(0, len(text.split()) - 1)))
    assert process_time() - began < 10
