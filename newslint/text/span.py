"""Half-open ranges of code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code-point offsets into one text.

    Args:
        start: offset of the first code point.
        end: offset after the last code point.

    Raises:
        ValueError: if the offsets do not satisfy ``0 <= start <= end``.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, not {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def overlaps(self, other: Span) -> bool:
        """Say whether the two ranges share a code point.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether the other range lies within this one.

        >>> Span(0, 9).contains(Span(3, 9))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the text that the span covers.

        >>> Span(4, 9).of("The front line")
        'front'
        """
        return text[self.start : self.end]


# Every text makes hundreds of spans: the slots' own setters take half the time of the
# constructor that a frozen dataclass comes with.
_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__
