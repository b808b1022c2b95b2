"""Kind `unit-conversion`: a measure whose conversion in brackets is another measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.places import places
from newslint.text.regex import any_found
from newslint.text.span import Span
from newslint.text.units import HEDGE, QUANTITY, Quantity, Unit, quantity_of

_BRACKETS = "(["
_INSIDE = expression(rf"(?:or |= ?)?{HEDGE}?(?=[-−]?\d|minus \d)")
_BETWEEN = expression(r"(?:[ -](?:high|long|wide|deep|tall|away|thick))? ?")
_REACH = 60
_CLOSING = expression(r"(?: (?:high|long|wide|deep|tall|away|thick|across|above sea level))?[)\]]")
_BEFORE = expression(
    r"(?:[½¼¾/⁄×x]|\b(?:and a|a half|by|per)|\d ?(?:ft|feet|foot|yards?|miles?|m|st|stones?|lbs?"
    r"|pounds?|h|hours?|kg|km)\.?,?(?: and)?)[ -]$|[½¼¾/⁄]$"
)
_DIFFERENCE = expression(
    r"(?i)\b(?:by|rise|rose|risen|fall|fell|fallen|drop\w*|increase\w*|decrease\w*|warm\w*|cool\w*"
    r"|hott?er|cold\w*|higher|lower|more|less|above|below|differ\w*|vari\w*|swing|within)\b"
)
_FAR = 900
_TEMPERATURES = frozenset({"celsius", "fahrenheit"})


@parameters
class UnitConversion:
    """A measure whose conversion in brackets is another measure.

    Args:
        tolerance: percent by which the two may differ beyond the rounding of both.
    """

    tolerance: int = 12

    def triggers(self) -> Triggers:
        """Return an opening bracket, a number and a letter."""
        return (r"[a-zA-Z²³.] ?[(\[][a-z~=. ]*[-−]?\d[-–\d,. ]*[a-zA-Z°º]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the measure, its conversion and what is right."""
        return frozenset({"measure", "conversion", "right"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the measures with a wrong conversion, in order."""
        if not any_found(self.triggers() or (), document.encoded.data):
            return
        for first, second, end in _conversions(document.text):
            measure, conversion = quantity_of(first), quantity_of(second)
            if not _comparable(first, second) or self._agree(measure, conversion):
                continue
            around = document.text[max(0, first.start() - 60) : second.end() + 30]
            if measure.unit.dimension in _TEMPERATURES and _DIFFERENCE.search(around):
                continue
            right = _rounded(_converted(measure.high, measure.unit, conversion.unit)[0])
            right += f" {second[str(second.lastgroup)].strip()}"
            yield Match(
                Span(first.start(), end),
                {"measure": first.group(), "conversion": second.group(), "right": right},
                evidence=(f"{first.group()} is about {right}, not {second.group()}",),
            )

    def _agree(self, measure: Quantity, conversion: Quantity) -> bool:
        """Say whether some number of the one is, as exactly as written, one of the other."""
        pairs = [(measure.low, conversion.low), (measure.high, conversion.high)]
        if (measure.low == measure.high) != (conversion.low == conversion.high):
            pairs = list(product((measure.low, measure.high), (conversion.low, conversion.high)))
            return any(self._equal(pair, measure, conversion) for pair in pairs)
        return all(self._equal(pair, measure, conversion) for pair in pairs)

    def _equal(
        self, pair: tuple[Fraction, Fraction], measure: Quantity, conversion: Quantity
    ) -> bool:
        found, stated = pair
        spread = measure.step / 2
        least = _converted(found - spread, measure.unit, conversion.unit)
        most = _converted(found + spread, measure.unit, conversion.unit)
        slack = conversion.step / 2 + max(abs(stated), abs(least[0])) * self.tolerance / 100
        if measure.unit.dimension in _TEMPERATURES:
            slack = conversion.step / 2 + 3
        return any(
            min(low, high) - slack <= stated <= max(low, high) + slack
            for low, high in zip(least, most, strict=True)
        )


def _conversions(text: str) -> Iterator[tuple[re.Match[str], re.Match[str], int]]:
    """Yield the pairs of quantities of which the second is in brackets, and their ends."""
    for bracket in places(text, _BRACKETS):
        inside = _INSIDE.match(text, bracket + 1)
        second = QUANTITY.match(text, inside.end()) if inside else None
        closing = _CLOSING.match(text, second.end()) if second else None
        if second is None or closing is None:
            continue
        for first in QUANTITY.finditer(text, max(0, bracket - _REACH), bracket):
            before = text[max(0, first.start() - 16) : first.start()]
            beside = _BETWEEN.fullmatch(text, first.end(), bracket)
            if beside and not _BEFORE.search(before):
                yield first, second, closing.end()


def _comparable(first: re.Match[str], second: re.Match[str]) -> bool:
    """Say whether one quantity can be the conversion of the other; “5m” may be miles."""
    one, other = quantity_of(first).unit, quantity_of(second).unit
    if one.dimension in _TEMPERATURES:
        return other.dimension in _TEMPERATURES and one.dimension != other.dimension
    if one.dimension != other.dimension or set(one.factors) & set(other.factors):
        return False
    bare = "m" in (first[str(first.lastgroup)], second[str(second.lastgroup)])
    return not (bare and max(*one.factors, *other.factors) > _FAR)


def _converted(value: Fraction, unit: Unit, wanted: Unit) -> list[Fraction]:
    """Return what a value can be in another unit."""
    if unit.dimension == "celsius":
        return [value * 9 / 5 + 32]
    if unit.dimension == "fahrenheit":
        return [(value - 32) * 5 / 9]
    return [value * factor / target for factor in unit.factors for target in wanted.factors]


def _rounded(value: Fraction) -> str:
    """Return a number as a person would write it."""
    number = float(value)
    return f"{number:,.0f}" if abs(number) >= 10 else f"{number:.2g}"


CHECK = UnitConversion
