"""The capitalised words of a text, collected once and shared by the checks of names."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.text.span import Span

# A possessive ending belongs to no name; inner apostrophes do (O’Neill). What must not stand
# before the word is asked for behind its first letter, which the engine can then skip to.
_CAPITALISED = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ](?<![\w’'-].)[\w-]*"
    r"(?:[’'](?!s\b)[\w-]+)*"
)
_REACH = 30
"""How many code points before a name belong to the word before it."""


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
            Capital(*match.span(), word := match[0], plain(word))
            for match in _CAPITALISED.finditer(document.text)
        ]
    return document.memo[key]  # type: ignore[return-value]


def capital_words(document: Document) -> frozenset[str]:
    """Return the different capitalised words of a document, as written; kept with the document.

    Far cheaper than the words with their places: ask a `Sieve` about them first.
    """
    key = "capital words"
    if key not in document.memo:
        document.memo[key] = frozenset(_CAPITALISED.findall(document.text))
    return document.memo[key]  # type: ignore[return-value]


def first_capital(text: str) -> str:
    """Return the first capitalised word of a text, or nothing.

    >>> first_capital("the United States")
    'United'
    """
    match = _CAPITALISED.search(text)
    return match[0] if match else ""


def word_before(text: str, place: int) -> str:
    """Return what stands between two spaces before a place, or nothing.

    >>> word_before("the late King Olaf", 14)
    'King'

    Args:
        text: the text.
        place: a code-point offset, directly behind a space.
    """
    if text[place - 1 : place] != " ":
        return ""
    first = max(0, place - _REACH)
    return text[max(first, text.rfind(" ", first, place - 1) + 1) : place - 1]
