"""Kind `doubled-word`: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span

_DOUBLED = re.compile(
    r"(?<![\w’'-])([^\W\d_]+)([ \t\u00a0]+|[ \t]*\r?\n)\1(?![\w’'-])", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class DoubledWord:
    """The same word twice in a row, with only white space between.

    Args:
        words: the words that are never right twice; empty for every word in small letters.
        unless: words that may stand twice.
    """

    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return the listed words, or None: any word can stand twice."""
        if not self.words:
            return None
        return (r"(?i:" + "|".join(f"{w}[ \\t\\x{{a0}}\\r\\n]+{w}" for w in self.words) + ")",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the word."""
        return frozenset({"word"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the doubled words, in order."""
        for match in _DOUBLED.finditer(document.text):
            first = match[1]
            second = document.text[match.end() - len(first) : match.end()]
            if self.words and first.lower() not in self.words:
                continue
            if not self.words and not (first.islower() and second.islower()):
                continue
            if (
                first.lower() in self.unless
                or second[:1].isupper() != first[:1].isupper() != second[:1].islower()
            ):
                continue
            yield Match(Span(match.start(), match.end()), {"word": first}, (first,))


CHECK = DoubledWord
