"""Kind `percent-arithmetic`: a change in percent that the two numbers beside it do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.regex import compiled
from newslint.text.span import Span

_UP = "rose|risen|rises|rising|up|increased|grew|grown|climbed|jumped|gained|surged|soared|advanced"
_DOWN = "fell|fallen|falls|falling|down|decreased|declined|dropped|slid|sank|shrank|plunged|lost"
_PERCENT = (
    r"(?P<hedge>(?:about|around|nearly|almost|roughly|some|more than|over|less than|at least) )?"
    r"(?P<percent>\d{1,3}(?:\.\d+)?)(?:%| ?per ?cent)(?![ -]point)"
)
_AMOUNT = (
    r"(?P<currency{0}>[$£€¥])?(?P<number{0}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?![\d,.]*\d)(?P<scale{0}>(?: ?(?:thousand|million|billion|trillion|m|bn)\b)?)"
    r"(?P<share{0}>%| ?per ?cent)?"
)
_BETWEEN = r"(?: [a-z]+){0,3}?"
_FROM_TO = _AMOUNT.format(1) + r"(?: [a-zA-Z]+){0,5}?,? to " + _AMOUNT.format(2)
_TO_FROM = _AMOUNT.format(2) + r"(?: [a-zA-Z]+){0,5}?,? from " + _AMOUNT.format(1)
_PATTERNS = tuple(
    expression(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_BETWEEN} (?:by )?{_PERCENT},? {rest}")
    for rest in (rf"from {_FROM_TO}", rf"to {_TO_FROM}")
)
# One by one: RE2 skips to the letters that a pattern begins with, but not to either of two.
_PERCENT_FIRST = tuple(rf"{sign},? (?:from|to) [$£€¥]?\d" for sign in ("%", "cent"))
_REACH = 80
_YEARS = range(1900, 2101)
_SCALES = {"": 0, "thousand": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}


@parameters
class PercentArithmetic:
    """A change in percent that the two numbers beside it do not make.

    Args:
        tolerance: percentage points, and percent of the change, by which it may be out
            beyond the rounding of the two numbers.
    """

    tolerance: int = 2

    def triggers(self) -> Triggers:
        """Return a percentage before two amounts."""
        return _PERCENT_FIRST

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the true change."""
        return frozenset({"right"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the changes that are not so, in order."""
        for match in _changes(document):
            after = _amount(match, 2, match["scale2"])
            # “from 1.2 to 1.5 million”: the first number may take the second one's scale.
            scales = {match["scale1"] or match["scale2"], match["scale1"]}
            befores = [_amount(match, 1, scale) for scale in sorted(scales, reverse=True)]
            if after is None or not _comparable(match) or any(not before for before in befores):
                continue
            amounts = [before for before in befores if before is not None and before[0] > 0]
            if not amounts or any(self._agrees(match, before, after) for before in amounts):
                continue
            old, new = amounts[0][0], after[0]
            change = f"{'rise' if new > old else 'fall'} of {abs(new - old) / old * 100:.3g}%"
            yield Match(
                Span(match.start(), match.end()),
                {"right": change},
                evidence=(f"from {old:,g} to {new:,g} is a {change}",),
            )

    def _agrees(
        self, match: re.Match[str], before: tuple[float, float], after: tuple[float, float]
    ) -> bool:
        """Say whether the percentage fits two amounts, each given with the worth of its digits."""
        stated = float(match["percent"]) * (1 if match["up"] else -1)
        (old, old_step), (new, new_step) = before, after
        least = ((new - new_step / 2) / (old + old_step / 2) - 1) * 100
        most = ((new + new_step / 2) / max(old - old_step / 2, old / 2) - 1) * 100
        slack = self.tolerance + abs(stated) * (self.tolerance + (8 if match["hedge"] else 0)) / 100
        in_points = bool(match["share1"]) and abs(new - old - stated) <= 1
        return in_points or least - slack <= stated <= most + slack


def _comparable(match: re.Match[str]) -> bool:
    """Say whether both amounts are shares or neither is, and both are in the same money."""
    same_money = match["currency1"] == match["currency2"]
    return same_money and bool(match["share1"]) == bool(match["share2"])


def _changes(document: Document) -> Iterator[re.Match[str]]:
    """Yield the changes in percent with two amounts, in order."""
    encoded, done = document.encoded, -1
    percents = (compiled(pattern).finditer(encoded.data) for pattern in _PERCENT_FIRST)
    for start in sorted(percent.start() for found in percents for percent in found):
        place = encoded.offset(start)
        for regex in _PATTERNS:
            end = place + 2 * _REACH
            match = regex.search(document.text, max(0, place - _REACH), end)
            if match and match.end() < end and match.start() > done:
                done = match.start()
                yield match


def _amount(match: re.Match[str], which: int, scale: str) -> tuple[float, float] | None:
    """Return an amount and the worth of its last digit, or None for a year."""
    number = match[f"number{which}"]
    value = float(number.replace(",", ""))
    if value in _YEARS and not (match[f"currency{which}"] or scale or "," in number):
        return None
    power = _SCALES[scale.strip()]
    return value * 10**power, 10.0 ** (power - len(number.partition(".")[2]))


CHECK = PercentArithmetic
