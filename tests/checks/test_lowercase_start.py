from __future__ import annotations

import pytest
from hypothesis import given

from newslint.checks.lowercase_start import LowercaseStart
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

CHECK = LowercaseStart(abbreviations=("bros", "tbsp"), names=("bell",))


def found(text: str) -> list[tuple[int, str]]:
    return [(m.span.start, m.span.of(text)) for m in CHECK.find(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is what the town is all about. goals in this cup.", [(32, ". goals")]),
        ("It rained. it rained. It rained. They slept.", [(9, ". it")]),
        ("The firm of Smith Bros. sells two tbsp. chopped.", []),
        ("He left U.S. soil at 5 p.m. sharp, approx. ten of them.", []),
        ("It is out. iPhone users wait. See it. eBay too.", []),
        ("It is out. example.org has it. See http. https://x.org", []),
        ("She read. bell hooks wrote it.", []),
        ("It rained. nappa sang. Then it rained. nappa slept.", []),
        ("it rained. nobody came. we left. they slept.", []),
        ("He said Corp. said so.", []),
        ("The word ends... and goes on. He left.", []),
    ],
)
def test_what_begins_a_sentence(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    assert all(part.startswith(".") for _, part in found(text))
