from __future__ import annotations

import re
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.word_keys import endings, word_keys
from tests.conftest import NASTY_TEXTS

MARKS = st.text("aÉéZ_0 .,\0\n“’\u0307\u2028\x1c\xa0ßİŉᾷ\ud800𐐀𐐨", max_size=8)


@given(st.lists(MARKS | NASTY_TEXTS, min_size=1, max_size=5))
def test_keys_are_the_words_whatever_their_case(parts: list[str]) -> None:
    words = [" ".join(re.findall(r"\w+", part.casefold())) for part in parts]
    assert word_keys(parts) == [found.encode("utf-8", "surrogatepass") for found in words]


def test_every_character_is_folded_alike_alone_and_among_others() -> None:
    parts = [f"A{chr(code)}b" for code in range(0x110000)]
    words = [" ".join(re.findall(r"\w+", part.casefold())) for part in parts]
    assert b"\n".join(word_keys(parts)).decode("utf-8", "surrogatepass") == "\n".join(words)


@given(st.lists(st.lists(MARKS | NASTY_TEXTS, max_size=20).map("".join), min_size=1, max_size=5))
def test_endings_are_the_last_letters_of_the_keys(parts: list[str]) -> None:
    ends = list(accumulate(map(len, parts)))
    bounds = [(end - len(part), end) for end, part in zip(ends, parts, strict=True)]
    letters = [key.replace(b" ", b"") for key in word_keys(parts)]
    assert endings("".join(parts), bounds) == [found[-28:] for found in letters]
