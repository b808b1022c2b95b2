"""Kind `degenerate-loop`: a phrase that a translating machine could not stop repeating."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span
from newslint.text.twins import alike, word_spans, words_and_twins

_MARKS = ".,;:!?…“”\"'’‘()-–—"
_THREE_ALIKE = b"\x01\x01"

# Words that join a word to itself for emphasis: again and again and again.
_JOINING = frozenset(["and", "or", "after", "by", "upon", "to", "on"])


@dataclass(frozen=True, slots=True)
class _Loop:
    """Words that go round: the first, how many to a round, and how many in all."""

    start: int
    period: int
    length: int


@dataclass(frozen=True, kw_only=True)
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
        words, twins = words_and_twins(document.text, document.memo)
        loops = sorted(self._loops(words, twins), key=lambda loop: (loop.start, loop.period))
        done = 0
        for loop in loops:
            phrase = words[loop.start : loop.start + loop.period]
            if loop.start < done or not self._counts(phrase):
                continue
            times = loop.length // loop.period
            if times < (self.times if loop.period > 1 else self.times_single):
                continue
            done = loop.start + times * loop.period
            spans = word_spans(document.text, document.memo)
            span = Span(spans[loop.start].start, spans[done - 1].end)
            yield Match(span, {"phrase": " ".join(phrase).strip(_MARKS), "times": str(times)})

    def _loops(self, words: list[str], twins: bytes) -> Iterator[_Loop]:
        """Yield the loops; of each period only every n-th word is looked at first."""
        for period in range(1, self.max_words + 1):
            same = alike(words[::period]) if period > 1 else twins
            place = same.find(_THREE_ALIKE)
            while place >= 0:
                loop = _around(words, place * period, period)
                yield loop
                after = (loop.start + loop.length) // period
                place = same.find(_THREE_ALIKE, max(place + 1, after - 1))

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


def _same(one: str, other: str) -> bool:
    return one == other or one.strip(_MARKS).lower() == other.strip(_MARKS).lower()


CHECK = DegenerateLoop
