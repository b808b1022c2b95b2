from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.backwards_range import BackwardsRange
from newslint.document import Document
from tests.conftest import NASTY_TEXTS


def found(text: str) -> list[str]:
    return [match.span.of(text) for match in BackwardsRange().find(Document(text))]


@given(st.integers(1000, 2099), st.integers(1000, 2099))
def test_years_run_forwards(first: int, second: int) -> None:
    assert bool(found(f"It stood between {first} and {second}.")) == (first > second)
    assert bool(found(f"It stood ({first}-{second}) empty.")) == (first > second)


@given(st.integers(1, 999), st.integers(1, 999))
def test_amounts_run_forwards(first: int, second: int) -> None:
    text = f"It costs between {first} and {second} euros."
    assert bool(found(text)) == (second < first <= second * 10)


@pytest.mark.parametrize(
    "text",
    [
        "between 500 and 300 BC",
        "between 10 and 4 each day",
        "It fell from 50 to 30 euros.",
        "seasons 1998-02 and 1998-99",
        "Call 5551-4020.",
        "between $900 and $1 million dollars",
        "between 800 and 1 million people",
        "babies aged 18 to 6 months",
        "won 6-4, 7-5",
    ],
)
def test_other_ranges_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_places_are_code_points() -> None:
    [match] = BackwardsRange().find(Document("🇺🇦 aged 12 to 8"))
    assert (match.span.start, match.span.end) == (3, 15)
    assert match.evidence == ("8 comes before 12",)


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    found(text + " between 20 and 10 euros" + text)
