"""Many spans, kept as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from newslint.text.span import Span


class Spans(Sequence[Span]):
    """Spans in order, each made when it is asked for.

    Most texts have their lines found for the sake of a few of them.

    Args:
        starts: offset of the first code point of each.
        ends: offset after the last code point of each.

    >>> spans = Spans([0, 4], [3, 9])
    >>> spans[1], len(spans)
    (Span(start=4, end=9), 2)
    """

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            return Spans(self.starts[index], self.ends[index])
        return Span(self.starts[index], self.ends[index])
