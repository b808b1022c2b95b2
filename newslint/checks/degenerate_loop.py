"""Kind `degenerate-loop`: a phrase that a translating machine could not stop repeating."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from operator import eq

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span

_JOINING = frozenset(["and", "or", "after", "by", "upon", "to", "on"])
"""Words that join a word to itself for emphasis: again and again and again."""
_MARKS = ".,;:!?…“”\"'’‘()-–—"


@dataclass(frozen=True, kw_only=True)
class DegenerateLoop:
    """A phrase that comes again and again without a break.

    Args:
        max_words: the longest phrase looked for, in words.
        times: how often a phrase of several words must stand in a row.
        times_single: how often a single word must stand in a row.
        unless: single words that may stand in a row: interjections, chants.
    """

    max_words: int = 6
    times: int = 3
    times_single: int = 4
    unless: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return None: any phrase can loop."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the phrase and how often it stands there."""
        return frozenset({"phrase", "times"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the loops, in order."""
        text = document.text
        words = text.split()
        done = 0
        for start, period, times in sorted(self._loops(words)):
            if start < done:
                continue
            phrase = words[start : start + period]
            if period == 1 and phrase[0].strip(_MARKS).lower() in self.unless:
                continue
            done = start + period * times
            span = _span(text, words, start, done)
            yield Match(span, {"phrase": " ".join(phrase).strip(_MARKS), "times": str(times)})

    def _loops(self, words: list[str]) -> Iterator[tuple[int, int, int]]:
        """Yield where loops begin, how many words go round and how often."""
        for period in range(1, self.max_words + 1):
            times = self.times if period > 1 else self.times_single
            same = bytes(map(eq, words, islice(words, period, None)))
            run = b"\x01" * (period * (times - 1) - 1)
            place = same.find(run)
            while place >= 0:
                end = place + len(run)
                while end < len(same) and _alike(words[end], words[end + period]):
                    end += 1
                phrase = words[place : place + period]
                if end - place >= period * (times - 1) and _loops(phrase):
                    yield place, period, (end - place) // period + 1
                place = same.find(run, end)


def _alike(one: str, other: str) -> bool:
    return one == other or one.strip(_MARKS).lower() == other.strip(_MARKS).lower()


def _loops(phrase: list[str]) -> bool:
    """Say whether a phrase holds a word, and is not one word several times over."""
    words = [word.strip(_MARKS).lower() for word in phrase]
    if len(phrase) == 2 and not _JOINING.isdisjoint(words):
        return False
    return any(map(str.isalpha, words)) and (len(phrase) == 1 or len(set(words)) > 1)


def _span(text: str, words: list[str], first: int, last: int) -> Span:
    """Return the span of words by their numbers."""
    place = 0
    start = 0
    for number, word in enumerate(words[:last]):
        place = text.index(word, place)
        if number == first:
            start = place
        place += len(word)
    return Span(start, place)


CHECK = DegenerateLoop
