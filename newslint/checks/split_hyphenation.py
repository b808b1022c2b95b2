"""Kind `split-hyphenation`: a word that kept the hyphen of a lost line break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.regex import compiled
from newslint.text.span import Span

_WORD = expression(r"[\w-]+")
_BREAK = r"-(?:[ \x{a0}]|[ \t]*\r?\n[ \t]*)"
_SPLIT = rf"(\pL{{2,}})({_BREAK}|-)(\p{{Ll}}{{2,}})"


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
        encoded = document.encoded
        known: frozenset[str] | None = None
        for match in compiled(_SPLIT).finditer(encoded.data):
            right = match.group(3).decode()
            glued = match.group(2) == b"-"
            if glued and right not in self._endings:
                continue
            span = encoded.span(*match.span())
            whole = match.group(1).decode() + right
            known = known or frozenset(_WORD.findall(document.text.lower()))
            evidence = self._evidence(known, whole, None if glued else right)
            if evidence and not _in_compound(document.text, span):
                yield Match(span, {"whole": whole}, (whole,), (), (evidence,))

    @cached_property
    def _endings(self) -> frozenset[str]:
        return frozenset(self.endings)

    def _evidence(self, known: frozenset[str], whole: str, ending: str | None) -> str | None:
        """Return what shows that the halves are one word, or None."""
        if whole.lower() in known:
            return f"“{whole}” stands elsewhere"
        return f"“{ending}” is an ending" if ending in self._endings else None


def _in_compound(text: str, span: Span) -> bool:
    """Say whether the words are part of a longer word."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return any(beside.isalnum() or beside in ("-", "’", "'") for beside in (before, after))


CHECK = SplitHyphenation
