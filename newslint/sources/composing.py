"""A document put together from stretches of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape as escape_html
from typing import Any

from newslint.document import Origin
from newslint.sources.html import parse as parse_html
from newslint.text.derived import Edit, OffsetMap, Piece, offset_map
from newslint.text.expressions import expression
from newslint.text.span import Span

Escape = Callable[[str], str]
EscapeAt = Callable[[int], Escape]
BLANK_LINE = "\n\n"
_WHITE = expression(r"[ \t\r\n]+|[^ \t\r\n]+")


class UnwritableError(ValueError):
    """A replacement that cannot stand in its place in the file, however it is escaped."""


class Composer:
    """Collects the paragraphs of a document, and what each of them is.

    The blank lines between paragraphs stand nowhere in the file.
    """

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._roles: list[tuple[Span, str]] = []
        self._html: list[Span] = []
        self._length = 0

    def paragraph(self, pieces: Iterable[Piece], role: str | None = None) -> None:
        """Add a paragraph, unless it holds only white space.

        Args:
            pieces: its parts in order.
            role: what the paragraph is; None for the body.
        """
        made = [piece for piece in pieces if piece[0]]
        if not any(part.strip() for part, _, _ in made):
            return
        if self._pieces:
            start = made[0][1].start
            made.insert(0, (BLANK_LINE, Span(start, start), False))
        start = self._length + (len(BLANK_LINE) if self._pieces else 0)
        self._pieces += made
        self._length += sum(len(part) for part, _, _ in made)
        if role is not None:
            self._roles.append((Span(start, self._length), role))

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def fragment(self, pieces: Iterable[Piece]) -> None:
        """Add the prose of a stretch of the file that holds HTML, perhaps escaped.

        Args:
            pieces: the HTML in parts, in order.
        """
        made = [piece for piece in pieces if piece[0]]
        if not made:
            return
        markup, back = offset_map(made)
        document = parse_html(markup, "").document
        if document.origin is None or not document.text.strip():
            return
        self._html.append(Span(made[0][1].start, made[-1][1].end))
        inner = document.origin.back.pieces(document.text, Span(0, len(document.text)))
        self.paragraph(within(inner, back))
        start = self._length - len(document.text)
        for span, role in document.roles:
            self._roles.append((Span(start + span.start, start + span.end), role))

    def roles(self) -> tuple[tuple[Span, str], ...]:
        """Return what the paragraphs are, where they are not the body."""
        return tuple(self._roles)

    def result(self, file: str, escape_at: EscapeAt, *, shown: bool) -> tuple[str, Origin]:
        """Return the text and where its characters stand.

        Args:
            file: the text of the file.
            escape_at: what escapes a replacement for a place in the file.
            shown: whether reports speak of places in the file.
        """

        def escape_html_at(offset: int) -> Escape:
            escape = escape_at(offset)
            if any(region.start <= offset <= region.end for region in self._html):
                return lambda replacement: escape(escape_html(replacement, quote=False))
            return escape

        text, back = offset_map(self._pieces, partial(_EscapingMap, escape_html_at))
        return text, Origin(file, lambda: back, str, shown)


class _EscapingMap(OffsetMap):
    """An offset map into a file that wants different escapes in different places."""

    def __init__(self, escape_at: EscapeAt, *arguments: Any) -> None:  # noqa: ANN401 - passed on
        super().__init__(*arguments)
        self._escape_at = escape_at

    def edits(self, edit: Edit, escape: Escape) -> tuple[Edit, ...]:
        """Return what an edit is in the file, escaped as its place needs it."""
        try:
            return tuple(
                Edit(made.span, self._escape_at(made.span.start)(made.replacement))
                for made in super().edits(edit, escape)
            )
        except UnwritableError:
            return ()


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
