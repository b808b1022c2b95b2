from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.weekday_date import EARLIEST, WeekdayDate
from newslint.document import Document
from newslint.text.dates import WEEKDAY_NAMES
from tests.conftest import NASTY_TEXTS

DAYS = st.dates(dt.date(EARLIEST, 1, 1), dt.date(2099, 12, 31))
STATED = WeekdayDate(year="stated")
NEAR = WeekdayDate(year="publication")


def places(check: WeekdayDate, text: str, date: dt.date | None = None) -> list[tuple[int, int]]:
    matches = check.find(Document(text, date=date))
    return [(match.span.start, match.span.end) for match in matches]


@given(DAYS, st.integers(0, 6))
def test_only_the_true_weekday_is_silent(day: dt.date, shift: int) -> None:
    weekday = WEEKDAY_NAMES[(day.weekday() + shift) % 7]
    text = f"They met on {weekday}, {day:%B} {day.day}, {day.year}, in Holmen."
    assert bool(places(STATED, text)) == (shift != 0)


@given(DAYS, st.integers(-20, 20), st.integers(0, 6))
def test_a_date_near_publication_is_of_that_year(day: dt.date, days: int, shift: int) -> None:
    weekday = WEEKDAY_NAMES[(day.weekday() + shift) % 7]
    text = f"They met on {weekday}, {day:%B} {day.day}, in Holmen."
    assert bool(places(NEAR, text, day + dt.timedelta(days))) == (shift != 0)


@given(DAYS, st.integers(-300, 300))
def test_a_true_date_far_from_publication_is_silent(day: dt.date, days: int) -> None:
    text = f"They meet on {day:%A}, {day:%B} {day.day}, in Holmen."
    assert places(NEAR, text, day + dt.timedelta(days)) == []


def test_places_are_code_points_and_evidence_is_given() -> None:
    text = "Köln 🇺🇦: Monday, 8 November 2003"
    assert places(STATED, text) == [(9, 32)]
    [match] = STATED.find(Document(text))
    assert match.evidence == ("November 8, 2003, is a Saturday",)


@pytest.mark.parametrize(
    "text",
    [
        "from Friday to Sunday, March 4-6, 2022",
        "Saturday and Sunday, March 5 and 6, 2022",
        "the night of Saturday, 8 November 2022",
        "in The Sun, 8 March 2003",
        "Monday\n8 November 2003",
        "Monday, July 25 2000 GMT",
    ],
)
def test_other_readings_are_left_alone(text: str) -> None:
    assert places(STATED, text) == []


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    assert places(STATED, text + " Monday, 8 November 2003")
