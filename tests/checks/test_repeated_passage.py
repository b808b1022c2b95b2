from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks import repeated_passage
from newslint.checks.repeated_passage import RepeatedPassage
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

PARAGRAPH = RepeatedPassage(unit="paragraph", min_words=5)
SENTENCE = RepeatedPassage(unit="sentence", min_words=5)
HEADLINE = RepeatedPassage(unit="headline", min_words=3)
PASSAGE = "The river rose in the night."


def found(check: RepeatedPassage, text: str) -> list[tuple[int, str]]:
    return [(m.span.start, m.values["first_line"]) for m in check.find(Document(text))]


def test_the_wider_unit_takes_what_both_would_find() -> None:
    text = f"It rained.\n\n{PASSAGE}\n\nThey slept.\n\n{PASSAGE}"
    assert found(PARAGRAPH, text) == [(text.rindex(PASSAGE), "3")]
    assert found(SENTENCE, text) == []


def test_a_sentence_within_a_paragraph() -> None:
    text = f"It rained. {PASSAGE} They slept. {PASSAGE} Nobody came."
    assert found(SENTENCE, text) == [(text.rindex(PASSAGE), "1")]
    assert found(PARAGRAPH, text) == []


def test_sentences_in_a_row_are_one_passage() -> None:
    again = f"They slept. {PASSAGE} {PASSAGE[:-1]} again."
    text = f"{again} Nobody came. {again} {again}"
    first, second = SENTENCE.find(Document(text))
    assert (first.span.of(text), first.values["repeated"]) == (again, "3 sentences stand")
    assert (second.span.of(text), second.values["repeated"]) == (again, "3 sentences stand")


def test_a_passage_ends_where_another_sentence_stands() -> None:
    one, other = PASSAGE, "Nobody in the town slept."
    text = f"{one} {other} It rained. {one} Nobody came. {other}"
    assert [match.span.of(text) for match in SENTENCE.find(Document(text))] == [one, other]


def test_a_loop_is_one_passage() -> None:
    text = " ".join([PASSAGE] * 4)
    assert [match.span.of(text) for match in SENTENCE.find(Document(text))] == [
        " ".join([PASSAGE] * 3)
    ]


def test_a_repeated_paragraph_of_several_sentences_is_left_to_the_wider_unit() -> None:
    text = f"It rained. {PASSAGE}\n\nThey slept.\n\nIt rained. {PASSAGE}"
    assert len(found(PARAGRAPH, text)) == 1
    assert found(SENTENCE, text) == []


def test_a_headline_is_no_repeated_paragraph() -> None:
    text = f"Army leaves the river town\n\nBy Ann\n\nArmy leaves the river town\n\n{PASSAGE}"
    assert found(HEADLINE, text) == [(36, "1")]
    assert found(PARAGRAPH, text) == []
    assert found(HEADLINE, f"{PASSAGE}\n\n{PASSAGE}") == []
    assert found(PARAGRAPH, f"{PASSAGE}\n\n{PASSAGE}") == [(30, "1")]


def test_short_passages_may_come_again() -> None:
    assert found(PARAGRAPH, "We left.\n\nWe left.") == []
    assert found(HEADLINE, "Rain\n\nRain\n\nIt rains.") == []


PIECES = st.lists(
    st.sampled_from(
        [
            PASSAGE,
            f" {PASSAGE} ",
            "The U.S. Army, example.com and 3.5",
            ". ",
            " ",
            "\n",
            "\r\n",
            "...",
        ]
    ),
    max_size=12,
).map("".join)


@given(PIECES, st.sampled_from([PARAGRAPH, SENTENCE]))
def test_the_quick_look_overlooks_nothing(text: str, check: RepeatedPassage) -> None:
    looked = found(check, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeated_passage, "_standing_again", lambda *_: len(text) + 99)
        assert found(check, text) == looked


@given(st.lists(st.tuples(st.integers(248, 252), st.sampled_from(["", "rose", "fell"]))))
def test_paragraphs_that_begin_alike_are_held_against_each_other_whole(
    paragraphs: list[tuple[int, str]],
) -> None:
    text = "\n\n".join(["It rained.", *("river, " * words + last for words, last in paragraphs)])
    again = [at for at, paragraph in enumerate(paragraphs) if paragraph in paragraphs[:at]]
    matches = [match.span for match in PARAGRAPH.find(Document(text))]
    assert matches == [Document(text).paragraphs[1 + at] for at in again]


@pytest.mark.parametrize("check", [PARAGRAPH, SENTENCE])
def test_hostile_text_takes_linear_time(check: RepeatedPassage) -> None:
    began = process_time()
    found(check, f"{PASSAGE} It rained.\n\n" * 20_000)
    assert process_time() - began < 10


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    twice = f"{text}\n\n{text}"
    for check in (PARAGRAPH, SENTENCE, HEADLINE):
        assert all(0 <= start < len(twice) for start, _ in found(check, twice))
