"""Kind `mixed-capitals`: a place name whose noun stands with and without its capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span


@dataclass(frozen=True, kw_only=True)
class MixedCapitals:
    """“Dnieper river” in a text that also writes “Dnieper River”.

    Either is some house's style; both in one text are none. Where the text has the whole name in
    small letters too (“a rift valley”), it is a word of the language and left alone.

    Args:
        nouns: the nouns that are parts of place names, in small letters.
    """

    nouns: tuple[str, ...]

    def triggers(self) -> Triggers:
        """Return a capitalised word before one of the nouns in small letters."""
        return tuple(rf"[A-Z]\pL* {noun}\b" for noun in self.nouns)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"written"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the forms in small letters, in order."""
        text = document.text
        nouns = "|".join(map(re.escape, self.nouns))
        # Begins with a set, not with a boundary: the engine can then skip to capitals.
        for match in re.finditer(rf"[A-ZÀ-Þ](?<!\w.)[\w’'-]+ ({nouns})\b(?!-)", text):
            written = f"{match[0].rpartition(' ')[0]} {match[1].capitalize()}"
            if match[0].lower() in text:
                continue
            if re.search(rf"\b{re.escape(written)}\b(?! [A-Z])", text):
                evidence = (f"The text also has “{written}”.",)
                span = Span(*match.span())
                yield Match(span, {"written": written}, (written,), evidence=evidence)


CHECK = MixedCapitals
