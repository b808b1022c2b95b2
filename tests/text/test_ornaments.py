from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import ornaments as module
from newslint.text.ornaments import ornaments

MARKS = st.text("()[]:;=8xX'’-^o ivxIVX12a.,!?“”\n", max_size=30)


@given(MARKS)
def test_what_is_looked_for_by_its_mark_is_found_as_by_reading_all(part: str) -> None:
    looked = ornaments(part)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_matches", module._ORNAMENT.finditer)  # noqa: SLF001
        assert ornaments(part) == looked
