from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.knowledge import capitals
from newslint.knowledge.capitals import capital_words, capitals_between, capitals_of
from tests.conftest import capitals_in

TEXTS = st.text("ABÉŁaéßs1_ .’'-\n", max_size=40)
PLAINLY = re.compile(
    r"(?<![\w’'-])[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ][\w-]*(?:[’'](?!s\b)[\w-]+)*"
)


@given(TEXTS)
def test_the_capitalised_words_are_those_of_the_plain_pattern(text: str) -> None:
    found = [(word.span.start, word.text) for word in capitals_in(Document(text))]
    assert found == [(match.start(), match[0]) for match in PLAINLY.finditer(text)]
    assert set(capital_words(Document(text))) == {word for _, word in found}


@pytest.mark.parametrize("few", [0, 16])
def test_the_places_of_some_words_are_among_all(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capitals, "_FEW_WORDS", few)

    @given(TEXTS, st.integers(0, 5))
    def check(text: str, number: int) -> None:
        some = set(sorted(capital_words(Document(text)))[:number])
        wanted = [word for word in capitals_in(Document(text)) if word.text in some]
        assert capitals_of(Document(text), some) == wanted
        document = Document(text)
        assert list(capitals_in(document)) == list(capitals_in(document))
        assert capitals_of(document, some) == wanted

    check()


def test_a_long_text_has_the_words_that_stand_at_places(monkeypatch: pytest.MonkeyPatch) -> None:
    @given(TEXTS)
    def check(text: str) -> None:
        words = set(capital_words(Document(text)))
        with monkeypatch.context() as patched:
            patched.setattr(capitals, "_MANY", 0)
            assert set(capital_words(Document(text))) == words

    check()


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_words_between_places_are_among_all(text: str, start: int, end: int) -> None:
    found = list(capitals_between(text, start, end))
    assert found == [word for word in capitals_in(Document(text)) if start <= word.start < end]
