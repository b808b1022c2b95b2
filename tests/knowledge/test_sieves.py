"""What is remembered from text to text, or found a shorter way, changes no answer."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.context import Context
from newslint.checks.known_name import KnownName
from newslint.checks.name_drift import NameDrift
from newslint.knowledge import pairs, sieve
from newslint.knowledge.folding import cyrillic_fold, cyrillic_folds, plain, plain_lines, plains
from newslint.knowledge.nearness import deletions, one_edit_apart
from newslint.knowledge.pairs import (
    Doubles,
    may_crowd,
    near_by_deletions,
    near_names,
    sharing,
    surely_shared,
)
from newslint.knowledge.people_index import people_index
from newslint.knowledge.sieve import Sieve, TextWords, Vocabulary
from newslint.knowledge.store import load
from newslint.knowledge.unknown import Unknown

WORDS = st.frozensets(st.text("abc", min_size=1, max_size=4), max_size=8)
TEXTS = st.lists(WORDS, max_size=8)


def odd(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) % 2 == 1}


def even(words: Iterable[str]) -> set[str]:
    return set(words) - odd(words)


QUESTIONS = (odd, even, odd)


@pytest.mark.parametrize("most", [5, 1000])
def test_a_sieve_catches_the_words_of_each_text_alone(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sieve, "_MOST_WORDS", most)

    @given(st.lists(st.tuples(WORDS, st.booleans(), st.integers(0, 3)), max_size=8))
    def check(texts: list[tuple[frozenset[str], bool, int]]) -> None:
        vocabulary = Vocabulary()
        sieves = [Sieve(odd, vocabulary), Sieve(odd)]
        held = [TextWords(words) if kept else words for words, kept, _ in texts]
        # The sieves read the texts in turns, or one after the other, and some not all.
        for index, words in enumerate(held):
            assert sieves[0].caught(words) == odd(words)
            if index == 3:
                sieves.insert(1, Sieve(even, vocabulary))
            for number in range(min(texts[index][2], len(sieves))):
                question = even if number == 1 and index >= 3 else odd
                assert sieves[number].caught(words) == question(words)
        for read in sieves:
            question = even if len(sieves) == 3 and read is sieves[1] else odd
            for words in held:
                assert read.caught(words) == question(words)

    check()


@pytest.mark.parametrize("most", [5, 1000])
def test_doubles_are_caught_in_each_text_that_holds_both(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sieve, "_MOST_WORDS", most)

    @given(TEXTS)
    def check(texts: list[frozenset[str]]) -> None:
        doubles = Doubles(lambda names: (list(names), [word[:1] for word in names]), Vocabulary())
        for words in map(TextWords, texts):
            caught = doubles.caught(words)
            assert caught <= words
            for one, other in combinations(words, 2):
                assert {one, other} <= caught or one[0] != other[0]

    check()


def test_a_word_is_asked_about_once() -> None:
    asked: list[str] = []

    def question(names: Mapping[str, str]) -> set[str]:
        asked.extend(names.values())
        return set()

    known = Sieve(question)
    for _ in range(3):
        known.caught(frozenset({"Kyiv", "Lviv", "Orbán"}))
    assert sorted(asked) == ["kyiv", "lviv", "orban"]


def test_a_vocabulary_does_not_keep_its_sieves() -> None:
    asked: list[str] = []
    vocabulary = Vocabulary()
    kept = Sieve(odd, vocabulary)
    Sieve(lambda names: filter(asked.append, names), vocabulary)
    gc.collect()
    assert kept.caught(frozenset({"Kyiv", "Minsk"})) == {"Minsk"}
    assert asked == []


@given(st.lists(st.text("Aéßﬀ’'Łİ1_-aZ", max_size=6)))
def test_names_are_made_plain_together_as_alone(names: list[str]) -> None:
    assert plains(names) == list(map(plain, names))
    assert plain_lines(names).split("\n") == (list(map(plain, names)) or [""])


@given(st.lists(st.text("aeiosckhztyjgxwpqé", max_size=7)))
def test_names_are_folded_together_as_alone(names: list[str]) -> None:
    some = list(map(plain, names))
    assert cyrillic_folds(some) == list(map(cyrillic_fold, some))


@given(st.sets(st.text("abc", min_size=1, max_size=9), max_size=12), st.integers(0, 12))
def test_near_names_are_those_one_edit_apart(names: set[str], number: int) -> None:
    rare = sorted(names)[:number]
    near = {(one, other) for one in rare for other in names if one_edit_apart(one, other)}
    assert near_names(rare, "\n".join(names)) == near
    many = near_by_deletions(rare, names)
    assert near == {pair for pair in many if one_edit_apart(*pair)}


@given(st.sets(st.text("abcd", min_size=4, max_size=7).map(str.title), max_size=30))
@pytest.mark.parametrize("limits", [(100, 40_000, 20), (100, 10, 2), (3, 60, 2), (6, 90, 20)])
def test_pairs_are_those_that_share_a_key(limits: tuple[int, int, int], words: set[str]) -> None:
    check = NameDrift()
    with pytest.MonkeyPatch.context() as patched:
        for name, limit in zip(("_CROWD", "_MOST_LETTERS", "_TRIES"), limits, strict=True):
            patched.setattr(pairs, name, limit)
        found = check._pairs(TextWords(words))  # noqa: SLF001
        assert found == check._among_many(words)  # noqa: SLF001


@given(st.sets(st.text("abcd", min_size=4, max_size=7), max_size=40), st.integers(1, 9))
def test_no_crowd_is_missed(names: set[str], crowd: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pairs, "_CROWD", crowd)
        found = sharing([(name, deletions(name)) for name in names], one_edit_apart)
        assert found is not None or may_crowd(names, ["", ""])
        assert found is not None or not surely_shared(names, ["", ""])
        if found is not None:
            near = {pair for pair in permutations(names, 2) if one_edit_apart(*pair)}
            assert found | {(other, one) for one, other in found} == near


def test_a_text_of_too_many_words_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"Tarasenkov", "Tarasenkv", "Zelenskyy", "Zelensky"}
    keys = [(word, deletions(word)) for word in sorted(words)]
    assert len(sharing(keys, one_edit_apart) or ()) == 2
    monkeypatch.setattr(pairs, "_MOST_KEYS", 20)
    assert sharing(keys, one_edit_apart) is None


@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=40), st.integers(1, 9))
def test_what_is_surely_shared_is_no_crowd(names: list[str], crowd: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pairs, "_CROWD", crowd)
        patched.setattr(pairs, "_MOST_KEYS", 200)
        keyed = [(str(n), (*deletions(name), cyrillic_fold(name))) for n, name in enumerate(names)]
        if surely_shared(names, map(cyrillic_fold, names)):
            assert sharing(keyed, lambda *_: False) is not None


def test_a_crowd_takes_no_quadratic_time() -> None:
    asked = 0

    def concerns(_one: str, _other: str) -> bool:
        nonlocal asked
        asked += 1
        return True

    assert sharing(((f"A{number}", ("A",)) for number in range(2000)), concerns) is None
    assert asked < 2000 * 10


def test_what_is_known_of_common_words_changes_no_answer() -> None:
    knowledge, context = load(()), Context()
    index, common = people_index(knowledge), knowledge.common.among(10_000)
    assert len(common) > 30_000
    near = {word for word in common if index.candidates(word)}
    assert all(map(index.may_be_near, near))
    assert near - index.known == index.near_common
    words = {word.capitalize(): word for word in sorted(common)[::7]}
    words |= dict.fromkeys(["Kulba", "Kyiv", "Zelenski"], "") | {"Tokayrev": "tokayrev"}
    names = {word: plain(word) for word in words}
    unknown = Unknown(knowledge, context.accepted, 1.5, 5)

    def answers() -> list[list[str]]:
        asked = KnownName()._could_be_misspelt(names)  # noqa: SLF001
        return [unknown(names), [word for word in asked if index.candidates(names[word])]]

    found = answers()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(knowledge.common, "_words", frozenset())
        patched.setattr(knowledge.common, "_asked", -1_000_000)
        assert answers() == found
    assert all(found)
