"""Kind `glued-words`: two words run together at a capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import cast

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.expressions import expression
from newslint.text.regex import compiled
from newslint.text.span import Span

_CAPITAL_WITHIN = "[a-z][A-Z][a-z]"
_SMALL = r"a-z\x{80}-\x{10ffff}"
_BOUNDARY = f"[{_SMALL}][{_SMALL}][A-Z][A-Z{_SMALL}]"
"""What stands where two words meet; half the texts with a capital in a word have none."""

_TOKEN = expression(r"([^\W\d_]*?[^\W\d_A-Z])([A-Z][^\W\d_]+)(?![\w@/=]|\.\w)")
_LETTERS_BACKWARDS = expression(r"[^\W\d_]{1,40}+(?![\w@#/.&=-])")
_WORD = expression(r"\w+")
_PAIR = expression(r"([A-Z](?<!\w.)\w*+)(?=\W++(\w+))")
_REACH = 40
_PREVIOUS = expression(r"([A-Z][\w’'-]*) $")


@parameters
class GluedWords:
    """Two words run together at a capital: `correspondentJames`.

    A capital within a word is no evidence by itself: brands and handles are written so.
    A finding needs the first part to be a listed word in small letters, or the second to
    be a listed word that begins sentences, or the first to end a name that the
    document writes elsewhere.

    Args:
        first: words that no brand begins with, of two small letters at the least.
        second: words that begin a sentence or a clause, with their capital.
        names_unless: beginnings of names and brands with a capital within.
        brands: whole names that begin like two words.
    """

    first: tuple[str, ...]
    second: tuple[str, ...] = ()
    names_unless: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return a capital within a word, behind two letters that are none."""
        if any(len(word) < 2 or not word.islower() for word in self.first):
            raise ValueError("the words of “first” are two small letters or more")
        return (_BOUNDARY,)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the two words."""
        return frozenset({"first", "second"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the glued words, in order."""
        for match in self._tokens(document):
            first, second = match[1], match[2]
            evidence = self._evidence(document, match)
            if evidence:
                place = match.end(1)
                yield Match(
                    Span(match.start(), match.end()),
                    {"first": first, "second": second},
                    edits=(Edit(Span(place, place), " "),),
                    evidence=(evidence,),
                )

    def _tokens(self, document: Document) -> Iterator[re.Match[str]]:
        """Yield the words with a capital within, cut before it."""
        text, done = document.text, 0
        for capital in compiled(_CAPITAL_WITHIN).finditer(document.encoded.data):
            place = document.encoded.offset(capital.start()) + 1
            before = text[max(0, place - _REACH - 1) : place]
            first = _LETTERS_BACKWARDS.match(before[::-1])
            if first is None or place - first.end() < done:
                continue
            match = _TOKEN.match(text, place - first.end())
            if match is not None:
                done = match.end()
                yield match

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(self.first)

    @cached_property
    def _second(self) -> frozenset[str]:
        return frozenset(self.second)

    def _evidence(self, document: Document, match: re.Match[str]) -> str | None:
        """Return what shows that the parts are two words, or None."""
        text, first, second = document.text, match[1], match[2]
        if match.group() in self.brands:
            return None
        if first in self._first:
            return f"“{first}” is a common word"
        if not (first[1:].islower() and second[1:].islower()):
            return None
        if second in self._second and len(first) > 3 and text[match.end() : match.end() + 1] == " ":
            return f"“{second}” begins a sentence"
        return self._name(document, match) if first not in self.names_unless else None

    def _name(self, document: Document, match: re.Match[str]) -> str | None:
        """Return the name that the first part ends, where it stands alone elsewhere, or None."""
        text = document.text
        previous = _PREVIOUS.search(text[max(0, match.start() - _REACH) : match.start()])
        if previous is None or len(match[1]) < 3 or not match[1][0].isupper():
            return None
        if (previous[1], match[1]) in _pairs(document) and _counts(document)[match.group()] == 1:
            return f"“{previous[1]} {match[1]}” stands alone elsewhere"
        return None


def _pairs(document: Document) -> set[tuple[str, str]]:
    """Return the capitalised words of a document, each with the word that follows."""
    key = "glued-words pairs"
    if key not in document.memo:
        document.memo[key] = set(_PAIR.findall(document.text))
    return cast("set[tuple[str, str]]", document.memo[key])


def _counts(document: Document) -> Counter[str]:
    """Return how often each word stands in a document."""
    key = "glued-words counts"
    if key not in document.memo:
        document.memo[key] = Counter(_WORD.findall(document.text))
    return cast("Counter[str]", document.memo[key])


CHECK = GluedWords
