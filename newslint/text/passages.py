"""Sentences that stand in a text a second time, as far as they follow one another."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from newslint.text.segments import sentence_bounds
from newslint.text.span import Span
from newslint.text.word_keys import endings, word_keys

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
        free = begin = end = len(alike)
        back = 0
        for number in sentences.add(paragraph):
            if back and number == end and alike[number] == alike[number - back]:
                end += 1
                continue
            if back:
                yield sentences.passage(begin, end, back)
                free, back = end, 0
            if sentences.is_long(number):
                begin, end, back = number, number + 1, number - alike[number]
                while begin > max(free, back) and alike[begin - 1] == alike[begin - back - 1]:
                    begin -= 1
        if back:
            yield sentences.passage(begin, end, back)


class _Sentences:
    """The sentences of a text, numbered in order and kept as numbers.

    Args:
        text: the text.
        min_words: how many words a long one has.
    """

    def __init__(self, text: str, min_words: int) -> None:
        self._text = text
        self._min_words = min_words
        self._ended: dict[int, int] = {}
        self._known: dict[bytes, int] = {}
        self._starts = array("I")
        self._ends = array("I")
        self.alike = array("I")
        """The number of the first sentence with the same words."""

    def add(self, paragraph: Span) -> Iterator[int]:
        """Number the sentences of one more paragraph, and yield those that stood before."""
        bounds = sentence_bounds(self._text, paragraph)
        while some := list(islice(bounds, _AT_ONCE)):
            yield from self._compare(some)

    def is_long(self, number: int) -> bool:
        """Say whether a sentence is a long one."""
        return self._words(number).count(b" ") >= self._min_words - 1

    def passage(self, begin: int, end: int, back: int) -> Passage:
        """Return a passage.

        Args:
            begin: number of the first sentence.
            end: number after the last sentence.
            back: how many sentences before them the same ones stood.
        """
        span = Span(self._starts[begin], self._ends[end - 1])
        return Passage(span, self._starts[begin - back], end - begin)

    def _compare(self, bounds: list[tuple[int, int]]) -> Iterator[int]:
        """Number some sentences, and yield those that stood before."""
        numbers = range(len(self.alike), len(self.alike) + len(bounds))
        self._starts.extend([start for start, _ in bounds])
        self._ends.extend([end for _, end in bounds])
        self.alike.extend(numbers)
        firsts = map(self._ended.setdefault, map(hash, endings(self._text, bounds)), numbers)
        for first, number in zip(firsts, numbers, strict=True):
            if first != number and self._stood_before(first, number):
                yield number

    def _stood_before(self, other: int, number: int) -> bool:
        """Say whether a sentence stood before; if so, not before another that ends like it."""
        same = self._sentence(other) == self._sentence(number)
        self.alike[number] = other if same else self._first(other, number)
        return self.alike[number] < number

    def _first(self, *numbers: int) -> int:
        """Return the first sentence with the words of the last of some."""
        from hashlib import blake2b  # noqa: PLC0415 - few texts repeat anything

        # Digests tell sentences apart in a quarter of the memory.
        digests = (blake2b(self._words(number), digest_size=16).digest() for number in numbers)
        return [*map(self._known.setdefault, digests, numbers)][-1]

    def _words(self, number: int) -> bytes:
        return word_keys([self._sentence(number)])[0]

    def _sentence(self, number: int) -> str:
        return self._text[self._starts[number] : self._ends[number]]
