from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.age_arithmetic import AgeArithmetic
from newslint.document import Document
from tests.conftest import NASTY_TEXTS


def found(text: str, date: dt.date | None = None) -> list[str]:
    return [match.span.of(text) for match in AgeArithmetic().find(Document(text, date=date))]


@given(st.dates(dt.date(1930, 1, 1), dt.date(2000, 1, 1)), st.integers(-5, 5))
def test_the_year_of_birth_leaves_two_ages(born: dt.date, slip: int) -> None:
    today = dt.date(2022, 11, 14)
    age = today.year - born.year + slip
    text = f"Anna Berg, {age}, was born in {born.year} in Holmen."
    assert bool(found(text, today)) == (slip not in {-1, 0})
    assert found(text) == []


@given(st.integers(1800, 1950), st.integers(10, 99), st.integers(-3, 3))
def test_the_dead_are_as_old_as_their_years_say(born: int, years: int, slip: int) -> None:
    age = max(1, years + slip)
    text = f"Berg, born in Holmen in {born}, died in {born + years} aged {age}."
    assert bool(found(text)) == (age - years not in {-1, 0})


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    found(text + " Berg, 20, was born in 1960.", dt.date(2022, 1, 1))
