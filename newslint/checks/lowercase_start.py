"""Kind `lowercase-start`: a sentence that begins with a small letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.regex import compiled
from newslint.text.segments import ABBREVIATIONS
from newslint.text.span import Span

_STOP = r"\pL{3}\.[ \x{a0}]+[a-z]"
_START = expression(r"([^\W\d_]{3,})\.[ \u00a0]+([a-zà-öø-ÿ]+)(?=[\s,;!?’'-]|[.:](?:\s|$))")
_WORD = expression(r"(?<![\w.@/&’'-])[^\W\d_]+$")
_REACH = 40
_SMALL_WORDS = """
    a and but he her his if in it its no on or she so that the their there they this to we you
"""
_FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())
_SENTENCE = expression(r"[.!?…][”’\"')]*\s+[A-ZÀ-Þ“‘\"]")
_VOWEL = expression(r"[aeiouyà-öø-ÿ]", re.IGNORECASE)
_LONG_NAME = 6


@parameters
class LowercaseStart:
    """A sentence that begins with a small letter after a full stop.

    The stop of an abbreviation ends no sentence: what stands before it must be a word in
    full. A word that begins several sentences small is a name written so, and a text
    that begins most of its sentences small is meant to.

    Args:
        abbreviations: abbreviations beyond those that end no sentence anyway.
        names: words that keep their small letter at the start of a sentence.
    """

    abbreviations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return a stop between a word and a small letter."""
        return (_STOP,)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the word."""
        return frozenset({"word"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the words that begin a sentence small, in order."""
        text = document.text
        found = [match for match in self._stops(document) if self._ends(match)]
        if not found or _fewer_sentences(text, len(found) - 1):
            return
        starts = Counter(match[2] for match in found)
        for match in found:
            word = match[2]
            if starts[word] == 1 or word in _FUNCTION_WORDS:
                yield Match(Span(match.end(1), match.end()), {"word": word})

    def _stops(self, document: Document) -> Iterator[re.Match[str]]:
        """Yield the stops between a word and one in small letters, with both words."""
        for stop in compiled(_STOP).finditer(document.encoded.data):
            place = document.encoded.offset(stop.start()) + 3
            word = _WORD.search(document.text, max(0, place - _REACH), place)
            match = _START.match(document.text, word.start()) if word else None
            if match is not None:
                yield match

    @cached_property
    def _known(self) -> frozenset[str]:
        return ABBREVIATIONS | frozenset(self.abbreviations)

    def _ends(self, match: re.Match[str]) -> bool:
        """Say whether the stop ends a sentence and the word after it should have a capital."""
        before, after = match[1], match[2]
        return (
            before.lower() not in self._known
            and (before.islower() or (before.istitle() and len(before) > _LONG_NAME))
            and bool(_VOWEL.search(before))
            and after not in self.names
            and (len(after) > 1 or after == "a")
        )


def _fewer_sentences(text: str, than: int) -> bool:
    """Say whether fewer sentences begin with a capital; the text is read until it is known."""
    return sum(1 for _ in islice(_SENTENCE.finditer(text), than)) < than


CHECK = LowercaseStart
