"""Kind `doubled-word`: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import eq

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.span import Span

_GAP = r"(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)"


@dataclass(frozen=True, kw_only=True)
class DoubledWord:
    """The same word twice in a row, with only white space between.

    Args:
        words: the words that are never right twice; empty for every word in small letters.
        unless: words that may stand twice.
        unless_before: words before which a word may be part of a name or a title.
    """

    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return the listed words twice, or None: any word can stand twice."""
        if not self.words:
            return None
        return (r"(?i:" + "|".join(rf"{w}[ \t\x{{a0}}\r\n]+{w}" for w in self.words) + r")",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the word."""
        return frozenset({"word"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the doubled words, in order."""
        text = document.text
        candidates = self.words or self._repeated(text)
        if not candidates:
            return
        for match in _doubled(tuple(candidates)).finditer(text):
            first, second = match[1], match[3]
            following = text[match.end() : match.end() + 12].split()[:1]
            if second[:1].isupper() and not first[:1].isupper():
                continue
            if first[:1].isupper() and second[:1].isupper() and len(first) > 1:
                continue
            if following and following[0].strip(".,;:") in self.unless_before:
                continue
            yield Match(
                Span(match.start(), match.end()),
                {"word": first},
                edits=(Edit(Span(match.end(1), match.end()), ""),),
            )

    @cached_property
    def _right_twice(self) -> frozenset[str]:
        return frozenset(self.unless)

    def _repeated(self, text: str) -> set[str]:
        """Return the words in small letters that follow themselves at once."""
        words = text.split()
        twins = map(eq, words, islice(words, 1, None))
        return {
            word
            for word, twin in zip(words, twins, strict=False)
            if twin and word.isalpha() and word.islower() and word not in self._right_twice
        }


def _doubled(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words))
    return re.compile(rf"(?i)(?<![\w’'&-])({listed})({_GAP})(\1)(?![\w’'&-])(?!\.\w)")


CHECK = DoubledWord
