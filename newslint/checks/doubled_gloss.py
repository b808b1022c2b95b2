"""Kind `doubled-gloss`: a name followed by itself in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.expressions import expression
from newslint.text.span import Span

_LIST_REACH = 60
_OPENING = "(（"
_OTHER = expression(r"\w [(（][A-Z][^()（）\n]{2,40}[)）]")
_GLOSS = expression(r"[(（]([^()（）\n]{3,60})[)）]")


@parameters
class DoubledGloss:
    """A name followed by the same name in brackets.

    Translators keep the original of a name in brackets; where the original was
    already in the target language, the name stands twice.

    Args:
        min_similarity: how alike the two must be, from 0 to 100 (rapidfuzz ratio).
    """

    min_similarity: int = 100

    def triggers(self) -> Triggers:
        """Return an opening bracket before a capital."""
        return (r"[(（]\p{Lu}",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the name and its gloss."""
        return frozenset({"term", "gloss"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the names with their glosses, in order."""
        text = document.text
        for match in _glosses(text):
            gloss = match[1].strip()
            if not gloss[:1].isupper():
                continue
            before = _end_of_word(text, match.start())
            start = before - len(gloss)
            if start < 0:
                continue
            term = text[start:before]
            if not self._alike(term, gloss) or not _begins_word(text, start):
                continue
            if " " not in gloss and _in_a_list(text, before, match.end()):
                continue
            yield Match(
                Span(start, match.end()),
                {"term": term, "gloss": gloss},
                edits=(Edit(Span(before, match.end()), _between(text, match.end())),),
            )

    def _alike(self, term: str, gloss: str) -> bool:
        if term.casefold() == gloss.casefold():
            return True
        if self.min_similarity >= 100:
            return False
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415

        return bool(ratio(term.casefold(), gloss.casefold()) >= self.min_similarity)


def _glosses(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in brackets, in order; no search is quicker than one for a character."""
    places: list[int] = []
    for bracket in _OPENING:
        place = text.find(bracket)
        while place >= 0:
            places.append(place)
            place = text.find(bracket, place + 1)
    for place in sorted(places):
        match = _GLOSS.match(text, place)
        if match is not None:
            yield match


def _end_of_word(text: str, place: int) -> int:
    """Return where the spaces before a place begin."""
    while text[place - 1 : place] in (" ", "\u00a0"):
        place -= 1
    return place


def _in_a_list(text: str, start: int, end: int) -> bool:
    """Say whether other names in brackets stand near: cities with provinces of their name."""
    near = text[max(0, start - _LIST_REACH) : start] + text[end : end + _LIST_REACH]
    return bool(_OTHER.search(near))


def _between(text: str, end: int) -> str:
    """Return the space that the bracket leaves to be put where a word touches it."""
    return " " if text[end : end + 1].isalnum() else ""


def _begins_word(text: str, start: int) -> bool:
    """Say whether a word begins here; a capital glued to a small letter begins one too."""
    return (
        start == 0
        or not text[start - 1].isalnum()
        or (text[start - 1].islower() and text[start].isupper())
    )


CHECK = DoubledGloss
