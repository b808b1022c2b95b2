"""Kind `repeated-passage`: a sentence or paragraph that stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text import segments
from newslint.text.span import Span

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class RepeatedPassage:
    """A sentence or paragraph that stands in the text a second time.

    Args:
        unit: what is compared.
        min_words: how many words a passage must have to be compared.
    """

    unit: Literal["sentence", "paragraph"]
    min_words: int = 8

    def triggers(self) -> Triggers:
        """Return None: any text can repeat itself."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the line of the first occurrence."""
        return frozenset({"first_line"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the later occurrences, in order."""
        seen: dict[str, int] = {}
        for span in self._units(document):
            part = span.of(document.text)
            if part.count(" ") + 1 < self.min_words:
                continue
            key = " ".join(_WORD.findall(part.casefold()))
            if key.count(" ") + 1 < self.min_words:
                continue
            if key in seen:
                line = document.line_index.position(seen[key]).line
                yield Match(span, {"first_line": str(line)})
            else:
                seen[key] = span.start

    def _units(self, document: Document) -> Iterator[Span]:
        if self.unit == "paragraph":
            yield from document.paragraphs
            return
        for paragraph in document.paragraphs:
            yield from segments.sentences(document.text, paragraph)


CHECK = RepeatedPassage
