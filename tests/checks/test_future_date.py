from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.future_date import FutureDate
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

TODAY = dt.date(2022, 11, 14)


def found(text: str, date: dt.date | None = TODAY) -> list[str]:
    return [match.span.of(text) for match in FutureDate().find(Document(text, date=date))]


@given(st.integers(-4000, 4000))
def test_only_later_days_are_found(days: int) -> None:
    day = TODAY + dt.timedelta(days)
    text = f"Three people died on {day:%B} {day.day}, {day.year}, in Holmen."
    assert bool(found(text)) == (days > 3)


@pytest.mark.parametrize(
    "text",
    [
        "The road will be opened on May 5, 2025.",
        "The deal, announced on May 5, 2025, is expected to fail.",
        "In the novel, she died on May 5, 2025.",
        "May 5, 2025 was chosen.",
    ],
)
def test_plans_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_without_a_date_of_its_own_nothing_is_said() -> None:
    assert found("He said on May 5, 2025, that it rained.", None) == []


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    found(text + "\nHe said on May 5, 2025, that it rained.")
