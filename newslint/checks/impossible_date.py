"""Kind `impossible-date`: a day that its month does not have."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.dates import LONGEST, MONTH_SHAPE, DateMention
from newslint.text.expressions import expression

_ON = expression(r"(?:\b(?:[Oo]n|[Oo]n the|[Uu]ntil|[Tt]ill|[Bb]y|[Ss]ince|[Ff]rom|of|day),? |\()$")
_STRICTLY_ON = expression(r"(?:\b[Oo]n|day,?) (?:the )?$")
_CLOSED = expression(
    r"[.,;:)!?”\"’]|\s*$|\n| (?:and|at|in|to|when|that|for|with|until|as|but)\b", re.MULTILINE
)
_JOKE = expression(r"[“\"‘'][^“”\"\n]{0,40}$")


@parameters
class ImpossibleDate:
    """A day that its month does not have, such as February 30."""

    def triggers(self) -> Triggers:
        """Return a month beside a number that is too large for some month."""
        return (
            rf"{MONTH_SHAPE} (?:29|[3-9]\d)",
            rf"(?:29|[3-9]\d)(?:[a-z]{{1,2}})?(?: of)? {MONTH_SHAPE}",
        )

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: how many days the month has."""
        return frozenset({"days"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the impossible dates, in order."""
        text = document.text
        for mention in document.dates:
            days = _days(mention)
            if 0 < mention.day <= days or not _reads_as_date(text, mention):
                continue
            month = f"{calendar.month_name[mention.month]}"
            when = f" {mention.year}" if mention.year and days == 28 else ""
            yield Match(
                mention.span, {"days": str(days)}, evidence=(f"{month}{when} has {days} days",)
            )


def _days(mention: DateMention) -> int:
    """Return how many days the month has, 29 for a February of no stated year."""
    if mention.month == 2 and mention.year:
        return calendar.monthrange(mention.year, 2)[1]
    return LONGEST[mention.month - 1]


def _reads_as_date(text: str, mention: DateMention) -> bool:
    """Say whether the number is a day: “in March 45 people” holds none."""
    start, end = mention.span.start, mention.span.end
    if mention.weekday is not None or mention.year is not None:
        return True
    before = text[max(0, start - 48) : start]
    if _JOKE.search(before) or not _CLOSED.match(text, end):
        return False
    if mention.day <= 31:
        return bool(_ON.search(before) or text[start].isdigit())
    return bool(_STRICTLY_ON.search(before))


CHECK = ImpossibleDate
