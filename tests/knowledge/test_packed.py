from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.knowledge.packed import Parts, Unpacked, packed
from tests.conftest import NASTY_TEXTS

KEYS = st.lists(NASTY_TEXTS | st.text("abé", max_size=3), max_size=20)


@given(KEYS, KEYS)
def test_a_mapping_in_parts_holds_what_it_was_made_of(keys: list[str], others: list[str]) -> None:
    # Keys stand in the values as well, and some of them are parts of others.
    many = {f"{n}": [f"{n}x"] for n in range(1000)}
    made = {**many, **{key: [key, *keys] for key in keys}}
    parts = Unpacked(packed({"made": made}))["made"]
    assert isinstance(parts, Parts)
    assert all(parts[key] == made[key] for key in made)
    for key in (*others, *keys, "7x", "x", ""):
        assert (key in parts, parts.get(key)) == (key in made, made.get(key))
    assert dict(parts) == made
