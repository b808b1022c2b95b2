from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import stretches
from newslint.text.encoded import EncodedText
from newslint.text.miscoded import SUSPECT
from newslint.text.regex import compiled

LENGTHS = st.sampled_from([0, 1, 2, 15, 497, 509, 510, 511, 512, 513, 1023, 1024, 1025, 2000])
PIECES = st.tuples(st.sampled_from(["Ã©", "Ã ", "â€™", "日本", "é", "\ud800", "И-И"]), LENGTHS)


@given(LENGTHS, st.lists(PIECES), st.sampled_from([SUSPECT, "[^\\x00-\\x7f](?:[a -]{0,2}И)*"]))
def test_nothing_is_lost_between_the_stretches(
    lead: int, pieces: list[tuple[str, int]], pattern: str
) -> None:
    encoded = EncodedText("a" * lead + "".join(part + "a" * length for part, length in pieces))
    every = [match.span() for match in compiled(pattern).finditer(encoded.data)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "_LONG", 0)
        found = stretches.found_beyond_ascii(pattern, encoded)
        assert [match.span() for match in found] == every
