"""Where in a sentence the name of a place must stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.document import Document
from newslint.knowledge.capitals import Capital, capitals_between
from newslint.text.expressions import expression
from newslint.text.regex import sites

EVENTS = tuple(
    "retreat withdrawal liberation siege capture recapture occupation evacuation shelling bombing"
    " bombardment annexation encirclement defence defense fall surrender battle".split()
)
"""What happens to a city."""

EVENT = f"(?i:{'|'.join(EVENTS)})"
"""A pattern of the events, for `re`."""

_REACH = 24


class Slot(NamedTuple):
    """Where a name must stand.

    Args:
        endings: what the text before the name can end with.
        before: what must stand before the name,
        after: or else behind it.
    """

    endings: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]

    def holds(self, text: str, start: int, end: int) -> bool:
        """Say whether what stands in a range of a text stands in the slot."""
        if text.endswith(self.endings, 0, start) and self.before.search(
            text[max(0, start - _REACH) : start]
        ):
            return True
        return self.after.match(text, end) is not None


PLACE = Slot(
    tuple(
        f"{word} "
        for word in "in from near outside around toward towards into leaving leave left reach"
        " reached via capture captured retake retaken liberate liberated occupied of".split()
    ),
    expression(
        r"\b(?:in|from|near|outside|around|towards?|into|leaving|leave|left|reach(?:ed)?|via"
        r"|captured?|retake|retaken|liberated?|occupied|cit(?:y|ies) of|towns? of|port of) $"
    ),
    expression(r" (?:[Rr]egion|[Oo]blast|[Pp]rovince|[Dd]istrict|[Aa]irport|city)\b"),
)
"""The slot of a place: “in X”, “X region”."""

BESIDE_EVENT = Slot(
    ("of ", "from ", "in ", "at "),
    expression(rf"\b{EVENT} (?:of|from|in|at) $"),
    expression(rf"[’']s {EVENT}\b"),
)
"""The slot of a city to which something happens: “the siege of X”, “X’s fall”."""

# Whatever the case, `re` takes two more letters for an i, and RE2 does not.
_LIKE_EVENT = f"(?i:{'|'.join(event.replace('i', '[iİı]') for event in EVENTS)})"
_EVENT_SITES = rf"{_LIKE_EVENT} (?:of|from|in|at) |[’']s {_LIKE_EVENT}"


def capitals_of_events(document: Document) -> set[Capital]:
    """Return the capitalised words of a document that stand in the slot of events.

    Few words do: to look for the events is far cheaper than to ask of every word what it is.
    """
    text = document.text
    return {word for word in _near_events(document) if BESIDE_EVENT.holds(text, *word[:2])}


def _near_events(document: Document) -> Iterator[Capital]:
    text, encoded = document.text, document.encoded
    for site in sites(_EVENT_SITES, encoded.data):
        if site[0].endswith(b" "):
            place = encoded.offset(site.end())
            yield from capitals_between(text, place, place + 1)
        else:
            end = encoded.offset(site.start())
            first = text.rfind(" ", 0, end) + 1
            yield from (word for word in capitals_between(text, first, end) if word.end == end)
