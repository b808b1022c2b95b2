from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import ornaments as module
from newslint.text.ornaments import ornaments
from newslint.text.span import Span

MARKS = st.text("()[]:;=8xX'’-^o ivxIVX12a.,!?“”\n", max_size=30)


@given(MARKS)
def test_what_is_looked_for_by_its_mark_is_found_as_by_reading_all(part: str) -> None:
    whole = Span(0, len(part))
    looked = ornaments(part, whole)
    with pytest.MonkeyPatch.context() as patch:
        every = module._SMILEY.finditer(part)  # noqa: SLF001
        patch.setattr(module, "_matches", lambda *_: every)
        assert ornaments(part, whole) == looked
    parts = [ornaments(part, whole, marks) for marks in ("(", "”", "“")]
    assert parts == [looked - inches(part), inches(part), set()]


def inches(part: str) -> set[int]:
    marks = (match.start() for match in re.finditer(r"(?<=\d)”(?!\w)", part))
    return {mark for mark in marks if part.count("“", 0, mark) <= part.count("”", 0, mark)}
