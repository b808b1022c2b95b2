from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.language import FUNCTION_WORDS, words_of
from tests.conftest import NASTY_TEXTS

MARKS = st.sampled_from([*"AzßÉÿŁſΣ²½_0’“… \n\x85\xa0", "the", "des", "не", "日本", "\ud800"])


@given(
    st.one_of(NASTY_TEXTS, st.text(st.characters(max_codepoint=255)), st.lists(MARKS).map("".join))
)
def test_a_table_finds_the_words_that_an_expression_finds(text: str) -> None:
    assert words_of(text) == re.findall(r"[^\W\d_]+", text.lower())


def test_no_small_english_word_is_of_another_language() -> None:
    others = (words for language, words in FUNCTION_WORDS.items() if language != "en")
    assert FUNCTION_WORDS["en"].isdisjoint(frozenset().union(*others))
