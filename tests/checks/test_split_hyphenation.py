from __future__ import annotations

import pytest
from hypothesis import given

from newslint.checks.split_hyphenation import SplitHyphenation
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

CHECK = SplitHyphenation(endings=("ment", "tion"))


def found(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.replacements[0]) for m in CHECK.find(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The govern- ment left.", [("govern- ment", "government")]),
        ("The bor- der, the border.", [("bor- der", "border")]),
        ("The bor-\r\nder, the border.", [("bor-\r\nder", "border")]),
        ("The bor- der is open.", []),
        ("The govern-ment left the government.", [("govern-ment", "government")]),
        ("The govern-ment left.", []),
        ("The pre- and post-war years; a well-\nknown man.", []),
        ("The self-govern- mental re-ment-like", []),
    ],
)
def test_halves_need_evidence(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    assert all("-" in part for part, _ in found(text))
