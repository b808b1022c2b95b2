from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint.checks.percent_arithmetic import PercentArithmetic
from newslint.document import Document
from tests.conftest import NASTY_TEXTS


def found(text: str) -> list[str]:
    return [match.span.of(text) for match in PercentArithmetic().find(Document(text))]


@given(st.integers(100, 1800), st.integers(100, 1800), st.integers(0, 1))
def test_a_true_change_is_silent(old: int, new: int, decimals: int) -> None:
    change = f"{abs(new - old) / old * 100:.{decimals}f}"
    verb = "rose" if new > old else "fell"
    assume(float(change) < 1000)
    assert found(f"Sales {verb} {change}% from {old} to {new} in a year.") == []
    assert found(f"Sales {verb} by {change} percent to {new} from {old} in a year.") == []


@given(st.integers(200, 900), st.integers(10, 80))
def test_a_false_change_is_found(old: int, percent: int) -> None:
    new = round(old * (1 + percent * 2 / 100))
    assume(new < 1900)
    assert found(f"Sales rose {percent}% from {old} to {new} in a year.")


@pytest.mark.parametrize(
    "text",
    [
        "Use rose by 37 percent, from 0.90 percent to 1.23 percent.",
        "The rate rose 2% from 5% to 7%.",
        "Output grew 4% from 2019 to 2021.",
        "It rose 10 percentage points from 50 to 65.",
        "Sales rose 25% from 1.2 to 1.5 million.",
        "Sales rose 20% from £50 to $80.",
    ],
)
def test_other_readings_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_evidence_and_places() -> None:
    [match] = PercentArithmetic().find(Document("🇺🇦 Sales rose 10% from 50 to 65."))
    assert (match.span.start, match.span.end) == (9, 31)
    assert match.evidence == ("from 50 to 65 is a rise of 30%",)


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    found(text + " rose 10% from 50 to 65" + text)
