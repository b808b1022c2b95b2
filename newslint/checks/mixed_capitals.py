"""Kind `mixed-capitals`: a place name whose noun stands with and without its capital."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.capitals import capital_words, first_capital
from newslint.knowledge.sieve import Sieve
from newslint.scan import Triggers
from newslint.text.span import Span

_NAME = re.compile(r"[A-ZÀ-Þ](?<!\w.)[\w’'-]+\Z")
_BEGINNING = re.compile(r"[A-ZÀ-Þ](?<!\w.)")
_LONGEST = 100
"""How many code points a name may have; no name has as many."""


@parameters
class MixedCapitals:
    """“Dnieper river” in a text that also writes “Dnieper River”.

    Either is some house's style; both in one text are none. Where the text has the whole name in
    small letters too (“a rift valley”), it is a word of the language and left alone.

    Args:
        nouns: the nouns that are parts of place names, in small letters.
        context: what the run tells the checks.
    """

    nouns: tuple[str, ...]
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return a capitalised word before one of the nouns in small letters."""
        return tuple(rf"[A-Z]\pL* {noun}\b" for noun in self.nouns)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"written"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the forms in small letters, in order."""
        words = self._sieve.caught(capital_words(document))
        text = document.text
        found = [
            (Span(start, place + len(f" {noun}")), f"{text[start:place]} {noun.capitalize()}")
            for noun, beginning in self._beginnings.items()
            if any(word.startswith(beginning) for word in words)
            for start, place in _written_small(text, noun)
        ]
        for span, written in sorted(found):
            evidence = (f"The text also has “{written}”.",)
            yield Match(span, {"written": written}, (written,), evidence=evidence)

    @cached_property
    def _beginnings(self) -> dict[str, str]:
        """The nouns, each with the capitalised word that it begins with in a name."""
        return {noun: first_capital(noun.capitalize()) for noun in self.nouns}

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(self._beginning_with_a_noun, self.context.vocabulary)

    def _beginning_with_a_noun(self, words: Iterable[str]) -> list[str]:
        beginnings = tuple(self._beginnings.values())
        return [word for word in words if word.startswith(beginnings)]


def _written_small(text: str, noun: str) -> Iterator[tuple[int, int]]:
    """Yield where names begin and end before a noun in small letters that has a capital too."""
    small = list(_names_before(text, noun, r"\b(?!-)"))
    if not small:
        return
    large = {
        text[beginning.start() : place]
        for start, place in _names_before(text, noun.capitalize(), r"\b(?! [A-Z])")
        for beginning in _BEGINNING.finditer(text, start, place)
    }
    for start, place in small:
        name = text[start:place]
        if name in large and f"{name} {noun}".lower() not in text:
            yield start, place


def _names_before(text: str, noun: str, ending: str) -> Iterator[tuple[int, int]]:
    """Yield where capitalised words begin and end before a noun."""
    noun_ends = re.compile(f" {re.escape(noun)}{ending}")
    place = text.find(f" {noun}")
    while place >= 0:
        lowest = max(0, place - _LONGEST)
        lowest = max(lowest, text.rfind(" ", lowest, place) + 1)
        name = _NAME.search(text, lowest, place)
        if name is not None and noun_ends.match(text, place):
            yield name.start(), place
        place = text.find(f" {noun}", place + 1)


CHECK = MixedCapitals
