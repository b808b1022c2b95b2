"""Prose put together from stretches of marked-up text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate

from newslint.text.derived import OffsetMap, offset_map
from newslint.text.span import Span

_Role = tuple[int, int, str]


class Prose:
    """Prose while it is written: pieces of a source, blocks and lines parted.

    White space between blocks has no original: taking it out leaves the marks there.

    Args:
        source: the text that the prose is taken out of.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[tuple[str, Span, bool]] = []
        self._roles: list[_Role] = []
        self._line_ends = 0
        self._space: Span | None = None

    def __len__(self) -> int:
        """Return how many pieces there are, which is where the next one will stand."""
        return len(self._pieces)

    @property
    def place(self) -> int | None:
        """Where in the source the last piece ends; None before the first."""
        return self._pieces[-1][1].end if self._pieces else None

    @property
    def text_before(self) -> str:
        """The last character written; empty before the first."""
        return self._pieces[-1][0][-1] if self._pieces else ""

    def copy(self, start: int, end: int) -> None:
        """Write a stretch of the source letter by letter."""
        if start < end:
            self._part()
            self._pieces.append((self._source[start:end], Span(start, end), True))

    def write(self, text: str, original: Span) -> None:
        """Write a text that stands for a stretch of the source, such as an entity."""
        if text:
            self._part()
            self._pieces.append((text, original, text == original.of(self._source)))

    def space(self, original: Span) -> None:
        """Write one space for white space of the source, unless a block or line begins here."""
        if self._space is None:
            self._space = original

    def end_line(self) -> None:
        """Begin a new line before what is written next; twice, a new block."""
        self._line_ends = min(2, self._line_ends + 1)

    def end_block(self) -> None:
        """Part what is written next from what is there by a blank line."""
        self._line_ends = 2

    def role(self, first: int, role: str) -> None:
        """Say what the pieces from one on are.

        Args:
            first: what `len` was where they began.
            role: such as ``headline``.
        """
        if first < len(self):
            self._roles.append((first, len(self), role))

    def finish(
        self,
        within: tuple[int, int] | None = None,
        kind: Callable[..., OffsetMap] = OffsetMap,
    ) -> tuple[str, OffsetMap, tuple[tuple[Span, str], ...]]:
        """Return the prose, the way back to the source, and the roles of its stretches.

        Args:
            within: the pieces to take; all where None.
            kind: makes the map.
        """
        first, last = within or (0, len(self))
        while first < last and self._pieces[first][0].isspace():
            first += 1
        pieces = self._pieces[first:last]
        text, back = offset_map(pieces, kind)
        starts = list(accumulate((len(part) for part, _, _ in pieces), initial=0))
        spans = (
            (
                _trimmed(text, starts[max(begin, first) - first], starts[min(end, last) - first]),
                role,
            )
            for begin, end, role in _outermost(self._roles)
            if max(begin, first) < min(end, last)
        )
        return text, back, tuple((span, role) for span, role in spans if len(span))

    def size(self, first: int, last: int) -> int:
        """Return how many code points the pieces between two places have."""
        return sum(len(part) for part, _, _ in self._pieces[first:last])

    def _part(self) -> None:
        """Write the white space that is due."""
        done = self.place
        if done is not None and self._line_ends:
            between = [("\n", Span(done, done), False)] * self._line_ends
            self._pieces += between
        elif done is not None and self._space is not None:
            space = self._space
            self._pieces.append((" ", space, space.of(self._source) == " "))
        self._space = None
        self._line_ends = 0


def _outermost(roles: Iterable[_Role]) -> list[_Role]:
    """Return the roles without those that lie within another of the same name."""
    found: list[_Role] = []
    done: dict[str, int] = {}
    for first, last, role in sorted(roles, key=lambda item: (item[0], -item[1])):
        if last > done.get(role, 0):
            found.append((first, last, role))
            done[role] = last
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
