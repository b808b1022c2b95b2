"""Sentences that stand in a text a second time, as far as they follow one another."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newslint.text.segments import sentence_bounds
from newslint.text.span import Span
from newslint.text.word_keys import word_keys

_AT_ONCE = 500
"""How many sentences are held against the known ones at once."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences in a row that stood in the same order before.

    Args:
        span: code points from the first of them to the last.
        first: code-point offset of where they stood before.
        sentences: how many there are.
    """

    span: Span
    first: int
    sentences: int


def repeated_passages(text: str, paragraphs: Iterable[Span], min_words: int) -> Iterator[Passage]:
    """Yield the stretches of each paragraph that stood before, each as long as it can be.

    A long sentence begins one; what stands around it belongs to it, however short, where the
    same stood around it before.

    Args:
        text: the text.
        paragraphs: where its paragraphs stand.
        min_words: how many words a long sentence has.

    >>> text = "He left. No. She came. He left. No. Yes."
    >>> passages = repeated_passages(text, [Span(0, len(text))], 2)
    >>> [(passage.span.of(text), passage.first, passage.sentences) for passage in passages]
    [('He left. No.', 0, 2)]
    """
    sentences = _Sentences(text, min_words)
    alike = sentences.alike
    for paragraph in paragraphs:
        free = begin = len(alike)
        back = 0
        sentences.add(paragraph)
        for number in range(free, len(alike)):
            first = alike[number]
            if back:
                if first == alike[number - back]:
                    continue
                yield sentences.passage(begin, number, back)
                free, back = number, 0
            if first < number and sentences.long[number]:
                begin, back = number, number - first
                while begin > max(free, back) and alike[begin - 1] == alike[begin - back - 1]:
                    begin -= 1
        if back:
            yield sentences.passage(begin, len(alike), back)


class _Sentences:
    """The sentences of a text, numbered in order and kept as numbers.

    Args:
        text: the text.
        min_words: how many words a long one has.
    """

    def __init__(self, text: str, min_words: int) -> None:
        self._text = text
        self._min_words = min_words
        self._known: dict[bytes, int] = {}
        self._starts = array("I")
        self._ends = array("I")
        self.alike = array("I")
        """The number of the first sentence with the same words."""
        self.long = bytearray()
        """Whether each is a long one."""

    def add(self, paragraph: Span) -> None:
        """Number the sentences of one more paragraph."""
        begin = len(self._starts)
        for start, end in sentence_bounds(self._text, paragraph):
            self._starts.append(start)
            self._ends.append(end)
        while begin < len(self._starts):
            begin = self._compare(begin, min(begin + _AT_ONCE, len(self._starts)))

    def passage(self, begin: int, end: int, back: int) -> Passage:
        """Return a passage.

        Args:
            begin: number of the first sentence.
            end: number after the last sentence.
            back: how many sentences before them the same ones stood.
        """
        span = Span(self._starts[begin], self._ends[end - 1])
        return Passage(span, self._starts[begin - back], end - begin)

    def _compare(self, begin: int, end: int) -> int:
        from hashlib import blake2b  # noqa: PLC0415 - few texts repeat anything

        text, spaces = self._text, self._min_words - 1
        bounds = zip(self._starts[begin:end], self._ends[begin:end], strict=True)
        keys = word_keys([text[start:stop] for start, stop in bounds])
        self.long.extend([key.count(b" ") >= spaces for key in keys])
        # Digests tell sentences apart in a quarter of the memory.
        digests = [blake2b(key, digest_size=16).digest() for key in keys]
        self.alike.extend(map(self._known.setdefault, digests, range(begin, end)))
        return end
