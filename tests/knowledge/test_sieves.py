"""What is remembered from text to text changes no answer."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.knowledge import pairs, sieve
from newslint.knowledge.nearness import deletions, one_edit_apart
from newslint.knowledge.pairs import PairSieve
from newslint.knowledge.sieve import Sieve, TextWords, Vocabulary

WORDS = st.frozensets(st.text("abc", min_size=1, max_size=4), max_size=8)
TEXTS = st.lists(WORDS, max_size=8)


def odd(word: str) -> bool:
    return len(word) % 2 == 1


def even(word: str) -> bool:
    return not odd(word)


TESTS = (odd, even, odd)


@pytest.fixture(params=[5, 1000])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "_MOST_WORDS", request.param)
    monkeypatch.setattr(pairs, "_MOST_KEYS", 8 * request.param)
    monkeypatch.setattr(pairs, "_CROWD", 7)


@pytest.mark.usefixtures("few")
def test_a_sieve_catches_the_words_of_each_text_alone() -> None:
    @given(st.lists(st.tuples(WORDS, st.booleans(), st.integers(0, 2)), max_size=8))
    def check(texts: list[tuple[frozenset[str], bool, int]]) -> None:
        vocabulary = Vocabulary()
        sieves = [Sieve(odd, vocabulary), Sieve(even, vocabulary), Sieve(odd)]
        held = [TextWords(words) if kept else words for words, kept, _ in texts]
        # The sieves read the texts in turns, or one after the other, and some not all.
        for index, words in enumerate(held):
            assert sieves[0].caught(words) == frozenset(filter(odd, words))
            for number in range(texts[index][2]):
                assert sieves[number].caught(words) == frozenset(filter(TESTS[number], words))
        for test, read in zip(TESTS, sieves, strict=True):
            for words in held:
                assert read.caught(words) == frozenset(filter(test, words))

    check()


@pytest.mark.usefixtures("few")
def test_a_pair_is_caught_in_each_text_that_holds_both() -> None:
    @given(TEXTS)
    def check(texts: list[frozenset[str]]) -> None:
        found = PairSieve(deletions, one_edit_apart)
        for words in texts:
            near = [pair for pair in permutations(words, 2) if one_edit_apart(*pair)]
            assert found.caught(words) == sorted(near)

    check()


def test_a_word_is_asked_about_once() -> None:
    asked: list[str] = []

    def concerns(word: str) -> bool:
        asked.append(word)
        return False

    known = Sieve(concerns)
    for _ in range(3):
        known.caught(frozenset({"Kyiv", "Lviv"}))
    assert sorted(asked) == ["Kyiv", "Lviv"]


def test_a_text_of_too_many_words_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "_MOST_KEYS", 20)
    found = PairSieve(deletions, one_edit_apart)
    many = frozenset({"Tarasenkov", "Tarasenkv", "Zelenskyy", "Zelensky"})
    few_words = frozenset({"Kuleba", "Kulba"})
    assert found.caught(few_words) == [("Kulba", "Kuleba"), ("Kuleba", "Kulba")]
    assert found.caught(many) == []
    assert found.caught(few_words) == [("Kulba", "Kuleba"), ("Kuleba", "Kulba")]


def test_a_crowd_takes_no_quadratic_time_and_hides_no_later_pair() -> None:
    asked = 0

    def concerns(one: str, other: str) -> bool:
        nonlocal asked
        asked += 1
        return one[0] == other[0]

    found = PairSieve(lambda word: word[:1], concerns)
    assert found.caught(frozenset(f"A{number}" for number in range(2000))) == []
    assert asked < 2000 * 10
    for number in range(500):
        word = f"A{number}"
        assert found.caught(frozenset({"Ab", word})) == [(word, "Ab"), ("Ab", word)]
