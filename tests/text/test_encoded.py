from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.encoded import EncodedText
from tests.conftest import NASTY_TEXTS

WIDE = st.text(st.sampled_from("a é’𐐀\ud800日"), max_size=40).map(lambda text: text * 60)


@given(NASTY_TEXTS | WIDE)
def test_every_byte_of_a_character_leads_back_to_it(text: str) -> None:
    encoded = EncodedText(text)
    byte = 0
    for place, character in enumerate(text):
        for _ in character.encode("utf-8", "surrogatepass"):
            assert encoded.offset(byte) == place
            byte += 1
    assert encoded.offset(byte) == len(text)


@given(st.text("ab\né", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_the_line_of_a_range_does_not_depend_on_what_was_asked_before(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    encoded = EncodedText(text)
    for start, length in ranges:
        start = min(start, len(encoded.data))  # noqa: PLW2901
        end = min(start + length, len(encoded.data))
        assert encoded.line(start, end) == EncodedText(text).line(start, end)
