"""Offsets to places as an editor counts them, and back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from newslint.text.lines import LineIndex, Position

Units = Callable[[str], int]

UNITS: dict[str, Units] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}
"""How many units of an encoding a text takes."""


class Positions:
    """The lines of an open text and the places in them.

    Lines and characters begin at 0.

    Args:
        text: the text as the editor has it.
        encoding: what the editor counts characters in, one of `UNITS`.
    """

    def __init__(self, text: str, encoding: str) -> None:
        self._index = LineIndex(text)
        self._text = text
        self._units = UNITS[encoding]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and character of a code-point offset.

        >>> Positions("a👍b", "utf-16").place(2)
        (0, 3)
        """
        line = self._index.position(offset).line
        return line - 1, self._units(self._text[self.line_start(line - 1) : offset])

    def offset(self, line: int, character: int) -> int:
        """Return the code-point offset of a line and character.

        A place behind the end of the line or of the text is taken as that end, as
        the protocol asks.

        >>> Positions("a👍b", "utf-16").offset(0, 3)
        2
        """
        if line >= len(self._index):
            return len(self._text)
        content = self._index.line(line + 1)
        columns = range(len(content))
        column = bisect_left(columns, character, key=lambda end: self._units(content[:end]))
        return self.line_start(line) + column

    def line_start(self, line: int) -> int:
        """Return the code-point offset at which a line begins."""
        return self._index.offset(Position(line + 1, 1))
