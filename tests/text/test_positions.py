from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.encoded import EncodedText
from newslint.text.lines import LineIndex, Position
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS


@given(NASTY_TEXTS)
def test_every_offset_has_a_position_and_comes_back(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        assert index.offset(index.position(offset)) == offset


@given(NASTY_TEXTS)
def test_positions_grow_with_offsets(text: str) -> None:
    index = LineIndex(text)
    positions = [index.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)


@given(NASTY_TEXTS)
def test_lines_put_together_are_the_text(text: str) -> None:
    index = LineIndex(text)
    rebuilt = "\n".join(index.line(number) for number in range(1, len(index) + 1))
    assert rebuilt == text.replace("\r\n", "\n").replace("\r", "\n")


@given(NASTY_TEXTS)
def test_columns_in_other_units_count_the_line_before(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        position = index.position(offset)
        before = text[offset - position.column + 1 : offset]
        utf16 = len(before.encode("utf-16-le", "surrogatepass")) // 2
        assert index.utf16_column(offset) == utf16 + 1
        assert index.byte_column(offset) == len(before.encode("utf-8", "surrogatepass")) + 1


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("one\ntwo", 4, Position(2, 1)),
        ("one\r\ntwo", 5, Position(2, 1)),
        ("one\rtwo", 4, Position(2, 1)),
        ("one\u2028two", 4, Position(1, 5)),
        ("one\x0ctwo\u0085three", 9, Position(1, 10)),
        ("\ufeffone", 1, Position(1, 2)),
        ("\tone", 1, Position(1, 2)),
        ("e\u0301🇺🇦x", 4, Position(1, 5)),
    ],
)
def test_line_and_column(text: str, offset: int, expected: Position) -> None:
    assert LineIndex(text).position(offset) == expected


@pytest.mark.parametrize(
    "position", [Position(0, 1), Position(3, 1), Position(1, 0), Position(1, 6)]
)
def test_a_place_outside_the_text_is_refused(position: Position) -> None:
    with pytest.raises(ValueError, match="line"):
        LineIndex("one\ntwo").offset(position)


@given(NASTY_TEXTS)
def test_byte_offsets_come_back_as_code_points(text: str) -> None:
    encoded = EncodedText(text)
    for offset in range(len(text) + 1):
        byte = len(text[:offset].encode("utf-8", "surrogatepass"))
        assert encoded.offset(byte) == offset


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_spans_overlap_as_sets_do(a: int, b: int, c: int, d: int) -> None:
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if len(one) and len(other):
        assert one.overlaps(other) == bool(shared)
        assert one.contains(other) == (set(range(other.start, other.end)) == shared)


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="start <= end"):
        Span(3, 2)
