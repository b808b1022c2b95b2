"""Edits of Markdown's prose that leave no mark of emphasis without its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from newslint.text.derived import Edit, OffsetMap
from newslint.text.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A stretch between a pair of marks.

    Args:
        inner: what stands between them.
        outer: the same with the marks.
    """

    inner: Span
    outer: Span


class MarkedMap(OffsetMap):
    """An offset map into a text with pairs of marks.

    Args:
        text: the text.
        marked: the emphasised stretches.
        labels: the labels of references, whose words name their target.
        arguments: what an offset map is made of.
    """

    def __init__(
        self,
        text: str,
        marked: list[Marked],
        labels: list[Span],
        *arguments: Any,  # noqa: ANN401 - passed on
    ) -> None:
        super().__init__(*arguments)
        self._text = text
        self._marked = sorted(marked)
        self._inner_starts = [item.inner.start for item in self._marked]
        self._labels = sorted(labels)

    def edits(self, edit: Edit, escape: Callable[[str], str]) -> tuple[Edit, ...]:
        """Return what an edit is in the text, or nothing if a mark or label would suffer.

        Args:
            edit: an edit of the prose.
            escape: makes a replacement fit to stand in the text.
        """
        made = super().edits(edit, escape)
        if not made:
            return ()
        place = made[0].span.start
        touched = Span(place, max(part.span.end for part in made))
        if self._names_a_target(touched) or self._breaks_a_mark(touched):
            return ()
        return tuple(sorted((*made, *self._emptied(touched, made[0])), key=lambda part: part.span))

    def _names_a_target(self, touched: Span) -> bool:
        number = bisect_left(self._labels, touched.start, key=lambda label: label.end)
        return number < len(self._labels) and self._labels[number].start <= touched.end

    def _breaks_a_mark(self, touched: Span) -> bool:
        """Say whether white space would come to stand next to a mark, which then is none."""
        if not len(touched):
            return False
        opens = any(
            item.inner.start <= touched.end < item.inner.end and self._text[touched.end].isspace()
            for item in self._within(touched)
        )
        before = bisect_right(self._inner_starts, touched.start - 1)
        closes = any(
            touched.start < item.inner.end <= touched.end
            and self._text[touched.start - 1].isspace()
            for item in self._marked[max(0, before - _NESTED) : before]
        )
        return opens or closes

    def _emptied(self, touched: Span, first: Edit) -> Iterator[Edit]:
        """Yield the deletions of the marks that nothing would be left between."""
        start, end = touched.start, touched.end
        for item in sorted(self._around(touched), key=lambda item: len(item.inner)):
            if item.inner.start < start or item.inner.end > end:
                continue
            if first.replacement and item.inner.start <= first.span.start:
                continue
            start, end = min(start, item.outer.start), max(end, item.outer.end)
            yield Edit(Span(item.outer.start, item.inner.start), "")
            yield Edit(Span(item.inner.end, item.outer.end), "")

    def _within(self, touched: Span) -> list[Marked]:
        """Return the stretches that begin within a span."""
        first = bisect_left(self._inner_starts, touched.start)
        return self._marked[first : bisect_right(self._inner_starts, touched.end)]

    def _around(self, touched: Span) -> list[Marked]:
        """Return the stretches that begin within a span, or whose marks lie around it."""
        first = bisect_left(self._inner_starts, touched.start)
        return self._marked[max(0, first - _NESTED) : bisect_right(self._inner_starts, touched.end)]


# How many pairs of marks may stand around one word: the parser nests no deeper.
_NESTED = 20


def marked_map(text: str, marked: list[Marked], labels: list[Span]) -> Callable[..., OffsetMap]:
    """Return what makes the map of a text with marks."""
    return partial(MarkedMap, text, marked, labels)
