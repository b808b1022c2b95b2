"""Kind `line`: whole lines that are no part of the story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from newslint.checks.base import Match, parameters
from newslint.checks.pattern import named_groups
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.regex import Regex, alternatives, compiled
from newslint.text.span import Span

_SPACE = r" \t\x{a0}\x{200b}\x{feff}"
_PICTURE = r"\x{2190}-\x{21ff}\x{25a0}-\x{27bf}\x{fe0f}\x{1f300}-\x{1faff}"
_LONGEST = 20_000
"""How many bytes a line has at most that can be anything but running text."""

_BEFORE = rf"[{_SPACE}{_PICTURE}*#|>»›•·◦–—\-_~=]*"
_AFTER = rf"[{_SPACE}{_PICTURE}*|>»›]*"


@parameters
class Line:
    """Whole lines, with conditions on their neighbours and their place.

    Bullets, arrows, emoji and marks of emphasis around a line belong to its margins.

    Args:
        regex: RE2 patterns of which one must match the whole line, margins aside.
        ignore_case: whether capitals and small letters are alike.
        unless: none of these may be found in the line.
        previous: one of these must be found in the line before.
        next: one of these must be found in the line after.
        continues: lines after it that match one of these wholly belong to the same block.
        max_words: how many words the line may have; 0 for any number.
        without_stop: whether the line must not end like a sentence.
        place: where in the text the line must stand.
        within: how many lines from the top or the bottom still count as such.
        at_most: a text with more such blocks keeps them, because they are its form; 0 for any.
        trigger: a short pattern found in every text that can match, where `regex` is a costly one.
    """

    regex: tuple[str, ...]
    ignore_case: bool = False
    unless: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    max_words: int = 0
    without_stop: bool = False
    place: Literal["anywhere", "top", "bottom"] = "anywhere"
    within: int = 5
    at_most: int = 0
    trigger: str | None = None

    def triggers(self) -> Triggers:
        """Return the patterns, anchored to whole lines."""
        for patterns in (self.unless, self.previous, self.next, self.continues):
            if patterns:
                compiled(self._any(patterns))
        if compiled(self._any(self.regex)).fullmatch(b""):
            raise ValueError("“regex” matches an empty line, so it would match everywhere")
        compiled(self._whole_line)
        return (self._whole_line,) if self.trigger is None else (self._any((self.trigger,)),)

    def placeholders(self) -> frozenset[str]:
        """Return the named groups."""
        names = compiled(self._whole_line).groupindex
        return frozenset(name.decode() for name in names)

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the lines or blocks, in order."""
        found = list(self._blocks(document))
        if not self.at_most or len(found) <= self.at_most:
            yield from found

    def _blocks(self, document: Document) -> Iterator[Match]:
        regex = compiled(self._whole_line)
        encoded = document.encoded
        done = 0
        for match in _matches(regex, encoded.data):
            span, lines = encoded.span(*match.span(1)), document.lines
            number = bisect_left(lines.starts, span.end) - 1
            if number < 0 or not span.overlaps(lines[number]):
                continue  # the match holds white space only
            if span.start >= done and self._fits(document, number):
                end = self._block_end(document, number)
                yield Match(Span(lines.starts[number], end), named_groups(match, regex))
                done = end

    def _fits(self, document: Document, number: int) -> bool:
        line = document.lines[number].of(document.text)
        count = len(document.lines)
        return (
            not (self.max_words and len(line.split()) > self.max_words)
            and not (self.without_stop and line.rstrip("”\"’')»").endswith((".", "!", "?")))
            and not (self.place == "top" and number >= self.within)
            and not (self.place == "bottom" and number < count - self.within)
            and not (self.unless and self._found(self.unless, line))
            and self._neighbour(document, number - 1, self.previous)
            and self._neighbour(document, number + 1, self.next)
        )

    def _neighbour(self, document: Document, number: int, patterns: tuple[str, ...]) -> bool:
        if not patterns:
            return True
        if not 0 <= number < len(document.lines):
            return False
        return self._found(patterns, document.lines[number].of(document.text))

    def _block_end(self, document: Document, number: int) -> int:
        lines = document.lines
        if self.continues:
            regex = compiled(self._any(self.continues))
            while number + 1 < len(lines):
                if not regex.fullmatch(_bytes(lines[number + 1].of(document.text))):
                    break
                number += 1
        return lines.ends[number]

    def _found(self, patterns: tuple[str, ...], line: str) -> bool:
        return bool(compiled(self._any(patterns)).search(_bytes(line)))

    def _any(self, patterns: tuple[str, ...]) -> str:
        return alternatives(patterns, ignore_case=self.ignore_case)

    @cached_property
    def _whole_line(self) -> str:
        return rf"(?m)^{_BEFORE}({self._any(self.regex)}){_AFTER}\r?$"


def _matches(regex: Regex, data: bytes) -> Iterator[Regex]:
    """Yield the matches in a text, but for lines too long to be anything but running text.

    To find where a group matched, RE2 reads a line twenty times as slowly as to find a match.
    """
    start = 0
    while len(data) - start > _LONGEST:
        end = start
        while (following := data.find(b"\n", end, end + _LONGEST)) >= 0:
            end = following + 1
        if len(data) - end <= _LONGEST:
            break
        yield from regex.finditer(data, start, end)
        start = data.find(b"\n", end) + 1 or len(data)
    yield from regex.finditer(data, start)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


CHECK = Line
