"""Kind `straight-quote`: a straight quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.marks import Lone, Place, stands, unsettled
from newslint.text.span import Span

_INCHES = expression(r"\d[\d/.½¼¾]*\s?\"")
_SENTENCE_END = expression(r"[.!?…][’')]*\s+$")
_OTHER_MARKS = ("“", "”", "„", "''", "``", "″")


@parameters
class StraightQuote:
    """A straight quotation mark without its partner in its paragraph.

    The mark itself does not say whether it opens or closes: the white space around
    it does. A paragraph is reported only where its marks are odd in number and one
    single mark breaks their order.

    Args:
        report: whether the rule reports marks that are never closed or never opened.
        place: where the mark must stand: at its paragraph's ``start``, at a sentence's ``end``,
            or ``within``.
    """

    report: Literal["unclosed", "unopened"]
    place: Place = "anywhere"

    def triggers(self) -> Triggers:
        """Return the mark."""
        return ('"',)

    def placeholders(self) -> frozenset[str]:
        """Return no names: the mark is always the same."""
        return frozenset()

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the marks without a partner, in order."""
        for lone in _lone_marks(document):
            wanted = lone.opening == (self.report == "unclosed")
            if wanted and stands(document.text, document.paragraphs, lone, self.place):
                yield Match(Span(lone.offset, lone.offset + 1))


def _lone_marks(document: Document) -> list[Lone]:
    """Return the lone marks of a document; the rules on them share the work."""
    key = "straight-quote"
    if key not in document.memo:
        document.memo[key] = [] if _closes_in_lines(document.text) else _read(document)
    return cast("list[Lone]", document.memo[key])


def _closes_in_lines(text: str) -> bool:
    """Say whether every line holds an even number of marks."""
    place = text.find('"')
    while place >= 0:
        partner = text.find('"', place + 1)
        if partner < 0 or text.find("\n", place, partner) >= 0:
            return False
        place = text.find('"', partner + 1)
    return True


def _read(document: Document) -> list[Lone]:
    text, paragraphs = document.text, document.paragraphs
    alone: list[Lone] = []
    for number, (start, end) in enumerate(zip(paragraphs.starts, paragraphs.ends, strict=True)):
        if text.count('"', start, end) & 1:
            found = _alone(text, start, end)
            if found is not None:
                alone.append(Lone(number, *found))
    return list(unsettled(text, paragraphs, alone, '"“'))


def _alone(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Return the one mark of a paragraph that breaks the order, and whether it opens."""
    broken: list[tuple[int, bool]] = []
    waiting: int | None = None
    offset = text.find('"', start, end)
    while offset >= 0:
        at_edge = offset in (start, end - 1)
        opening = offset == start if at_edge else _opens(text, offset, is_open=waiting is not None)
        if opening and waiting is not None:
            if _SENTENCE_END.search(text[max(start, offset - 8) : offset]):
                # Paragraphs run together: each opens the long quotation again.
                return None
            broken.append((waiting, True))
        elif not opening and waiting is None:
            broken.append((offset, False))
        waiting = offset if opening else None
        offset = text.find('"', offset + 1, end)
    if waiting is not None:
        broken.append((waiting, True))
    explained = any(text.find(mark, start, end) >= 0 for mark in _OTHER_MARKS)
    if len(broken) != 1 or explained or _INCHES.search(text, start, end):
        return None
    return broken[0]


def _opens(text: str, offset: int, *, is_open: bool) -> bool:
    """Say whether a mark opens by what stands around it; in doubt it does what is due."""
    before, after = text[offset - 1], text[offset + 1]
    space_before = before.isspace() or before in "([{—–/-‘'"
    space_after = after.isspace() or after in ".,;:!?)]}—–/-’'"
    if space_before == space_after:
        return not is_open
    return space_before


CHECK = StraightQuote
