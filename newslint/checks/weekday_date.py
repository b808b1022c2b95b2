"""Kind `weekday-date`: a weekday that the date beside it does not fall on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.dates import (
    MONTH_SHAPE,
    WEEKDAY_NAMES,
    WEEKDAY_SHAPE,
    DateMention,
    written,
)
from newslint.text.expressions import expression

EARLIEST = 1924
"""The first year in which every country of Europe counted by the same calendar."""

_CLOSE = 21
_AROUND = 366
_NEAR = 600
_SEVERAL = expression(
    r"(?:day|\b(?:[Mm]on|[Tt]ues?|[Ww]ed|[Tt]hu(?:rs?)?|[Ff]ri|[Ss]at))\b\W*(?:\w+ )?$"
)
_RANGE = expression(r" ?[-–—/&] ?\d| (?:and|or|to|through) (?:\d|[A-Z])")
_COUNTED = expression(r" (?:GMT|UTC|[EPCM][SD]T|hours|hrs|local time|people|\w+ people)\b")
_NIGHT = expression(r"\b(?:[Nn]ight|[Oo]vernight|Orthodox)\b[^.\n]{0,12}$")
_NEWSPAPER = expression(r"[Tt]he Sun\b")
_OTHER_YEAR = expression(r"\b(?:1[5-9]|20)\d\d\b")


@parameters
class WeekdayDate:
    """A weekday that the date beside it does not fall on.

    Args:
        year: whether the year is `stated` in the date itself, or follows from the
            day of `publication`.
    """

    year: Literal["stated", "publication"] = "stated"

    def triggers(self) -> Triggers:
        """Return the shape of a weekday beside a date: short, since every text has a weekday."""
        return (
            rf"{WEEKDAY_SHAPE},? (?:the )?{MONTH_SHAPE} \d",
            rf"{WEEKDAY_SHAPE},? (?:the )?\d\d?(?:[a-z]{{1,2}})?(?: of)? {MONTH_SHAPE}",
            rf"[a-z\d]\.?,? \({WEEKDAY_SHAPE}\)",
        )

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the date in words and its true weekday."""
        return frozenset({"date", "weekday"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the dates whose weekday is another."""
        for mention in document.dates:
            if mention.weekday is None or _is_several(document.text, mention):
                continue
            meant = self._meant(document, mention)
            if not meant or any(day.weekday() == mention.weekday for day in meant):
                continue
            day = meant[0]
            yield Match(
                mention.span,
                {"date": written(day).partition(", ")[2], "weekday": WEEKDAY_NAMES[day.weekday()]},
                evidence=tuple(_evidence(document, day, stated=self.year == "stated")),
            )

    def _meant(self, document: Document, mention: DateMention) -> list[dt.date]:
        """Return the days that a mention can mean, the likeliest first."""
        if self.year == "stated":
            counted = _COUNTED.match(document.text, mention.span.end)
            if mention.year is None or mention.year < EARLIEST or counted:
                return []
            day = mention.on(mention.year)
            return [day] if day else []
        published = document.publication_date
        if published is None or mention.year is not None or _has_year(document.text, mention):
            return []
        years = (published.year, published.year - 1, published.year + 1)
        days = [day for day in map(mention.on, years) if day]
        near = [day for day in days if abs((day - published).days) <= _CLOSE]
        if near or document.date is None:  # a date found in the text may not be its own
            return near
        return sorted(
            (day for day in days if abs((day - published).days) <= _AROUND),
            key=lambda day: abs((day - published).days),
        )


def _is_several(text: str, mention: DateMention) -> bool:
    """Say whether more than one day is named, or a night that belongs to two."""
    start, end = mention.span.start, mention.span.end
    before = text[max(0, start - 16) : start]
    return bool(
        _SEVERAL.search(before)
        or _NIGHT.search(before)
        or _RANGE.match(text, end)
        or _NEWSPAPER.match(text, max(0, start - 4))
    )


def _has_year(text: str, mention: DateMention) -> bool:
    """Say whether a year is named near by, in the same line, that the date may belong to."""
    before = text[max(0, mention.span.start - _NEAR) : mention.span.start].rpartition("\n")[2]
    after = text[mention.span.end : mention.span.end + _NEAR].partition("\n")[0]
    return bool(_OTHER_YEAR.search(before) or _OTHER_YEAR.search(after))


def _evidence(document: Document, day: dt.date, *, stated: bool) -> Iterator[str]:
    yield f"{day:%B} {day.day}, {day.year}, is a {WEEKDAY_NAMES[day.weekday()]}"
    if not stated and document.publication_date:
        yield f"the text is of {written(document.publication_date)}"


CHECK = WeekdayDate
