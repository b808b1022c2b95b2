"""A document put together from stretches of its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from newslint.document import Origin
from newslint.text.derived import Edit, OffsetMap, Piece, offset_map
from newslint.text.span import Span

Escape = Callable[[str], str]
BLANK_LINE = "\n\n"
_WHITE = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")


class Composer:
    """Collects the paragraphs of a document, and what each of them is.

    The blank lines between paragraphs stand nowhere in the file.
    """

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._sections: list[tuple[int, Escape]] = []
        self._roles: list[tuple[Span, str]] = []
        self._length = 0

    def paragraph(self, pieces: Iterable[Piece], escape: Escape, role: str | None = None) -> None:
        """Add a paragraph, unless it holds only white space.

        Args:
            pieces: its parts in order.
            escape: makes a replacement fit to stand in this stretch of the file.
            role: what the paragraph is; None for the body.
        """
        made = list(pieces)
        if not any(part.strip() for part, _, _ in made):
            return
        if self._pieces:
            start = made[0][1].start
            self._add((BLANK_LINE, Span(start, start), False))
        start = self._length
        self._sections.append((start, escape))
        for piece in made:
            self._add(piece)
        if role is not None:
            self._roles.append((Span(start, self._length), role))

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._length += len(piece[0])

    def roles(self) -> tuple[tuple[Span, str], ...]:
        """Return what the paragraphs are, where they are not the body."""
        return tuple(self._roles)

    def result(self, file: str, *, shown: bool) -> tuple[str, Origin]:
        """Return the text and where its characters stand.

        Args:
            file: the text of the file.
            shown: whether reports speak of places in the file.
        """
        text, back = offset_map(self._pieces, partial(_SectionedMap, self._sections))
        return text, Origin(file, back, str, shown)


class _SectionedMap(OffsetMap):
    """An offset map of a document whose stretches are escaped in different ways."""

    def __init__(self, sections: list[tuple[int, Escape]], *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._sections = sections

    def edits(self, edit: Edit, escape: Escape) -> tuple[Edit, ...]:
        """Return what an edit is in the file, escaped as its own stretch needs it."""
        section = bisect_right(self._sections, edit.span.start, key=lambda item: item[0]) - 1
        own = self._sections[section][1] if section >= 0 else escape
        return super().edits(edit, own)


def collapsed(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces with each run of white space as one space, and none around them."""
    made: list[Piece] = []
    for part, original, copied in (item for piece in pieces for item in _words(piece)):
        if part.strip(" \t\r\n"):
            made.append((part, original, copied))
        elif made and made[-1][0] == " ":
            made[-1] = (" ", Span(made[-1][1].start, max(original.end, made[-1][1].end)), False)
        elif made:
            made.append((" ", original, copied and part == " "))
    if made and made[-1][0] == " ":
        made.pop()
    return made


def _words(piece: Piece) -> Iterator[Piece]:
    part, original, copied = piece
    if not copied:
        yield piece
        return
    for match in _WHITE.finditer(part):
        start = original.start + match.start()
        yield match.group(), Span(start, start + len(match.group())), True


def within(pieces: Iterable[Piece], back: OffsetMap) -> Iterator[Piece]:
    """Yield pieces of a derived text as pieces of the text that it was derived from.

    Args:
        pieces: parts and their places in the derived text.
        back: the way from the derived text to its original.
    """
    for part, derived, copied in pieces:
        if copied:
            yield from back.pieces(part, derived)
        else:
            yield part, back.to_original(derived), False
