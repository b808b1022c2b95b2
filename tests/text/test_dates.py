from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.dates import WEEKDAYS, DateMention, dates, written
from newslint.text.encoded import EncodedText
from tests.conftest import NASTY_TEXTS

FORMS = [
    "%A, %B {0}, %Y",
    "%a. %b. {0}, %Y",
    "%A {0} %B %Y",
    "%A the {0} of %B %Y",
    "%b {0}, %Y (%A)",
]


def found(text: str) -> list[DateMention]:
    return list(dates(text, EncodedText(text)))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(FORMS), NASTY_TEXTS)
def test_every_date_is_read_back(day: dt.date, form: str, before: str) -> None:
    # “May” is no abbreviation and takes no stop.
    shown = day.strftime(form.replace("%b.", "%b") if day.month == 5 else form).format(day.day)
    text = f"{before}\nOn {shown}, they met."
    mention = found(text)[-1]
    assert mention.span.of(text) == shown
    assert (mention.weekday, mention.on(day.year)) == (day.weekday(), day)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on 31st of April", (None, None, 4, 31)),
        ("In March 45 people", (None, None, 3, 45)),
        ("Köln 🇺🇦, Mon 5 May", (0, None, 5, 5)),
        ("July 25, 2,000 people", (None, None, 7, 25)),
    ],
)
def test_parts_are_taken_as_written(text: str, parts: tuple[int | None, ...]) -> None:
    [mention] = found(text)
    assert (mention.weekday, mention.year, mention.month, mention.day) == parts


@pytest.mark.parametrize("text", ["25 Marchers", "Decade 5", "May I", "at 10:30 May", "1/2 May"])
def test_other_words_are_no_dates(text: str) -> None:
    assert [mention for mention in found(text) if mention.span.of(text) == text] == []


def test_a_long_text_of_months_is_read_in_linear_time() -> None:
    assert len(found("Monday, May 5, 2022, " * 20_000)) == 20_000


@given(st.dates())
def test_written_dates_name_their_weekday(day: dt.date) -> None:
    assert written(day)[:3].lower() == WEEKDAYS[day.weekday()]
