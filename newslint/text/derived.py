"""A text made from another by edits, with the way back for every offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newslint.text.span import Span
from newslint.values import value


@value
class Edit:
    """A span and what stands there instead.

    Args:
        span: code points to replace; an empty span inserts.
        replacement: the new text; empty to delete.
    """

    span: Span
    replacement: str


Piece = tuple[str, Span, bool]
"""A part of a text, where it comes from, and whether it stands there letter by letter."""


class _Piece(NamedTuple):
    """A stretch of the derived text and where it comes from."""

    start: int
    original: Span
    copied: bool
    length: int


class OffsetMap:
    """The way from offsets of a derived text back to its original.

    Args:
        pieces: the stretches of the derived text in order.
        gaps: derived offsets at which visible text was taken out.
    """

    def __init__(self, pieces: list[_Piece], gaps: list[int]) -> None:
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._gaps = gaps
        length = pieces[-1].start + pieces[-1].length if pieces else 0
        self._ends = [*self._starts[1:], length]
        self._bounds = frozenset(self._starts)

    def to_original(self, span: Span) -> Span:
        """Return the span of the original that a derived span came from.

        A span that touches a replaced stretch covers the whole stretch.

        Args:
            span: code points of the derived text.
        """
        start = self._original(span.start, last=False)
        if not len(span):
            return Span(start, start)
        return Span(start, max(start, self._original(span.end - 1, last=True)))

    def crosses_gap(self, span: Span) -> bool:
        """Say whether visible text was taken out within a derived span."""
        first = bisect_right(self._gaps, span.start)
        return first < bisect_left(self._gaps, span.end)

    def edits(self, edit: Edit, escape: Callable[[str], str]) -> tuple[Edit, ...]:
        """Return what an edit of the derived text is in the original, or nothing if it cannot be.

        Original text that the derived one left out, such as tags, stays where it is.

        Args:
            edit: an edit of the derived text.
            escape: makes a replacement fit to stand in the original.
        """
        span, replacement = edit.span, escape(edit.replacement)
        if not len(span):
            start = self._original(span.start, last=False)
            if span.start and self._touches(span.start) and self._stands(span.start - 1):
                start = self._original(span.start - 1, last=True)
            return (Edit(Span(start, start), replacement),)
        found: list[Edit] = []
        number = max(0, bisect_right(self._starts, span.start) - 1)
        for piece, end in zip(self._pieces[number:], self._ends[number:], strict=True):
            if piece.start >= span.end:
                break
            start, stop = max(span.start, piece.start), min(span.end, end)
            if not piece.copied and (start, stop) != (piece.start, end):
                return ()
            if replacement and not len(piece.original):
                return ()  # nothing stands there that could be replaced
            if start < stop:
                original = self.to_original(Span(start, stop))
                found.append(Edit(original, "" if found else replacement))
        changes = any(len(part.span) or part.replacement for part in found)
        return tuple(found) if changes else ()

    def pieces(self, part: str, span: Span) -> Iterator[Piece]:
        """Yield a stretch of the derived text as pieces of the original.

        Args:
            part: the text of the stretch.
            span: where it stands in the derived text.
        """
        number = max(0, bisect_right(self._starts, span.start) - 1)
        for index in range(number, len(self._pieces)):
            start, end = max(span.start, self._starts[index]), min(span.end, self._ends[index])
            if start >= end:
                break
            stretch = part[start - span.start : end - span.start]
            original = self.to_original(Span(start, end))
            yield stretch, original, self._pieces[index].copied

    def _touches(self, offset: int) -> bool:
        """Say whether a derived offset is where one piece ends and the next begins."""
        return offset in self._bounds

    def _stands(self, offset: int) -> bool:
        """Say whether a code point of the derived text stands anywhere in the original."""
        return len(self._pieces[bisect_right(self._starts, offset) - 1].original) > 0

    def _original(self, offset: int, *, last: bool) -> int:
        if not self._pieces:
            return 0
        piece = self._pieces[max(0, bisect_right(self._starts, offset) - 1)]
        if not piece.copied:
            return piece.original.end if last else piece.original.start
        return piece.original.start + offset - piece.start + (1 if last else 0)


def offset_map(
    pieces: Iterable[Piece], kind: Callable[[list[_Piece], list[int]], OffsetMap] = OffsetMap
) -> tuple[str, OffsetMap]:
    """Put a text together from pieces of another one.

    Args:
        pieces: the parts of the new text.
        kind: makes the map.

    >>> text, back = offset_map([("a", Span(3, 4), True), ("&", Span(4, 9), False)])
    >>> text, back.to_original(Span(1, 2))
    ('a&', Span(start=4, end=9))
    """
    parts: list[str] = []
    made: list[_Piece] = []
    gaps: list[int] = []
    length = 0
    done: int | None = None
    for part, original, copied in pieces:
        if not part:
            continue
        if done is not None and original.start > done:
            gaps.append(length)
        made.append(_Piece(length, original, copied, len(part)))
        parts.append(part)
        length += len(part)
        done = original.end
    return "".join(parts), kind(made, gaps)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with non-overlapping edits applied.

    Args:
        text: the text that the edits point into.
        edits: edits in any order.

    Raises:
        ValueError: if two edits overlap.

    >>> apply_edits("ended.The", [Edit(Span(6, 6), " ")])
    'ended. The'
    """
    parts, _, _ = _derive(text, edits)
    return "".join(parts)


def derive(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Apply edits and keep the way back.

    Args:
        text: the text that the edits point into.
        edits: non-overlapping edits in any order.

    Raises:
        ValueError: if two edits overlap.

    >>> changed, back = derive("a&amp;b", [Edit(Span(1, 6), "&")])
    >>> changed, back.to_original(Span(1, 2))
    ('a&b', Span(start=1, end=6))
    """
    parts, pieces, gaps = _derive(text, edits)
    return "".join(parts), OffsetMap(pieces, gaps)


def _derive(text: str, edits: Iterable[Edit]) -> tuple[list[str], list[_Piece], list[int]]:
    parts: list[str] = []
    pieces: list[_Piece] = []
    gaps: list[int] = []
    length = done = 0

    def add(part: str, original: Span, *, copied: bool) -> None:
        nonlocal length
        if part:
            parts.append(part)
            pieces.append(_Piece(length, original, copied, len(part)))
            length += len(part)

    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < done:
            raise ValueError(f"edits overlap at offset {edit.span.start}")
        add(text[done : edit.span.start], Span(done, edit.span.start), copied=True)
        if not edit.replacement and _visible(edit.span.of(text)):
            gaps.append(length)
        add(edit.replacement, edit.span, copied=False)
        done = edit.span.end
    add(text[done:], Span(done, len(text)), copied=True)
    return parts, pieces, gaps


def _visible(text: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in text)
