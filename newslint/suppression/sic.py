"""`[sic]`: the word before it is meant to stand as it does."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text.expressions import expression
from newslint.text.span import Span

FAMILIES = frozenset({"NAM", "SPC", "REP", "TRN", "QUO"})
"""Families whose diagnostics on such a word are silent."""

_LONGEST_WORDS = 4
_SIC = expression(r"\[[sS][iI][cC]\.?\]")
_LONGEST = 80


def sic_words(text: str) -> Iterator[Span]:
    """Yield the words that `[sic]` follows, the mark included.

    >>> text = "He praised Zelenskky [sic] again."
    >>> [word.of(text) for word in sic_words(text)]
    ['Zelenskky [sic]']
    """
    for mark in _SIC.finditer(text):
        before = text[max(0, mark.start() - _LONGEST) : mark.start()]
        bare = before.rstrip(" \u00a0\t")
        parts = bare.split()
        if parts and not bare[-1].isspace():
            yield Span(mark.start() - len(before) + len(bare) - len(parts[-1]), mark.end())


def is_on_word(text: str, span: Span) -> bool:
    """Say whether a span that touches a word is about it, and not about a whole passage."""
    return len(span.of(text).split()) <= _LONGEST_WORDS
