from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.paired_delimiter import PairedDelimiter
from newslint.document import Document
from newslint.text.marks import balanced
from tests.conftest import NASTY_TEXTS

PAIRS = {"en": ("“”", "„“”"), "de": ("„“”",), "ru": ("«»", "„“”")}
BRACKETS = {"any": ("()）", "[]", "（）)")}


def found(report: str, text: str, language: str | None = "en") -> list[int]:
    check = PairedDelimiter(pairs=PAIRS, report=report, closes_all="»", straight=True)  # type: ignore[arg-type]
    return [match.span.start for match in check.find(Document(text, language=language))]


def brackets(report: str, text: str) -> list[int]:
    check = PairedDelimiter(pairs=BRACKETS, report=report)  # type: ignore[arg-type]
    return [match.span.start for match in check.find(Document(text))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He said: “We left.", [9]),
        ("He said: “We left.\n\nThen it rained.", [9]),
        ("“We left.\n\n“It rained,” he said.", []),
        ("“We left.\n\nThe river\n\n“It rained,” he said.", []),
        ("“We left.\n\nIt rained,” he said.", []),
        ("“We left. “It rained,” he said.", []),
        ("He said: “We left and...", []),
        ("He said: “We left in May", []),
        ("A “trap and a “gift” again.", [2]),
        ('He wrote “a trap" to her.', []),
        ("He wrote „Puck“ to her.", []),
        ("🇺🇦 “We left.", [3]),
    ],
)
def test_unclosed(text: str, places: list[int]) -> None:
    assert found("unclosed", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("We left,” he said.", [8]),
        ("The board is 6’ 2” long.", []),
        ("“We left” and 2” more.", []),
        ("A “trap and\n\nthe “gift” came” back.", [28]),
    ],
)
def test_unopened(text: str, places: list[int]) -> None:
    assert found("unopened", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("She said ”no” twice.", [9]),
        ("She said “no“ twice.", [12]),
        ("So, ” the river is high,” they wrote.", [4]),
        ("“No. “Never,” she said.", []),
    ],
)
def test_reversed(text: str, places: list[int]) -> None:
    assert found("reversed", text) == places
    assert found("unclosed", text) == []
    assert found("unopened", text) == []


def test_marks_belong_to_a_language() -> None:
    assert found("unclosed", "Er sagte: „Wir gehen“ und ging.", "de") == []
    assert found("unclosed", "Er sagte: „Wir gehen und ging.", "de") == [10]
    assert found("unclosed", "«Завод «Ромашка» закрыт.", "ru") == []
    assert found("unclosed", "He said: “We left.", "xx") == []
    assert found("unclosed", "“", None) == []


@pytest.mark.parametrize(
    ("text", "unclosed", "unopened"),
    [
        ("The pool (built in 1931 is closed.", [9], []),
        ("The pool, built in 1931), is closed.", [], [23]),
        ("1) The pool. a) The hall. :-) ;)", [], []),
        ("Smith (capt); Jones (2): both (see 8) and [sic].", [], []),
        ("They (as he put it [in May) left.", [19], []),
        ("Brno))))", [], []),
    ],
)
def test_brackets(text: str, unclosed: list[int], unopened: list[int]) -> None:
    assert brackets("unclosed", text) == unclosed
    assert brackets("unopened", text) == unopened


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    for report in ("unclosed", "unopened", "reversed"):
        assert all(text[place] in "“”„" for place in found(report, text))


@given(NASTY_TEXTS | st.text(alphabet="“”a\n", max_size=12))
def test_balanced_is_what_leaves_nothing_without_its_pairs(text: str) -> None:
    rest = re.sub("“[^“”\n]*”", "", text)
    assert balanced(text, "“", "”") == ("“" not in rest and "”" not in rest)


@pytest.mark.parametrize(
    "text",
    ["(" * 40_000, "(" * 20_000 + "]" * 20_000, ":) (" * 10_000, "1) " * 40_000],
)
def test_hostile_brackets_take_linear_time(text: str) -> None:
    began = perf_counter()
    brackets("unclosed", text)
    assert perf_counter() - began < 3


@pytest.mark.parametrize("text", ["“" * 100_000, "6” " * 100_000, "“a\n" * 50_000])
def test_hostile_quotations_take_linear_time(text: str) -> None:
    began = perf_counter()
    found("unclosed", text)
    assert perf_counter() - began < 5
