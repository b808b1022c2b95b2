"""Units of measurement, with exact factors, and quantities in English text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from newslint.text.expressions import expression

_INCH = Fraction("0.0254")
_FOOT = 12 * _INCH
_MILE = 5280 * _FOOT
_NAUTICAL_MILE = Fraction(1852)
_POUND = Fraction("0.45359237")
_ACRE = 43560 * _FOOT**2
_US_GALLON = 231 * _INCH**3
_IMPERIAL_GALLON = Fraction("0.00454609")
_HOUR = Fraction(3600)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement.

    Args:
        dimension: what it measures.
        factors: its sizes in the base unit; several where one name has several meanings.
    """

    dimension: str
    factors: tuple[Fraction, ...]


_NAMES: dict[str, Unit] = {}
_PATTERNS: list[str] = []


def _unit(dimension: str, pattern: str, *factors: Fraction | int) -> None:
    _NAMES[f"u{len(_PATTERNS)}"] = Unit(dimension, tuple(map(Fraction, factors)))
    _PATTERNS.append(f"(?P<u{len(_PATTERNS)}>{pattern})")


_METRE = "met(?:re|er)s?"
_SQUARE = r"(?:square|sq\.?)[ -]?"
_CUBIC = r"cubic[ -]?"
_PER_HOUR = r"(?: per | an | a |/| ?p)h(?:our|r)?"
_unit("speed", rf"(?:miles?{_PER_HOUR}|mph)", _MILE / _HOUR)
_unit("speed", rf"(?:kilo{_METRE}{_PER_HOUR}|km ?/ ?hr?|kmh|kph|km{_PER_HOUR})", 1000 / _HOUR)
_unit("speed", r"knots?", _NAUTICAL_MILE / _HOUR)
_unit("speed", rf"(?:{_METRE}|m) ?(?:/|per |a ) ?s(?:ec(?:ond)?)?", 1)
_unit("area", rf"{_SQUARE}(?:kilo{_METRE}|kms?)|km(?:2|²)", 1_000_000)
_unit("area", rf"{_SQUARE}(?:miles?|mi)", _MILE**2)
_unit("area", rf"{_SQUARE}(?:{_METRE}|m)|m(?:2|²)", 1)
_unit("area", rf"{_SQUARE}(?:foot|feet|ft)", _FOOT**2)
_unit("area", rf"{_SQUARE}(?:yards?|yd)", (3 * _FOOT) ** 2)
_unit("area", r"acres?", _ACRE)
_unit("area", r"hectares?|ha", 10_000)
_unit("volume", rf"{_CUBIC}(?:{_METRE}|m)|m(?:3|³)", 1)
_unit("volume", rf"{_CUBIC}(?:foot|feet|ft)", _FOOT**3)
_unit("volume", rf"{_CUBIC}(?:yards?|yd)", (3 * _FOOT) ** 3)
_unit("volume", r"gallons?|gal", _US_GALLON, _IMPERIAL_GALLON)
_unit("volume", r"lit(?:re|er)s?", Fraction(1, 1000))
_unit("volume", r"millilit(?:re|er)s?|ml", Fraction(1, 1_000_000))
_unit("volume", r"pints?", _US_GALLON / 8, _IMPERIAL_GALLON / 8)
_unit("length", r"nautical miles?", _NAUTICAL_MILE)
_unit("length", r"miles?", _MILE, _NAUTICAL_MILE)
_unit("length", rf"kilo{_METRE}|kms?", 1000)
_unit("length", rf"centi{_METRE}|cms?", Fraction(1, 100))
_unit("length", rf"milli{_METRE}|mm", Fraction(1, 1000))
_unit("length", rf"{_METRE}|m", 1)
_unit("length", r"foot|feet|ft", _FOOT)
_unit("length", r"inch(?:es)?|ins?", _INCH)
_unit("length", r"yards?|yds?", 3 * _FOOT)
_unit("mass", r"kilo(?:gram(?:me)?)?s?|kgs?", 1)
_unit("mass", r"milligram(?:me)?s?|mg", Fraction(1, 1_000_000))
_unit("mass", r"gram(?:me)?s?|g", Fraction(1, 1000))
_unit("mass", r"pounds?|lbs?", _POUND)
_unit("mass", r"ounces?|oz", _POUND / 16)
_unit("mass", r"stones?", 14 * _POUND)
_unit("mass", r"(?:metric ton(?:ne)?|tonne)s?", 1000)
_unit("mass", r"(?:short |long )?tons?|t", 1000, 2000 * _POUND, 2240 * _POUND)
_unit("celsius", r"(?:degrees? |deg )?(?:Celsius|celsius|[Cc]entigrade)|[°º] ?C|(?:degrees )?C", 1)
_unit("fahrenheit", r"(?:degrees? |deg )?(?:Fahrenheit|fahrenheit)|[°º] ?F|(?:degrees )?F", 1)

_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?i:{'|'.join(_WORDS[1:])})"
HEDGE = (
    r"(?:(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|over|under|more than"
    r"|less than|up to|at least|just (?:over|under)|c\.|~) ?)"
)
"""A word that says how exact a number is."""
QUANTITY = expression(
    rf"(?<![\w.,/$£€¥½¼¾⁄-])(?P<minus>minus |[-−])?(?P<low>{_NUMBER})"
    rf"(?: ?(?:[-–]|to|or|and) ?(?P<minus_high>minus |[-−])?(?P<high>{_NUMBER}))?"
    rf"(?P<scale>[ -](?:{'|'.join(_SCALES)}))?[ -]?(?:{'|'.join(_PATTERNS)})(?![\w²³/])\.?"
)
"""A number, or a range of numbers, with its unit."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a quantity in the text can mean.

    Args:
        unit: the unit.
        low: the least number.
        high: the greatest number; the same where there is no range.
        step: the worth of the last digit that is written.
    """

    unit: Unit
    low: Fraction
    high: Fraction
    step: Fraction


def quantity_of(match: re.Match[str]) -> Quantity:
    """Return the quantity that a match of `QUANTITY` holds."""
    scale = _SCALES[match["scale"][1:]] if match["scale"] else 1
    last = match["high"] or match["low"]
    low = _number(match["low"]) * scale * (-1 if match["minus"] else 1)
    high = low
    if match["high"]:
        minus = match["minus_high"] or (match["minus"] and _number(last) <= -low / scale)
        high = _number(match["high"]) * scale * (-1 if minus else 1)
    decimals = len(last.partition(".")[2]) if last[0].isdigit() else 0
    name = match.lastgroup or ""
    return Quantity(_NAMES[name], low, high, Fraction(scale, 10**decimals))


def _number(text: str) -> Fraction:
    if text[0].isdigit():
        return Fraction(text.replace(",", ""))
    return Fraction(_WORDS.index(text.lower()))
