from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.derived import Edit, apply_edits, derive
from newslint.text.edits import deletion, minimal
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(NASTY_TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    replacements = st.sampled_from(["", "x", "’", "longer text"])
    return text, [Edit(Span(start, end), draw(replacements)) for start, end in pairs]


@given(texts_with_edits())
def test_what_was_copied_maps_back_to_itself(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    changed, back = derive(text, edits)
    for offset in range(len(changed)):
        original = back.to_original(Span(offset, offset + 1))
        if any(edit.span.overlaps(original) or edit.span == original for edit in edits):
            continue
        assert text[original.start : original.end] == changed[offset]


@given(texts_with_edits(), st.integers(0, 60), st.integers(0, 60))
def test_mapped_spans_lie_in_the_original(
    case: tuple[str, list[Edit]], one: int, other: int
) -> None:
    text, edits = case
    changed, back = derive(text, edits)
    start, end = sorted((min(one, len(changed)), min(other, len(changed))))
    original = back.to_original(Span(start, end))
    assert 0 <= original.start <= original.end <= len(text)


@given(texts_with_edits())
def test_deriving_and_applying_agree(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assert derive(text, edits)[0] == apply_edits(text, edits)


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcdef", [Edit(Span(0, 3), ""), Edit(Span(2, 4), "")])


def test_a_span_across_removed_text_is_known() -> None:
    text = "He left. See also: Ten facts She stayed."
    changed, back = derive(text, [Edit(Span(9, 29), "")])
    assert changed == "He left. She stayed."
    assert back.crosses_gap(Span(0, len(changed)))
    assert not back.crosses_gap(Span(0, 8))
    assert not back.crosses_gap(Span(9, len(changed)))


def test_removed_invisible_characters_are_no_gap() -> None:
    _, back = derive("Zelen\u200bsky", [Edit(Span(5, 6), "")])
    assert not back.crosses_gap(Span(0, 8))


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("One.\n\nSee also: Two\n\nThree.", "See also: Two", "One.\n\nThree."),
        ("One.\r\n\r\nShare\r\n\r\nThree.", "Share", "One.\r\n\r\nThree."),
        ("One.\nShare\nThree.\n", "Share", "One.\nThree.\n"),
        ("One.\n\nShare", "Share", "One."),
        ("One.\nShare\n\nThree.", "Share", "One.\n\nThree."),
        ("One.\r\nShare\r\n\r\nThree.", "Share", "One.\r\n\r\nThree."),
        ("One.\n\nShare\n", "Share", "One.\n"),
        ("Share\n\nOne.", "Share", "One."),
        ("The end.<br /> He left.", "<br />", "The end. He left."),
        ("in 2021.This cannot be playedHe left.", "This cannot be played", "in 2021. He left."),
        ("He said (pic) so.", "(pic)", "He said so."),
        ("He said pic, so.", "pic", "He said, so."),
        ("“ <b> Yes,” he said.", "<b>", "“ Yes,” he said."),
        ("bo<b>ld", "<b>", "bold"),
        ("  date 2022-11-11 Kyiv: Troops", "date 2022-11-11", "  Kyiv: Troops"),
    ],
)
def test_a_deletion_leaves_no_hole(text: str, taken: str, left: str) -> None:
    start = text.index(taken)
    assert apply_edits(text, deletion(text, Span(start, start + len(taken)))) == left


@given(NASTY_TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_deletion_takes_the_span_and_nothing_visible_beside_it(
    text: str, one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for edit in deletion(text, Span(start, end)):
        beside = text[edit.span.start : start] + text[end : edit.span.end]
        assert not beside.strip()
        assert edit.replacement in ("", " ")


@given(NASTY_TEXTS, NASTY_TEXTS)
def test_the_smallest_edit_gives_the_same_text(old: str, new: str) -> None:
    assert apply_edits(old, minimal(old, Span(0, len(old)), new)) == new
