"""Dates as English copy writes them, with the places of their parts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.text.encoded import EncodedText
from newslint.text.expressions import expression
from newslint.text.regex import compiled
from newslint.text.span import Span

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WEEKDAYS = "mon tue wed thu fri sat sun".split()
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The most days that each month can have."""

WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

MONTH_PATTERN = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""The name of a month or its abbreviation; the same in RE2 and in `re`."""

WEEKDAY_PATTERN = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
)
"""The name of a day of the week or its abbreviation; the same in RE2 and in `re`."""

MONTH_SHAPE = r"[JFMASOND][aepuco][nbrylgptvc](?:[a-z]{1,6})?\.?"
"""What looks like the name of a month, for triggers: half of all texts hold a literal of one."""

WEEKDAY_SHAPE = r"[SMTWF][uoehra][nedtui](?:[a-z]{1,6})?\.?"
"""What looks like the name of a day of the week, for triggers."""

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year{0}>[12]\d{{3}})(?![\d:,.]*\d|[-–—]\d|s\b))?"
_LEADING = rf"(?:\b(?P<weekday>{WEEKDAY_PATTERN}),? (?:the )?)?"
_DATE = expression(
    rf"{_LEADING}(?:\b(?P<month1>{MONTH_PATTERN}) (?P<day1>{_DAY})(?![\d:%]|[.,]\d{{1,2}}\b)"
    rf"{_YEAR.format(1)}"
    rf"|(?<![\d.,:/–—-])\b(?P<day2>{_DAY})(?: of)? (?P<month2>{MONTH_PATTERN})(?!\w)"
    rf"{_YEAR.format(2)})"
    rf"(?:,? \((?P<bracketed>{WEEKDAY_PATTERN})\))?"
)
_STEMS = "(?:" + "|".join(stem.capitalize() for stem in MONTHS) + ")"
_SITE = rf"{_STEMS}[a-z]*\.? \d|\d(?:st|nd|rd|th)?(?: of)? {_STEMS}"
_BEFORE, _AFTER = 30, 48


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    Args:
        span: code points of the whole mention.
        weekday: the day of the week that it names, 0 for Monday.
        year: the year that it names.
        month: 1 for January.
        day: the day of the month as it is written, which may be none of that month.
    """

    span: Span
    weekday: int | None
    year: int | None
    month: int
    day: int

    def on(self, year: int) -> dt.date | None:
        """Return the day meant in a year, or None if that year has no such day.

        >>> DateMention(Span(0, 0), None, None, 2, 29).on(2023) is None
        True
        """
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


def dates(text: str, encoded: EncodedText) -> Iterator[DateMention]:
    """Yield the dates of a text that name a day and a month.

    Args:
        text: the text.
        encoded: the same as bytes, in which the months are looked for.

    >>> text = "They met on Friday, November 11, 2022, in Holmen."
    >>> [mention] = dates(text, EncodedText(text))
    >>> mention.weekday, mention.year, mention.month, mention.day
    (4, 2022, 11, 11)
    """
    done = 0
    for found in compiled(_SITE).finditer(encoded.data):
        site = encoded.offset(found.start())
        if site < done:
            continue
        for match in _DATE.finditer(text, max(done, site - _BEFORE), site + _AFTER):
            if match.start() <= site < match.end():
                yield _mention(match)
                done = match.end()


def _mention(match: re.Match[str]) -> DateMention:
    order = "1" if match["month1"] is not None else "2"
    named = match["weekday"] or match["bracketed"]
    year = match["year" + order]
    return DateMention(
        Span(match.start(), match.end()),
        WEEKDAYS.index(named[:3].lower()) if named else None,
        int(year) if year else None,
        MONTHS.index(match["month" + order][:3].lower()) + 1,
        int(match["day" + order].rstrip("stndrh")),
    )


def written(day: dt.date) -> str:
    """Return a date in words.

    >>> written(dt.date(2022, 11, 11))
    'Friday, November 11, 2022'
    """
    return f"{WEEKDAY_NAMES[day.weekday()]}, {day:%B} {day.day}, {day.year}"
