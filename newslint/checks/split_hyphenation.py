"""Kind `split-hyphenation`: a word that kept the hyphen of a lost line break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span

_SPLIT = re.compile(
    r"(?<![\w’'-])([^\W\d_]{2,})(-(?:[ \u00a0]|[ \t]*\r?\n[ \t]*)|\u00ad[ \t]*\r?\n?|-)"
    r"([a-zà-öø-ÿ]{2,})(?![\w’'-])"
)


@dataclass(frozen=True, kw_only=True)
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
        """Return a hyphen between a word and white space, or before an ending."""
        endings = "|".join(sorted(self.endings))
        return (r"\pL-(?:[ \x{a0}]|[ \t]*\r?\n)[ \t]*\p{Ll}", rf"\pL-(?:{endings})\b")

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the whole word."""
        return frozenset({"whole"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the split words, in order."""
        text = document.text
        for match in _SPLIT.finditer(text):
            whole = match[1] + match[3]
            ending = match[3] in self._endings
            glued = match[2] == "-"
            if (glued and not ending) or (glued and not match[1].islower()):
                continue
            elsewhere = bool(re.search(rf"(?i)(?<![\w-]){re.escape(whole)}(?![\w-])", text))
            if elsewhere or (ending and not glued):
                evidence = f"“{whole}” stands elsewhere" if elsewhere else f"“{match[3]}” is an ending"
                yield Match(
                    Span(match.start(), match.end()), {"whole": whole}, (whole,), (), (evidence,)
                )

    @cached_property
    def _endings(self) -> frozenset[str]:
        return frozenset(self.endings)


CHECK = SplitHyphenation
