from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.language import FUNCTION_WORDS, words_of
from newslint.text.small_words import tally
from tests.conftest import NASTY_TEXTS

WORDS = ["the", "of", "The", "de", "DES", "des", "oK", "\u212a", "İdes", "dİ", "não", "не", "日本"]
JOINTS = [" ", " ", "5", "_", "²", "\u0301", "“", "’", "\n", ""]
PIECES = st.lists(st.sampled_from(WORDS) | st.sampled_from(JOINTS)).map("".join)


@given(NASTY_TEXTS | PIECES)
def test_a_text_holds_no_fewer_english_words_and_no_more_of_another_language(text: str) -> None:
    words = Counter(words_of(text))
    held = tally([text])
    votes = {
        language: sum(map(words.__getitem__, known)) for language, known in FUNCTION_WORDS.items()
    }
    assert held.english <= votes.pop("en")
    assert held.foreign >= max(votes.values())
    assert held.letters <= sum(len(word) * count for word, count in words.items())
    assert held.wide == sum(not mark.isascii() for mark in text)
