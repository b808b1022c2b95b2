"""Kind `lowercase-name`: the name of a country or a person in small letters."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import field
from functools import cached_property
from itertools import islice

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.people_index import people_index
from newslint.knowledge.store import Knowledge
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.regex import alternatives, sites
from newslint.text.span import Span

# Countries whose names are words, verbs or parts of words in small letters.
_WORDS = frozenset(
    """
    turkey china jordan chad guinea georgia japan america panama brazil niger malta monaco togo
    peru cuba india mali oman benin gabon tonga samoa macau holland congo cyprus morocco eurozone
    """.split()
)
_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland", "crimea", "europe"})
_TITLED = (
    r"\b(?:King|Queen|Prince|Princess|President|Prime Minister|Premier|Chancellor|Pope|Senator"
    r"|Secretary|Foreign Minister|Mr|Mrs|Ms|Dr) (?P<name>[a-z]{4,})"
)
_ADDRESS_BEFORE = tuple("@#/.:?&=_-")
_WORD_START = expression(r"(?<!\S)\S")
_FEW_CAPITALS = 5
_SHORTEST = 5


@parameters
class LowercaseName:
    """The name of a country, or of a known person after a title, in small letters.

    Silent in texts that hardly have capitals at all, in addresses and handles, and for names
    that are words as well (turkey, china, may).

    Args:
        max_zipf: how common a person's name may be as a word (Zipf frequency).
        context: what the run tells the checks.
    """

    max_zipf: float = 4.0
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return small letters: any can be a name."""
        return ("[a-z]{4}",)

    def exact_triggers(self) -> tuple[str, ...]:
        """Return the names of countries, and titles before small letters."""
        return (*self._countries, _TITLED)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"name"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the names in small letters, in order."""
        found = self._written_small(document)
        if found and _has_capitals(document.text):
            for span in sorted(found):
                yield Match(span, {"name": found[span]}, (found[span],))

    def find_triggered(self, document: Document, _: Collection[int]) -> Iterator[Match]:
        """Yield the names in small letters, in order; one pass finds them all."""
        return self.find(document)

    def _written_small(self, document: Document) -> dict[Span, str]:
        """Return where names stand in small letters, with what they should be."""
        text, encoded = document.text, document.encoded
        countries: dict[Span, str] = {}
        people: dict[Span, str] = {}
        end = 0
        # In one pass, where each kind would take its own; titles may stand before countries.
        for site in sites(self._either, encoded.data):
            titled = site.start(1) >= 0
            if not titled and site.start() < end:
                continue
            span = encoded.span(*site.span(1 if titled else 0))
            name = span.of(text)
            if not titled:
                end = site.end()
            if not _whole_word(text, span):
                continue
            if not titled:
                countries[span] = self._countries[name]
            elif self._is_person(name):
                people[span] = name.capitalize()
        return countries | people

    @cached_property
    def _countries(self) -> dict[str, str]:
        return _country_names(self.context.knowledge)

    @cached_property
    def _either(self) -> str:
        return alternatives([*self._countries, _TITLED])

    def _is_person(self, name: str) -> bool:
        knowledge = self.context.knowledge
        word = plain(name)
        if word in self.context.accepted or word not in people_index(knowledge).known:
            return False
        return knowledge.words.zipf(word) <= self.max_zipf


def _country_names(knowledge: Knowledge) -> dict[str, str]:
    """Return the names of countries by their small letters."""
    names = [form for form in knowledge.country_names if form.isalpha() and form.isascii()]
    listed = {name.lower(): name for name in names if len(name) >= _SHORTEST}
    nations = {nation: nation.title() for nation in _NATIONS}
    return {name: form for name, form in {**listed, **nations}.items() if name not in _WORDS}


def _has_capitals(text: str) -> bool:
    """Say whether some words of a text have capitals, most often the first."""
    capitals = (word for word in _WORD_START.finditer(text) if word[0].isupper())
    return len(list(islice(capitals, _FEW_CAPITALS))) == _FEW_CAPITALS


def _whole_word(text: str, span: Span) -> bool:
    """Say whether a span is a word of the text's own, no part of a word or an address."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 2]
    if before.isalnum() or before.endswith(_ADDRESS_BEFORE):
        return False
    if after[:1] in ("’", "'"):
        return after[1:] == "s"
    if after[:1] == ".":
        return not after[1:].isalnum()
    return not (after[:1].isalnum() or after[:1] in ("-", "_", "@", "/"))


CHECK = LowercaseName
