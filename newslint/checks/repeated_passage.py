"""Kind `repeated-passage`: a headline, passage or paragraph that stands twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, cast

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text import segments
from newslint.text.blocks import blocks
from newslint.text.passages import repeated_passages
from newslint.text.span import Span
from newslint.text.word_keys import word_keys

_STOP = b". "
_NEAR = 1000
"""How far behind the headline, in code points, it is looked for again."""

_PART = 500
"""How many code points are read for the first words of a paragraph: most have enough."""

_MANY = 50
"""How many times the words that a paragraph must have are held against others before all are."""

_LONG = 1 << 16
"""How many bytes a chunk of a long text has at the least."""


@parameters
class RepeatedPassage:
    """A headline, sentence or paragraph that stands in the text a second time.

    Sentences that follow one another, and did so before, are one match. Each unit leaves what
    the wider one finds to it: the sentences of a repeated paragraph are not reported again.

    Args:
        unit: what is compared; a headline is the first line, repeated by one of the next.
        min_words: how many words a passage must have to be compared; beside a sentence that
            has as many, shorter ones belong to what is repeated.
        within: how many paragraphs after the first the headline may come again.
    """

    unit: Literal["headline", "sentence", "paragraph"]
    min_words: int = 8
    within: int = 4

    def triggers(self) -> Triggers:
        """Return None: any text can repeat itself."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: what is repeated, and where it stands first."""
        return frozenset({"repeated", "first_line"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the later occurrences, in order."""
        if self.unit == "headline":
            yield from self._headlines(document)
        elif self._may_repeat(document):
            found = self._paragraphs if self.unit == "paragraph" else self._passages
            yield from found(document)

    def _may_repeat(self, document: Document) -> bool:
        """Say whether a quick look finds a stretch of text twice."""
        longest = 3 * self.min_words
        if _standing_again(document) <= longest:
            return False
        mark = _STOP if self.unit == "sentence" else b"\n"
        seen: set[int] = set()
        for chunk in _chunks(document.encoded.data, mark):
            parts = [hash(part) for part in self._parts(chunk) if len(part) > longest]
            before = len(seen)
            seen.update(parts)
            if len(seen) - before < len(parts):
                return True
        return False

    def _parts(self, chunk: bytes) -> list[bytes]:
        if self.unit == "sentence":
            return chunk.replace(b"\n", _STOP).split(_STOP)
        return chunk.splitlines()

    def _headlines(self, document: Document) -> Iterator[Match]:
        text = document.text
        start = len(text) - len(text.lstrip())
        end = text.find("\n", start)
        if end < 0 or text[start:end].strip() not in text[end : 2 * end - start + _NEAR]:
            return
        headline = _headline(text)
        if headline is None:
            return
        key = _key(text, headline)
        if key.count(b" ") + 1 < self.min_words:
            return
        for paragraph in document.paragraphs[1 : self.within + 1]:
            if _key(text, paragraph) == key:
                yield self._match(document, paragraph, headline.start)

    def _paragraphs(self, document: Document) -> Iterator[Match]:
        text, paragraphs = document.text, document.paragraphs
        top = paragraphs[min(self.within, len(paragraphs) - 1)] if paragraphs else None
        headline = _headline(text)
        title = _digest(text, headline) if headline else None
        seen: dict[bytes, int] = {}
        for span in self._beginning_alike(text, paragraphs):
            digest = _digest(text, span)
            first = seen.setdefault(digest, span.start)
            at_top = top is not None and span.start <= top.start
            if first != span.start and not (at_top and digest == title):
                yield self._match(document, span, first)

    def _beginning_alike(self, text: str, paragraphs: Sequence[Span]) -> Sequence[Span]:
        """Return the paragraphs that begin with the words of another: a few, then many."""
        for words in (self.min_words, self.min_words * _MANY):
            heads = [_head(text, span, self.min_words, words) for span in paragraphs]
            times = Counter(heads)
            alike = zip(paragraphs, heads, strict=True)
            paragraphs = [span for span, head in alike if head and times[head] > 1]
        return paragraphs

    def _passages(self, document: Document) -> Iterator[Match]:
        whole = frozenset(document.paragraphs)
        headline = _headline(document.text)
        for passage in repeated_passages(document.text, document.paragraphs, self.min_words):
            alone = passage.sentences == 1
            of_headline = alone and headline is not None and passage.first == headline.start
            if passage.span not in whole and not of_headline:
                repeated = "sentence stands" if alone else f"{passage.sentences:,} sentences stand"
                yield self._match(document, passage.span, passage.first, repeated)

    def _match(self, document: Document, span: Span, first: int, repeated: str = "") -> Match:
        line = document.line_index.position(first).line
        values = {"repeated": repeated or f"{self.unit} stands", "first_line": str(line)}
        return Match(span, values)


def _standing_again(document: Document) -> int:
    """Return how many bytes of a text may stand in it twice, in pieces of any length.

    What is repeated is made of pieces, parted by stops and line ends, that all stand twice.
    Of a long text all may: it is not parted all at once.
    """
    key = "repeated-passage"
    if key not in document.memo:
        data = document.encoded.data
        document.memo[key] = len(data) if len(data) > _LONG else _bytes_again(data)
    return cast("int", document.memo[key])


def _bytes_again(data: bytes) -> int:
    pieces = _STOP.join(filter(None, data.splitlines())).split(_STOP)
    once = set(pieces)
    more = len(pieces) - len(once)
    return sum(map(len, pieces)) - sum(map(len, once)) + more * len(_STOP) if more else 0


def _chunks(data: bytes, mark: bytes) -> Iterator[bytes]:
    """Yield a long text in chunks with a mark between two, so that it is not parted all at once."""
    start, end = 0, 0
    while end >= 0:
        end = data.find(mark, start + _LONG)
        yield data[start : end if end >= 0 else len(data)]
        start = end + len(mark)


def _headline(text: str) -> Span | None:
    """Return the first line where it is a headline and no sentence."""
    headline = segments.headline(text)
    if headline is None or headline.of(text).rstrip("”\"’')").endswith("."):
        return None
    return headline


def _key(text: str, span: Span) -> bytes:
    """Return the words in a span whatever their case, with a space between two."""
    return word_keys([span.of(text)])[0]


def _head(text: str, span: Span, least: int, most: int) -> bytes:
    """Return the first words of a paragraph; nothing where it has fewer than the least."""
    found: list[bytes] = []
    for part in blocks(text, _PART, span):
        found += word_keys([part])[0].split()
        if len(found) >= most:
            break
    return b" ".join(found[:most]) if len(found) >= least else b""


def _digest(text: str, span: Span) -> bytes:
    """Return what tells paragraphs apart, however long: the hash of their words."""
    from hashlib import blake2b  # noqa: PLC0415 - few texts repeat anything

    hashed = blake2b()
    for part in blocks(text, within=span):
        words = word_keys([part])[0]
        if words:
            hashed.update(words + b" ")
    return hashed.digest()


CHECK = RepeatedPassage
