"""Kind `mixed-capitals`: a place name whose noun stands with and without its capital."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import field
from functools import cached_property, partial

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.capitals import capital_words, first_capital
from newslint.knowledge.sieve import Sieve
from newslint.scan import Triggers
from newslint.text.regex import literals, sites
from newslint.text.span import Span

_NAME = re.compile(r"[A-ZÀ-Þ](?<!\w.)[\w’'-]+\Z")
_BEGINNING = re.compile(r"[A-ZÀ-Þ](?<!\w.)")
_LONGEST = 100
"""How many code points a name may have; no name has as many."""

_MUCH = 1_000_000
"""How many code points are read for one noun after the other, in some 0.8 ms."""


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
        nouns = [
            noun
            for noun, beginning in self._beginnings.items()
            if any(word.startswith(beginning) for word in words)
        ]
        if not nouns:
            return
        text = document.text
        few = len(nouns) * len(text) <= _MUCH
        places = partial(_places, text) if few else self._places(document)
        found = [
            (Span(start, place + len(f" {noun}")), f"{text[start:place]} {noun.capitalize()}")
            for noun in nouns
            for start, place in _written_small(text, noun, places)
        ]
        for span, written in sorted(found):
            evidence = (f"The text also has “{written}”.",)
            yield Match(span, {"written": written}, (written,), evidence=evidence)

    def _places(self, document: Document) -> Callable[[str], Iterable[int]]:
        """Return what tells where a noun as written stands, from one pass over a text."""
        encoded, written = document.encoded, self._written
        places: defaultdict[str, list[int]] = defaultdict(list)
        for site in sites(literals(written), encoded.data):
            place = encoded.offset(site.start())
            for form in written[site[0].decode()]:
                places[form].append(place)
        return places.__getitem__

    @cached_property
    def _written(self) -> dict[str, list[str]]:
        """How the nouns are written behind a space, each with all that it begins with."""
        forms = {f" {form}" for noun in self.nouns for form in _cases(noun)}
        return {form: [other for other in forms if form.startswith(other)] for form in forms}

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


def _cases(noun: str) -> tuple[str, str, str]:
    return noun, noun.capitalize(), noun.lower()


def _places(text: str, part: str) -> Iterator[int]:
    """Yield where a part stands in a text."""
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _written_small(
    text: str, noun: str, places: Callable[[str], Iterable[int]]
) -> Iterator[tuple[int, int]]:
    """Yield where names begin and end before a noun in small letters that has a capital too."""
    written, capital, lower = (f" {form}" for form in _cases(noun))
    ending = re.compile(rf"{re.escape(written)}\b(?!-)")
    small = list(_names_before(text, places(written), ending))
    if not small:
        return
    ending = re.compile(rf"{re.escape(capital)}\b(?! [A-Z])")
    large = {
        text[beginning.start() : place]
        for start, place in _names_before(text, places(capital), ending)
        for beginning in _BEGINNING.finditer(text, start, place)
    }
    mixed = large & {text[start:place] for start, place in small}
    words = _before(text, places(lower), {name.lower() for name in mixed})
    for start, place in small:
        name = text[start:place]
        if name in mixed and name.lower() not in words:
            yield start, place


def _before(text: str, places: Iterable[int], words: Collection[str]) -> set[str]:
    """Return those of some words that stand directly before one of some places."""
    lengths = set(map(len, words))
    return {
        word
        for place in places
        for length in lengths
        if length <= place and (word := text[place - length : place]) in words
    }


def _names_before(
    text: str, places: Iterable[int], ending: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield where capitalised words begin and end before a noun.

    Args:
        text: the text.
        places: where the noun stands, with a space before it.
        ending: what matches it there, and looks at what stands behind it.
    """
    for place in places:
        lowest = max(0, place - _LONGEST)
        lowest = max(lowest, text.rfind(" ", lowest, place) + 1)
        name = _NAME.search(text, lowest, place)
        if name is not None and ending.match(text, place):
            yield name.start(), place


CHECK = MixedCapitals
