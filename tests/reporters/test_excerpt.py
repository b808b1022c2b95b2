"""Excerpts: what fits, what is cut, and marks that stand below what they mark."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.reporters.excerpt import excerpt
from newslint.reporters.printable import columns, printable, shown
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS
from tests.reporters.samples import report


@given(text=NASTY_TEXTS, ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_a_line_that_fits_is_shown_whole(text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(min(place, len(text)) for place in ends)
    found = excerpt(Document(text), Span(start, end), 2_000)
    whole = re.split(r"\r\n|\r|\n", text)[found.number - 1]
    if text[start - 1 : start + 1] != "\r\n":
        assert found.before + found.marked + found.after == printable(whole)
        assert found.underline() == " " * columns(found.before) + "^" * max(
            1, columns(printable(re.split(r"[\r\n]", text[start:end])[0]))
        )


@given(
    text=NASTY_TEXTS | st.text(st.sampled_from("a日\u0301\x00#[ \n"), max_size=300),
    ends=st.tuples(st.integers(0, 300), st.integers(0, 300)),
    width=st.integers(40, 90),
)
def test_an_excerpt_fits_and_is_harmless(text: str, ends: tuple[int, int], width: int) -> None:
    start, end = sorted(min(place, len(text)) for place in ends)
    found = excerpt(Document(text), Span(start, end), width)
    line = found.before + found.marked + found.after
    assert "##[" not in line
    assert columns(line) <= width + line.count("# #[")
    assert columns(found.underline()) <= columns(line) + 1
    if start < end and text[start] not in "\r\n":
        assert found.marked


@pytest.mark.parametrize(
    ("text", "marked", "line", "underline"),
    [
        ("日本 bad 日", "bad", "日本 bad 日", "     ^^^"),
        ("e\u0301e\u20dd bad", "bad", "e\u0301e\u20dd bad", "   ^^^"),
        ("क्ष bad", "bad", "क्ष bad", "   ^^^"),
        ("a##[b bad", "bad", "a# #[b bad", "       ^^^"),
        ("a##[b", "[", "a# #[b", "    ^"),
        ("\x1b[1m bad", "bad", "<U+001B>[1m bad", " " * 12 + "^^^"),
    ],
)
def test_marks_stand_below_what_they_mark(
    text: str, marked: str, line: str, underline: str
) -> None:
    start = text.index(marked)
    found = excerpt(Document(text), Span(start, start + len(marked)), 60)
    assert found.before + found.marked + found.after == line
    assert found.underline() == underline


def test_a_long_span_shows_both_its_ends() -> None:
    text = "before " + "A" * 50 + "m" * 5_000 + "Z" * 50 + " after"
    found = excerpt(Document(text), Span(7, len(text) - 6), 60)
    assert re.fullmatch("A+ … Z+", found.marked)
    assert (found.before, found.after) == ("before ", " after")


@pytest.mark.parametrize("name", ["text", "rdjson", "html", "sarif"])
def test_a_report_about_one_long_line_takes_linear_time(name: str) -> None:
    def seconds(count: int) -> float:
        document = Document("“ é𐐀日 " * count, "a.txt", language="en")
        began = time.process_time()
        report(name, [document])
        return time.process_time() - began

    small = seconds(2_000)
    assert seconds(16_000) < 20 * small + 0.2


@given(text=NASTY_TEXTS | st.text())
def test_every_character_is_shown_by_the_same_rule(text: str) -> None:
    assert printable(text) == "".join(map(shown, text))
