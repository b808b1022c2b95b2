"""Stretches of a text, looked up by offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from newslint.text.span import Span


class Stretches:
    """Stretches of a text that overlap one another or not.

    Args:
        spans: the stretches in any order.

    >>> stretches = Stretches([Span(5, 9), Span(0, 2), Span(1, 3)])
    >>> stretches.touch(Span(2, 5)), stretches.touch(Span(3, 5))
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._merged: list[Span] = []
        for span in sorted(set(spans)):
            last = self._merged[-1] if self._merged else None
            if last is not None and span.start < last.end:
                self._merged[-1] = Span(last.start, max(last.end, span.end))
            else:
                self._merged.append(span)

    def touch(self, span: Span) -> bool:
        """Say whether a span shares a code point with a stretch, or is an empty one's place."""
        after = bisect_right(self._merged, span.end, key=lambda item: item.start)
        # Two may begin where the span ends; of those before them only the last reaches this far.
        return any(
            stretch == span or stretch.overlaps(span)
            for stretch in self._merged[max(0, after - 3) : after]
        )
