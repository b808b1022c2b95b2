from __future__ import annotations

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
        every = module._ORNAMENT.finditer(part)  # noqa: SLF001
        patch.setattr(module, "_matches", lambda *_: every)
        assert ornaments(part, whole) == looked
