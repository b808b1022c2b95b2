"""Kind `repeated-passage`: a headline, sentence or paragraph that stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Literal, cast

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text import segments
from newslint.text.expressions import expression
from newslint.text.span import Span

_WORD = expression(r"\w+")
_NEAR = 1000
"""How far behind the headline, in code points, it is looked for again."""


@parameters
class RepeatedPassage:
    """A headline, sentence or paragraph that stands in the text a second time.

    Each unit leaves what the wider one finds to it: a sentence of a repeated paragraph
    is not reported again.

    Args:
        unit: what is compared; a headline is the first line, repeated by one of the next.
        min_words: how many words a passage must have to be compared.
        within: how many paragraphs after the first the headline may come again.
    """

    unit: Literal["headline", "sentence", "paragraph"]
    min_words: int = 8
    within: int = 4

    def triggers(self) -> Triggers:
        """Return None: any text can repeat itself."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the line of the first occurrence."""
        return frozenset({"first_line"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the later occurrences, in order."""
        text = document.text
        if self.unit == "headline":
            yield from self._headline(document)
            return
        longest = 3 * self.min_words
        if not _can_stand_twice(document, longest):
            return
        parts = text.splitlines()
        if self.unit == "sentence":
            parts = text.replace("\n", ". ").split(". ")
        long = [part for part in parts if len(part) > longest]
        if len(set(long)) == len(long):
            return
        paragraphs = document.paragraphs
        spans = paragraphs if self.unit == "paragraph" else _sentences(document)
        whole = frozenset(paragraphs)
        top = paragraphs[min(self.within, len(paragraphs) - 1)] if paragraphs else None
        headline = _headline(text)
        title = _key(headline.of(text)) if headline else ""
        for span, first in self._repeated(text, spans):
            if self.unit == "paragraph":
                at_top = top is not None and span.start <= top.start
                if not (at_top and _key(span.of(text)) == title):
                    yield self._match(document, span, first)
            elif span not in whole and (headline is None or first != headline.start):
                yield self._match(document, span, first)

    def _headline(self, document: Document) -> Iterator[Match]:
        text = document.text
        start = len(text) - len(text.lstrip())
        end = text.find("\n", start)
        if end < 0 or text[start:end].strip() not in text[end : 2 * end - start + _NEAR]:
            return
        headline = _headline(text)
        if headline is None:
            return
        key = _key(headline.of(text))
        if key.count(" ") + 1 < self.min_words:
            return
        for paragraph in document.paragraphs[1 : self.within + 1]:
            if _key(paragraph.of(text)) == key:
                yield self._match(document, paragraph, headline.start)

    def _repeated(self, text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, int]]:
        seen: dict[str, int] = {}
        for span in spans:
            key = _key(span.of(text))
            if key.count(" ") + 1 < self.min_words:
                continue
            if key in seen:
                yield span, seen[key]
            else:
                seen[key] = span.start

    def _match(self, document: Document, span: Span, first: int) -> Match:
        line = document.line_index.position(first).line
        return Match(span, {"first_line": str(line)})


def _can_stand_twice(document: Document, longest: int) -> bool:
    """Say whether more than some code points can stand in a text twice, letter by letter.

    Such a passage is made of pieces, parted by stops and line ends, that all stood before.
    """
    pieces, again = _pieces(document)
    if again <= longest:
        return False
    seen: set[str] = set()
    length = 0
    for piece in pieces:
        length = length + len(piece) + 1 if piece in seen else 0
        if length > longest:
            return True
        seen.add(piece)
    return False


def _pieces(document: Document) -> tuple[list[str], int]:
    """Return what stops and line ends part, and how many code points of it stood before."""
    key = "repeated-passage"
    if key not in document.memo:
        # A space stands before every first piece, as it does within a line.
        rows = map(str.removesuffix, document.rows, repeat("."))
        flat = " " + ". ".join(rows)
        pieces = flat.split(".")
        once = set(pieces)
        again = len(flat) + 1 - sum(map(len, once)) - len(once)
        document.memo[key] = pieces, again
    return cast("tuple[list[str], int]", document.memo[key])


def _headline(text: str) -> Span | None:
    """Return the first line where it is a headline and no sentence."""
    headline = segments.headline(text)
    if headline is None or headline.of(text).rstrip("”\"’')").endswith("."):
        return None
    return headline


def _sentences(document: Document) -> Iterator[Span]:
    for paragraph in document.paragraphs:
        yield from segments.sentences(document.text, paragraph)


def _key(part: str) -> str:
    return " ".join(_WORD.findall(part.casefold()))


CHECK = RepeatedPassage
