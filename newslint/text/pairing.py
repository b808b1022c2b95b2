"""Opening and closing marks brought together, one paragraph after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from newslint.text.marks import Lone, unsettled
from newslint.text.ornaments import begins_anew, ornaments, stands_before, stands_behind
from newslint.text.places import places
from newslint.text.span import Span
from newslint.text.spans import Spans
from newslint.values import value


class Sign(NamedTuple):
    """A mark in its place.

    Args:
        offset: code point of the mark.
        mark: the mark itself.
    """

    offset: int
    mark: str


class Unpaired(NamedTuple):
    """The marks of a text that pair with no other.

    Args:
        alone: marks without a partner that no convention explains.
        turned: marks that stand the wrong way round.
    """

    alone: tuple[Lone, ...]
    turned: tuple[Sign, ...]


@value
class Pairing:
    """The marks of one language and how they are read.

    Args:
        pairs: each an opening mark and the marks that may close it.
        closes_all: closing marks of which one ends every quotation nested in it.
        straight: whether a straight quotation mark may stand for a partner.
    """

    pairs: tuple[str, ...]
    closes_all: str = ""
    straight: bool = False

    def read(self, text: str, paragraphs: Spans) -> Unpaired:
        """Return the marks of a text that pair with no other.

        >>> Pairing(("“”",)).read("He “left. She “came”.", Spans([0], [21])).alone
        (Lone(paragraph=0, offset=3, opening=True),)
        """
        alone: list[Lone] = []
        turned: list[Sign] = []
        found = places(text, self._marks)
        for number, within in groupby(
            found, lambda place: bisect_right(paragraphs.starts, place) - 1
        ):
            signs = [Sign(place, text[place]) for place in within]
            alone += (
                Lone(number, sign.offset, sign.mark in self._opens)
                for sign in self._paragraph(text, paragraphs[number], signs, turned)
            )
        explained = unsettled(text, paragraphs, alone, "".join(self._opens) + self.closes_all)
        return Unpaired(tuple(explained), tuple(turned))

    def partner(self, mark: str) -> str:
        """Return the mark that usually stands at the other end."""
        return self._opens[mark][0] if mark in self._opens else self._closes[mark]

    @cached_property
    def _opens(self) -> dict[str, str]:
        return {pair[0]: pair[1:] for pair in self.pairs}

    @cached_property
    def _closes(self) -> dict[str, str]:
        return {closing: openers[0] for closing, openers in self._openers.items()}

    @cached_property
    def _openers(self) -> dict[str, str]:
        marks = {mark for pair in self.pairs for mark in pair[1:]}
        return {mark: "".join(p[0] for p in self.pairs if mark in p[1:]) for mark in marks}

    @cached_property
    def _marks(self) -> frozenset[str]:
        return frozenset(self._opens).union(self._closes)

    def _paragraph(
        self, text: str, within: Span, signs: list[Sign], turned: list[Sign]
    ) -> list[Sign]:
        """Return the lone marks of one paragraph; note the turned ones."""
        if signs[0].offset == within.start and signs[0].mark in self.closes_all:
            # French opens each paragraph of a long quotation with the closing mark.
            signs[0] = Sign(within.start, self._closes[signs[0].mark])
        if not self._alone(text, within, signs):
            return []
        ignored = ornaments(text, within, self._marks)
        signs = [sign for sign in signs if sign.offset not in ignored]
        for index in self._turned(text, within, signs):
            sign = signs[index]
            turned.append(sign)
            signs[index] = Sign(sign.offset, self.partner(sign.mark))
        alone = self._alone(text, within, signs)
        if self.straight and len(alone) == 1 and text.count('"', within.start, within.end) % 2:
            return []
        return alone

    def _turned(self, text: str, within: Span, signs: list[Sign]) -> list[int]:
        """Return the one mark that stands the wrong way round, where its surroundings show it."""
        found: list[int] = []
        closing = {
            mark
            for mark, opener in self._closes.items()
            if text.find(opener, within.start, within.end) >= 0
        }
        for index, (sign, following) in enumerate(pairwise(signs)):
            opens = sign.mark in self._opens
            closes = sign.mark in closing if opens else True
            if opens == closes or following.mark != sign.mark:
                continue
            if opens and stands_behind(text, following.offset, within):
                found.append(index + 1)
            elif closes and index == 0 and stands_before(text, sign.offset, within):
                found.append(index)
        return found if len(found) == 1 else []

    def _alone(self, text: str, within: Span, signs: list[Sign]) -> list[Sign]:
        """Return the marks of one paragraph that have no partner, in order."""
        waiting: list[Sign] = []
        alone: list[Sign] = []
        count: Counter[str] = Counter()
        nested_in = -1
        for sign in signs:
            openers = self._openers.get(sign.mark, "")
            if openers and any(map(count.__getitem__, openers)):
                while True:
                    last = waiting.pop()
                    count[last.mark] -= 1
                    if last.mark in openers:
                        break
                    alone.append(last)
                if sign.mark in self.closes_all:
                    nested_in = last.offset
            elif sign.mark in self._opens:
                if count[sign.mark] and begins_anew(text, sign.offset, within):
                    # Paragraphs run together: each opens the long quotation again.
                    waiting = [other for other in waiting if other.mark != sign.mark]
                    count[sign.mark] = 0
                waiting.append(sign)
                count[sign.mark] += 1
            else:
                alone.append(sign)
        # One closing mark may end the quotations around its own, too.
        unclosed = (
            sign
            for sign in waiting
            if sign.offset > nested_in or not self.closes_all.count(self._opens[sign.mark][0])
        )
        return sorted([*alone, *unclosed], key=lambda sign: sign.offset)
