"""A text made from another by edits, with the way back for every offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from newslint.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A span and what stands there instead.

    Args:
        span: code points to replace; an empty span inserts.
        replacement: the new text; empty to delete.
    """

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the derived text and where it comes from."""

    start: int
    original: Span
    copied: bool


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

    def _original(self, offset: int, *, last: bool) -> int:
        if not self._pieces:
            return 0
        piece = self._pieces[max(0, bisect_right(self._starts, offset) - 1)]
        if not piece.copied:
            return piece.original.end if last else piece.original.start
        return piece.original.start + offset - piece.start + (1 if last else 0)


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
            pieces.append(_Piece(length, original, copied))
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
