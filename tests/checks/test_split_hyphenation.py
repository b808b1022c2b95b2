from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks import split_hyphenation as module
from newslint.checks.split_hyphenation import SplitHyphenation
from newslint.document import Document
from newslint.text import sought
from newslint.text.regex import compiled
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


PARTS = [
    "gov",
    "govern",
    "ment",
    "tion",
    "GOV",
    "X",
    "\u212aal",
    "İment",
    "é",
    "日本",
    "_",
    "5",
    ",",
]
JOINTS = ["-", "-", "- ", "-\n", "-\xa0", "- \t\r\n ", " ", "\n", ""]
HYPHENS = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(JOINTS)))
CHAINS = HYPHENS.map(lambda pairs: "".join(part + joint for part, joint in pairs))


@given(CHAINS, CHAINS)
def test_what_is_looked_for_by_its_hyphen_is_found_as_by_reading_all(text: str, more: str) -> None:
    def every(data: bytes, _: object) -> Iterator[tuple[int, int]]:
        return (match.span() for match in compiled(module._SPLIT).finditer(data))  # noqa: SLF001

    document = Document(f"{text} {more.replace('-', '').lower()}")
    matches = list(CHECK.find(document))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sought, "_LONG", 0)
        assert list(CHECK.find(document)) == matches
        patch.setattr(module, "_around", every)
        assert list(CHECK.find(document)) == matches


@pytest.mark.parametrize(
    "text", ["aa-bb-" * 50_000 + "gov-ment", "gov-ment-" * 30_000, "gov- ment- " * 30_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = perf_counter()
    found(text)
    assert perf_counter() - began < 3
