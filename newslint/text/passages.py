"""Sentences that stand in a text a second time, as far as they follow one another."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newslint.text.span import Span

Sentence = tuple[Span, str]
"""Where a sentence stands, and what it has in common with those that are taken for the same."""


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


def repeated_passages(
    paragraphs: Iterable[Iterable[Sentence]], min_words: int
) -> Iterator[Passage]:
    """Yield the stretches of each paragraph that stood before, each as long as it can be.

    A long sentence begins one; what stands around it belongs to it, however short, where the
    same stood around it before.

    Args:
        paragraphs: the sentences of each, with their words parted by single spaces.
        min_words: how many words a long sentence has.

    >>> words = ["he left", "no", "she came", "he left", "no", "yes"]
    >>> spans = [Span(place, place + 1) for place in range(6)]
    >>> [(p.span.start, p.span.end, p.first) for p in repeated_passages([zip(spans, words)], 2)]
    [(3, 5, 0)]
    """
    alike, starts = array("Q"), array("Q")
    known: dict[bytes, int] = {}
    for paragraph in paragraphs:
        free = begin = end = len(alike)
        back = 0
        for number, (span, key) in enumerate(paragraph, free):
            first = known.setdefault(_digest(key), number)
            if back and first == alike[number - back]:
                end = span.end
            else:
                if back:
                    yield Passage(Span(starts[begin], end), starts[begin - back], number - begin)
                    free, back = number, 0
                if first < number and key.count(" ") + 1 >= min_words:
                    begin, end, back = number, span.end, number - first
                    while begin > max(free, back) and alike[begin - 1] == alike[begin - back - 1]:
                        begin -= 1
            alike.append(first)
            starts.append(span.start)
        if back:
            yield Passage(Span(starts[begin], end), starts[begin - back], len(alike) - begin)


def _digest(key: str) -> bytes:
    """Return what tells sentences apart in a quarter of the memory."""
    from hashlib import blake2b  # noqa: PLC0415 - few texts repeat anything

    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()
