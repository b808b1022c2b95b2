"""Kind `split-hyphenation`: a word that kept the hyphen of a lost line break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.blocks import blocks
from newslint.text.encoded import EncodedText
from newslint.text.expressions import expression
from newslint.text.regex import compiled
from newslint.text.span import Span

_WORD = expression(r"[\w-]+")
_BREAK = r"-(?:[ \x{a0}]|[ \t]*\r?\n[ \t]*)"
_SPLIT = rf"\pL{{2,}}(?:{_BREAK}|-)\p{{Ll}}{{2,}}"
_SPACES = " \t\r\n\u00a0"

_FEW = 50
"""How many words are looked for one by one in less time than it takes to list all words."""


@parameters
class SplitHyphenation:
    """A word that kept the hyphen of a lost line break: `govern- ment`, `govern-ment`.

    A hyphen before a space or a line's end is a compound's (`pre- and post-war`,
    `well-` at a line's end) unless the whole word stands elsewhere in the document, or
    the second half is a mere ending. Without white space both are asked for.

    Args:
        endings: second halves that are no words.
    """

    endings: tuple[str, ...]

    def triggers(self) -> Triggers:
        """Return a hyphen between a word and white space, and one before each ending."""
        return (rf"\pL{_BREAK}\p{{Ll}}", *(f"-{re.escape(ending)}" for ending in self.endings))

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the whole word."""
        return frozenset({"whole"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the split words, in order."""
        split = list(self._split(document.encoded))
        known = _standing(document.text, {whole.lower() for _, whole, _ in split})
        for span, whole, ending in split:
            evidence = self._evidence(known, whole, ending)
            if evidence and not _in_compound(document.text, span):
                yield Match(span, {"whole": whole}, (whole,), (), (evidence,))

    def _split(self, encoded: EncodedText) -> Iterator[tuple[Span, str, str | None]]:
        """Yield what may be a split word, the whole word, and its end behind white space."""
        for match in compiled(_SPLIT).finditer(encoded.data):
            # Groups would cost as much again: most words with a hyphen are of no interest.
            start, end = match.span()
            left, _, right = encoded.data[start:end].decode().rpartition("-")
            ending = right.lstrip(_SPACES)
            glued = ending == right
            if not glued or ending in self._endings:
                yield encoded.span(start, end), left + ending, None if glued else ending

    @cached_property
    def _endings(self) -> frozenset[str]:
        return frozenset(self.endings)

    def _evidence(self, known: set[str], whole: str, ending: str | None) -> str | None:
        """Return what shows that the halves are one word, or None."""
        if whole.lower() in known:
            return f"“{whole}” stands elsewhere"
        return f"“{ending}” is an ending" if ending in self._endings else None


def _standing(text: str, words: set[str]) -> set[str]:
    """Return those of some words in small letters that stand in a text."""
    found: set[str] = set()
    for part in blocks(text):
        missing = words - found
        if not missing:
            break
        lowered = part.lower()
        if len(missing) > _FEW or any(word in lowered for word in missing):
            found |= missing.intersection(_WORD.findall(lowered))
    return found


def _in_compound(text: str, span: Span) -> bool:
    """Say whether the words are part of a longer word."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return any(beside.isalnum() or beside in ("-", "’", "'") for beside in (before, after))


CHECK = SplitHyphenation
