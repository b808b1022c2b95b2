from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint.checks.unit_conversion import UnitConversion
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

# Reference values, not taken from the module under test.
PAIRS = [
    ("miles", "km", 1.609344),
    ("feet", "metres", 0.3048),
    ("inches", "cm", 2.54),
    ("yards", "metres", 0.9144),
    ("acres", "hectares", 0.40468564),
    ("square miles", "sq km", 2.58998811),
    ("pounds", "kg", 0.45359237),
    ("ounces", "grams", 28.349523),
    ("mph", "km/h", 1.609344),
    ("knots", "km/h", 1.852),
    ("cubic feet", "cubic metres", 0.028316847),
    ("millilitres", "litres", 0.001),
]


def found(text: str) -> list[str]:
    return [match.span.of(text) for match in UnitConversion().find(Document(text))]


@given(st.sampled_from(PAIRS), st.integers(2, 9000), st.integers(0, 2), st.sampled_from([1, -1]))
def test_a_true_conversion_is_silent(
    pair: tuple[str, str, float], number: int, decimals: int, way: int
) -> None:
    left, right, factor = pair
    if way < 0:
        left, right, factor = right, left, 1 / factor
    converted = f"{number * factor:,.{decimals}f}"
    assume(float(converted.replace(",", "")) > 0)
    assert found(f"It is {number:,} {left} ({converted} {right}) in all.") == []


@given(st.sampled_from(PAIRS), st.integers(20, 9000), st.sampled_from([0.3, 0.6, 1.6, 2.2, 10]))
def test_a_false_conversion_is_found(
    pair: tuple[str, str, float], number: int, slip: float
) -> None:
    left, right, factor = pair
    converted = f"{number * factor * slip:,.3f}"
    text = f"It is {number:,} {left} ({converted} {right}) in all."
    assert found(text) == [f"{number:,} {left} ({converted} {right})"]


@given(st.integers(-60, 60))
def test_temperatures(celsius: int) -> None:
    fahrenheit = round(celsius * 9 / 5 + 32)
    minus = "minus " if celsius < 0 else ""
    stated = f"minus {-fahrenheit}" if fahrenheit < 0 else str(fahrenheit)
    assert found(f"It was {minus}{abs(celsius)}C ({stated}F) there.") == []
    assert found(f"It was {minus}{abs(celsius)}C ({fahrenheit + 40}F) there.")


@pytest.mark.parametrize(
    "text",
    [
        "He is 6ft 2in (188cm) tall.",
        "She weighs 13 stone 4 pounds (84 kg).",
        "It is 1 1/2 miles (2.4 km) long.",
        "It paid 25 pounds (30 dollars).",
        "It warmed by 5C (9F).",
        "The race was 5m (8km) long.",
        "A 12- to 15-inch (30 to 38 centimetre) layer fell.",
        "100 tons (91 tonnes), 10 gallons (38 litres), 10 gallons (45 litres)",
        "It was -5 to -10C (23 to 14F).",
        "It lies 20 miles (in 2004, 30 km) away.",
        "2.5 million acres (1 million hectares)",
    ],
)
def test_other_readings_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_evidence_and_places() -> None:
    [match] = UnitConversion().find(Document("Köln 🇺🇦: two miles (9 km)"))
    assert (match.span.start, match.span.end) == (9, 25)
    assert match.evidence == ("two miles is about 3.2 km, not 9 km",)


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    assert found(text + " 7 km (9 miles)")[-1:] == ["7 km (9 miles)"] or text


def test_many_measures_are_read_in_linear_time() -> None:
    assert len(found("7 km (9 miles), " * 5_000)) == 5_000
