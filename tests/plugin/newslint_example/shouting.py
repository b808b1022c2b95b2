"""Kind `shouting`: runs of words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks.base import Match
from newslint.document import Document
from newslint.text.span import Span


@dataclass(frozen=True, kw_only=True)
class Shouting:
    """Runs of words in capitals.

    Args:
        min_words: how many words make a run.
    """

    min_words: int = 4

    def triggers(self) -> tuple[str, ...]:
        """Return two capitals side by side."""
        return ("[A-Z][A-Z]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: how many words."""
        return frozenset({"count"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the runs, in order."""
        for match in re.finditer(r"\b[A-Z]{2,}(?: [A-Z]{2,})+\b", document.text):
            count = match.group().count(" ") + 1
            if count >= self.min_words:
                yield Match(Span(match.start(), match.end()), {"count": str(count)})
