from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.impossible_date import ImpossibleDate
from newslint.document import Document
from tests.conftest import NASTY_TEXTS


def found(text: str) -> list[str]:
    return [match.span.of(text) for match in ImpossibleDate().find(Document(text))]


@given(st.integers(1, 12), st.integers(1, 40), st.integers(1900, 2099))
def test_the_calendar_decides(month: int, day: int, year: int) -> None:
    text = f"The council met on {calendar.month_name[month]} {day}, {year}, in Holmen."
    assert bool(found(text)) == (day > calendar.monthrange(year, month)[1])


@pytest.mark.parametrize(
    "text",
    [
        "In March 45 people left.",
        "Theresa May 52, said",
        "In June 31 more did.",
        "Sales rose in April 40% on the year.",
        "“We meet on February 30,” he joked.",
        "on February 29, he said",
    ],
)
def test_counts_and_jokes_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_places_are_code_points() -> None:
    [match] = ImpossibleDate().find(Document("🇺🇦 on April 31, they"))
    assert (match.span.start, match.span.end) == (6, 14)
    assert match.evidence == ("April has 30 days",)


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    assert found(text + " on April 31.")[-1:] in ([], ["April 31"])
