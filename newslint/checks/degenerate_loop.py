"""Kind `degenerate-loop`: a phrase that a translating machine could not stop repeating."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import eq
from typing import NamedTuple

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.columns import Columns
from newslint.text.span import Span

_MARKS = ".,;:!?…“”\"'’‘()-–—"
_THREE_ALIKE = b"\x01\x01"

# Words that join a word to itself for emphasis: again and again and again.
_JOINING = frozenset(["and", "or", "after", "by", "upon", "to", "on"])


class _Loop(NamedTuple):
    """Words that go round: the first, how many to a round, and how many in all."""

    start: int
    period: int
    length: int

    @property
    def end(self) -> int:
        """The word after the last."""
        return self.start + self.length


@parameters
class DegenerateLoop:
    """A phrase that comes again and again without a break.

    Args:
        max_words: the longest phrase looked for, in words.
        times: how often a phrase of several words must stand in a row, three at the least.
        times_single: how often a single word must stand in a row.
        unless: single words that may stand in a row: interjections, chants.
    """

    max_words: int = 6
    times: int = 3
    times_single: int = 4
    unless: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return None: any phrase can loop."""
        if self.times < 3 or self.times_single < 3:
            raise ValueError("“times” and “times-single” are three at the least")
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the phrase and how often it stands there."""
        return frozenset({"phrase", "times"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the loops, in order."""
        columns = document.columns
        if not self._can_loop(columns):
            return
        words = document.text.split()
        loops = list(self._chosen(words))
        ends = (number for loop in loops for number in (loop.start, loop.end - 1))
        spans = columns.spans(ends)
        for loop, first, last in zip(loops, spans, spans, strict=True):
            phrase = " ".join(words[loop.start : loop.start + loop.period]).strip(_MARKS)
            times = str(loop.length // loop.period)
            yield Match(Span(first.start, last.end), {"phrase": phrase, "times": times})

    def _can_loop(self, columns: Columns) -> bool:
        """Say whether words come again and again, as far as their columns show."""
        return any(
            self._can_go_round(columns, place, period)
            for period in range(self.max_words, 0, -1)
            for place in columns.again(period, times=3)
        )

    def _can_go_round(self, columns: Columns, place: int, period: int) -> bool:
        """Say whether enough words around one come again after a period."""
        if period == 1:
            word = columns.word(place)
            if word is not None and not self._counts([word]):
                return False
        enough = (self._times(period) - 1) * period
        start, end = place, place + 1
        while end - start < enough and _can_be_same(columns, end, period):
            end += 1
        while end - start < enough and start > 0 and _can_be_same(columns, start - 1, period):
            start -= 1
        return end - start >= enough

    def _times(self, period: int) -> int:
        return self.times if period > 1 else self.times_single

    def _chosen(self, words: list[str]) -> Iterator[_Loop]:
        """Yield the loops that are reported, whole rounds only, in order."""
        done = 0
        for loop in sorted(self._loops(words), key=lambda loop: (loop.start, loop.period)):
            phrase = words[loop.start : loop.start + loop.period]
            times = loop.length // loop.period
            if loop.start < done or times < self._times(loop.period):
                continue
            if self._counts(phrase):
                whole = _Loop(loop.start, loop.period, times * loop.period)
                done = whole.end
                yield whole

    def _loops(self, words: list[str]) -> Iterator[_Loop]:
        """Yield the loops; of each period only every n-th word is looked at first."""
        for period in range(1, self.max_words + 1):
            some = words[::period]
            same = bytes(map(eq, some, islice(some, 1, None)))
            place = same.find(_THREE_ALIKE)
            while place >= 0:
                loop = _around(words, place * period, period)
                yield loop
                place = same.find(_THREE_ALIKE, max(place + 1, loop.end // period - 1))

    def _counts(self, phrase: list[str]) -> bool:
        """Say whether a phrase holds a word, and no emphasis goes round."""
        words = [word.strip(_MARKS).lower() for word in phrase]
        if len(words) == 1:
            return words[0].isalpha() and words[0] not in self.unless
        if len(words) == 2 and not _JOINING.isdisjoint(words):
            return False
        return any(map(str.isalpha, words)) and len(set(words)) > 1


def _around(words: list[str], place: int, period: int) -> _Loop:
    """Return the loop that goes through a word, as far as it goes on both sides."""
    start = place
    while start > 0 and _same(words[start - 1], words[start - 1 + period]):
        start -= 1
    end = place
    while end + period < len(words) and _same(words[end], words[end + period]):
        end += 1
    return _Loop(start, period, end - start + period)


def _can_be_same(columns: Columns, number: int, period: int) -> bool:
    one, other = columns.word(number), columns.word(number + period)
    return one is None or other is None or _same(one, other)


def _same(one: str, other: str) -> bool:
    return one == other or one.strip(_MARKS).lower() == other.strip(_MARKS).lower()


CHECK = DegenerateLoop
