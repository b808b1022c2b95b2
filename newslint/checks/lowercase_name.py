"""Kind `lowercase-name`: the name of a country or a person in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.checks.base import Match
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.people_index import people_index
from newslint.scan import Triggers
from newslint.text.span import Span

# Countries whose names are words, verbs or parts of words in small letters.
_WORDS = frozenset(
    """
    turkey china jordan chad guinea georgia japan america panama brazil niger malta monaco togo
    peru cuba india mali oman benin gabon tonga samoa macau holland congo cyprus morocco eurozone
    """.split()
)
_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland", "crimea", "europe"})
_TITLED = re.compile(
    r"\b(?:King|Queen|Prince|Princess|President|Prime Minister|Premier|Chancellor|Pope|Senator"
    r"|Secretary|Foreign Minister|Mr|Mrs|Ms|Dr) (?P<name>[a-zà-ÿ]{4,})(?![\w@/.-]*\w)"
)
_LOWER = re.compile(r"(?<![\w@#/.:?&=_-])[a-z]{5,}(?![\w@/_-]|\.\w|[’'](?!s\b))")
_FEW_CAPITALS = 5


@dataclass(frozen=True, kw_only=True)
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
        """Return None: any small letters can be a name."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"name"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the names in small letters, in order."""
        text = document.text
        found: dict[Span, str] = {}
        countries = self._countries()
        for match in _LOWER.finditer(text):
            name = countries.get(match[0])
            if name is not None:
                found[Span(*match.span())] = name
        for match in _TITLED.finditer(text):
            if self._is_person(match["name"]):
                found[Span(*match.span("name"))] = match["name"].capitalize()
        if not found or sum(word[0].isupper() for word in text.split()) < _FEW_CAPITALS:
            return
        for span in sorted(found):
            yield Match(span, {"name": found[span]}, (found[span],))

    def _countries(self) -> dict[str, str]:
        """Return the names of countries by their small letters."""
        names = [form for form in self.context.knowledge.country_names if form.isalpha()]
        listed = {name.lower(): name for name in names if name.lower() not in _WORDS}
        return {**listed, **{nation: nation.title() for nation in _NATIONS}}

    def _is_person(self, name: str) -> bool:
        knowledge = self.context.knowledge
        word = plain(name)
        if word in self.context.accepted or word not in people_index(knowledge).known:
            return False
        return knowledge.words.zipf(word) <= self.max_zipf


CHECK = LowercaseName
