"""The capitalised words of a text, collected once and shared by the checks of names."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.text.span import Span

# A possessive ending belongs to no name; inner apostrophes do (O’Neill).
_CAPITALISED = re.compile(
    r"(?<![\w’'-])([A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ][\w-]*"
    r"(?:[’'](?!s\b)[\w-]+)*)"
)


class Capital(NamedTuple):
    """A capitalised word.

    Args:
        start: code-point offset of its first letter.
        end: offset after its last letter, a possessive ending left out.
        text: the word as written, without a possessive ending.
        plain: the word in small letters without accents.
    """

    start: int
    end: int
    text: str
    plain: str

    @property
    def span(self) -> Span:
        """The word as a span."""
        return Span(self.start, self.end)


def capitals_in(document: Document) -> list[Capital]:
    """Return the capitalised words of a document, in order; kept with the document."""
    key = "capitals"
    if key not in document.memo:
        document.memo[key] = [
            Capital(match.start(1), match.end(1), match[1], plain(match[1]))
            for match in _CAPITALISED.finditer(document.text)
        ]
    return document.memo[key]  # type: ignore[return-value]
