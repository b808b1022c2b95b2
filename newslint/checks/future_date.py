"""Kind `future-date`: something told as done on a day after the text's own date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.dates import written
from newslint.text.expressions import expression
from newslint.text.span import Span

_DONE = (
    "said|told|announced|reported|declared|confirmed|stated|wrote|tweeted|died|killed|arrested"
    "|happened|occurred|took place|arrived|signed|resigned|attacked|crashed|exploded|won|lost"
    "|met|visited|launched|opened|began|started|ended|was born|published|released|fell|hit"
)
_TOLD = expression(rf"\b(?:{_DONE})(?: [a-z]+){{0,2}},? on (?:\w+day,? )?(?:the )?$")
_STILL_TO_COME = expression(
    r"(?i)\b(?:will|would|shall|to be|due|plan(?:s|ned)?|expect(?:s|ed|ing)?|schedul\w+|until|next"
    r"|set (?:to|for)|going to|could|(?-i:may)|might|should|can|if|when|once|deadline|after|before"
    r"|ahead|upcoming|future|novel|film|fiction|must|agreed|slated|tentative|on track)\b|[’']ll\b"
)
_NEAR = 240


@parameters
class FutureDate:
    """Something told as done on a day after the text's own date.

    Args:
        slack: how many days after its own date a text may be updated.
    """

    slack: int = 3

    def triggers(self) -> Triggers:
        """Return the shape of a full date."""
        return (r"\d(?:st|nd|rd|th)?,? [12]\d{3}\b", r"\d [A-Z][a-z]{2,8}\.?,? [12]\d{3}\b")

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the text's own date."""
        return frozenset({"published"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the dates, in order."""
        published = document.publication_date
        if published is None:
            return
        latest = published + dt.timedelta(days=self.slack)
        text = document.text
        for mention in document.dates:
            day = mention.on(mention.year) if mention.year else None
            if day is None or day <= latest:
                continue
            if _TOLD.search(text[max(0, mention.span.start - 60) : mention.span.start]) and not (
                _STILL_TO_COME.search(_around(text, mention.span))
            ):
                after = (day - published).days
                yield Match(
                    mention.span,
                    {"published": written(published)},
                    evidence=(f"that is {after} days after the text’s own date",),
                )


def _around(text: str, place: Span) -> str:
    """Return the words near a place, in the same line."""
    before = text[max(0, place.start - _NEAR) : place.start].rpartition("\n")[2]
    return before + text[place.end : place.end + _NEAR].partition("\n")[0]


CHECK = FutureDate
