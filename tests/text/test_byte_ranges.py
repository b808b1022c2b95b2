from __future__ import annotations

import re

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.byte_ranges import SCRIPTS, byte_ranges

EDGES = [0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0x2019, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF]
CHARACTERS = st.sampled_from(EDGES) | st.integers(0x80, 0x10FFFF)


def pattern_of(first: int, last: int) -> re.Pattern[bytes]:
    return re.compile("|".join(byte_ranges(first, last)).encode())


@given(CHARACTERS, CHARACTERS, CHARACTERS)
def test_a_range_matches_its_characters_alone(one: int, other: int, character: int) -> None:
    first, last = sorted((one, other))
    pattern = pattern_of(first, last)
    for code in (character, first, last):
        encoded = chr(code).encode("utf-8", "surrogatepass")
        assert (pattern.fullmatch(encoded) is not None) == (first <= code <= last)


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_blocks_of_a_script_hold_all_its_characters(script: str) -> None:
    every = "".join(map(chr, [*range(0x80, 0xD800), *range(0xE000, 0x110000)]))
    letters = re2.compile(rf"(?i:\p{{{script}}})".encode()).findall(every.encode())
    patterns = [pattern_of(first, last) for first, last in SCRIPTS[script]]
    assert letters
    assert all(any(pattern.fullmatch(letter) for pattern in patterns) for letter in letters)
