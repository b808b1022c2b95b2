"""Kind `repeated-passage`: a headline, passage or paragraph that stands twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from typing import Literal, cast

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text import segments
from newslint.text.blocks import blocks
from newslint.text.expressions import expression
from newslint.text.passages import Sentence, repeated_passages
from newslint.text.span import Span

_WORD = expression(r"\w+")
_LOWERED = bytes(
    ord(mark.lower()) if mark.isalnum() or mark == "_" else 32 for mark in map(chr, range(128))
).ljust(256)
"""What each character of ASCII is in a word: a small one, or a space for none."""

_PART = 500
"""How many code points are read at once: most parts of as many are ASCII."""

_STOP = b". "
_NEAR = 1000
"""How far behind the headline, in code points, it is looked for again."""

_LONG = 1 << 16
"""How many bytes a chunk of a long text has at the least."""

_FEW = 24
"""How many bytes may stand twice in a text without being looked at any closer."""


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
        if _longest_again(document) <= longest:
            return False
        seen: set[int] = set()
        mark = _STOP if self.unit == "sentence" else b"\n"
        for part in chain.from_iterable(map(self._parts, _chunks(document.encoded.data, mark))):
            if len(part) > longest:
                known = hash(part)
                if known in seen:
                    return True
                seen.add(known)
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
        if key.count(" ") + 1 < self.min_words:
            return
        for paragraph in document.paragraphs[1 : self.within + 1]:
            if _key(text, paragraph) == key:
                yield self._match(document, paragraph, headline.start)

    def _paragraphs(self, document: Document) -> Iterator[Match]:
        text, paragraphs = document.text, document.paragraphs
        top = paragraphs[min(self.within, len(paragraphs) - 1)] if paragraphs else None
        headline = _headline(text)
        title = _digest(text, headline) if headline else None
        seen: dict[tuple[int, bytes], int] = {}
        for span in paragraphs:
            digest = _digest(text, span)
            if digest[0] < self.min_words:
                continue
            first = seen.setdefault(digest, span.start)
            at_top = top is not None and span.start <= top.start
            if first != span.start and not (at_top and digest == title):
                yield self._match(document, span, first)

    def _passages(self, document: Document) -> Iterator[Match]:
        whole = frozenset(document.paragraphs)
        headline = _headline(document.text)
        paragraphs = (_sentences(document.text, paragraph) for paragraph in document.paragraphs)
        for passage in repeated_passages(paragraphs, self.min_words):
            alone = passage.sentences == 1
            of_headline = alone and headline is not None and passage.first == headline.start
            if passage.span not in whole and not of_headline:
                repeated = "sentence stands" if alone else f"{passage.sentences:,} sentences stand"
                yield self._match(document, passage.span, passage.first, repeated)

    def _match(self, document: Document, span: Span, first: int, repeated: str = "") -> Match:
        line = document.line_index.position(first).line
        values = {"repeated": repeated or f"{self.unit} stands", "first_line": str(line)}
        return Match(span, values)


def _longest_again(document: Document) -> int:
    """Return how many bytes may stand in a text twice, letter by letter.

    Such a passage is made of pieces, parted by stops and line ends, that all stood before.
    """
    key = "repeated-passage"
    if key not in document.memo:
        document.memo[key] = _longest_run(document.encoded.data)
    return cast("int", document.memo[key])


def _longest_run(data: bytes) -> int:
    """Return how many bytes pieces in a row have at the most that all stood before.

    The few of most texts are counted together, wherever they stand. Pieces are known by their
    hashes, which take a third of their memory; two that share one make it a little more.
    """
    again = 0
    once: dict[int, int] = {}
    for pieces in map(_pieces, _chunks(data, _STOP)):
        again += sum(map(len, pieces)) + len(pieces)
        once.update(zip(map(hash, pieces), map(len, pieces), strict=True))
    again -= sum(once.values()) + len(once)
    if again <= _FEW:
        return again
    seen: set[int] = set()
    longest = length = 0
    for piece in chain.from_iterable(map(_pieces, _chunks(data, _STOP))):
        known = hash(piece)
        length = length + len(piece) + 1 if known in seen else 0
        longest = max(longest, length)
        seen.add(known)
    return longest


def _chunks(data: bytes, mark: bytes) -> Iterator[bytes]:
    """Yield a long text in chunks with a mark between two, so that it is not parted all at once."""
    start, end = 0, 0
    while end >= 0:
        end = data.find(mark, start + _LONG)
        yield data[start : end if end >= 0 else len(data)]
        start = end + len(mark)


def _pieces(chunk: bytes) -> list[bytes]:
    """Return what stops and line ends part, a space before each piece."""
    rows = filter(None, chunk.splitlines())
    pieces = _STOP.join(map(bytes.removesuffix, rows, repeat(b"."))).split(b".")
    pieces[0] = b" " + pieces[0]
    return pieces


def _headline(text: str) -> Span | None:
    """Return the first line where it is a headline and no sentence."""
    headline = segments.headline(text)
    if headline is None or headline.of(text).rstrip("”\"’')").endswith("."):
        return None
    return headline


def _sentences(text: str, paragraph: Span) -> Iterator[Sentence]:
    for sentence in segments.sentences(text, paragraph):
        yield sentence, _key(text, sentence)


def _key(text: str, span: Span) -> str:
    """Return the words in a span whatever their case, with a space between two."""
    if len(span) <= _PART:
        return _words(span.of(text))
    return " ".join(filter(None, map(_words, blocks(text, _PART, span))))


def _digest(text: str, span: Span) -> tuple[int, bytes]:
    """Return what tells paragraphs apart, however long: how many words, and their hash."""
    from hashlib import blake2b  # noqa: PLC0415 - few texts repeat anything

    hashed, count = blake2b(), 0
    for words in filter(None, map(_words, blocks(text, _PART, span))):
        hashed.update(words.encode("utf-8", "surrogatepass") + b" ")
        count += words.count(" ") + 1
    return count, hashed.digest()


def _words(part: str) -> str:
    if part.isascii():
        return " ".join(part.encode().translate(_LOWERED).decode().split())
    return " ".join(_WORD.findall(part.casefold()))


CHECK = RepeatedPassage
