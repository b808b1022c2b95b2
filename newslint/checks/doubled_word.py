"""Kind `doubled-word`: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.regex import compiled
from newslint.text.span import Span

_GAP = r"(?:[ \t\x{a0}]+|[ \t]*\r?\n[ \t]*)"
_PART_OF_WORD = "’'&-_"


@parameters
class DoubledWord:
    """The same word twice in a row, with only white space between.

    Args:
        words: the words that are never right twice; empty for every word in small letters.
        unless: words that may stand twice.
    """

    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return the listed words twice as literals, or None: any word can stand twice."""
        return (
            tuple(trigger for word in self.words for trigger in _literals(re.escape(word))) or None
        )

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the word."""
        return frozenset({"word"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the doubled words, in order; a capital on the second begins a name."""
        text = document.text
        spans = self._listed(document) if self.words else self._any(document)
        for span in spans:
            first, second = span.of(text).split()
            if _whole(text, span) and not second[:1].isupper():
                again = Edit(Span(span.start + len(first), span.end), "")
                yield Match(span, {"word": first}, edits=(again,))

    @cached_property
    def _right_twice(self) -> frozenset[str]:
        return frozenset(self.unless)

    @cached_property
    def _regex(self) -> str:
        escaped = sorted(map(re.escape, self.words))
        return f"(?i:{'|'.join(word + _GAP + word for word in escaped)})"

    def _listed(self, document: Document) -> Iterator[Span]:
        encoded = document.encoded
        data = encoded.data
        for match in compiled(self._regex).finditer(data):
            start, end = match.span()
            # Most stand in longer words, of which the way back to code points need not be known.
            if not data[start - 1 : start].isalnum() and not data[end : end + 1].isalnum():
                yield encoded.span(start, end)

    def _any(self, document: Document) -> Iterator[Span]:
        """Yield the words in small letters that follow themselves on the same or next line."""
        text, columns = document.text, document.columns
        numbers = (
            number
            for place in columns.again(1, times=2)
            if self._is_wrong_twice(columns.word(place))
            for number in (place, place + 1)
        )
        spans = columns.spans(numbers)
        for first, second in zip(spans, spans, strict=True):
            word, gap = first.of(text), text[first.end : second.start]
            if word == second.of(text) and self._is_wrong_twice(word) and gap.count("\n") < 2:
                yield Span(first.start, second.end)

    def _is_wrong_twice(self, word: str | None) -> bool:
        """Say whether a word, where it is known, should not follow itself."""
        if word is None:
            return True
        return word.isalpha() and word.islower() and word not in self._right_twice


def _literals(word: str) -> Iterator[str]:
    """Yield what most doubled words hold; the end of a longer word is kept out of short ones."""
    before = " " if len(word) < 3 else ""
    for gap, after in ((" ", " "), (" ", r"\n"), (r"\n", ""), (r"\r\n", "")):
        yield f"(?i:{before}{word}{gap}{word}{after})"


def _whole(text: str, span: Span) -> bool:
    """Say whether no letter, digit or hyphen touches the words."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    if before.isalnum() or (before and before in _PART_OF_WORD):
        return False
    joined = after[:1].isalnum() or (after[:1] and after[:1] in _PART_OF_WORD)
    return not joined and not (after[:1] == "." and after[1:].isalnum())


CHECK = DoubledWord
