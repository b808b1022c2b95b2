"""A text as UTF-8 bytes, with the way back to code points."""

from __future__ import annotations

import re
from bisect import bisect_right

from newslint.text.span import Span

# One run is one encoded width, so that a division finds a place within it.
_WIDE_RUN = re.compile(r"[\x80-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")


class EncodedText:
    """UTF-8 bytes of a text for the regular-expression engine.

    Lone surrogates are kept as three bytes each, so every text can be encoded
    and every offset can be mapped back.

    Args:
        text: the text to encode.
    """

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "surrogatepass")
        self._starts: list[int] = []
        self._runs: list[tuple[int, int, int]] = []
        if len(self.data) != len(text):
            self._index(text)

    def _index(self, text: str) -> None:
        extra = 0
        for run in _WIDE_RUN.finditer(text):
            first = run.group()[0]
            width = 2 if first < "\u0800" else 3 if first < "\U00010000" else 4
            start = run.start() + extra
            extra += (width - 1) * (run.end() - run.start())
            self._starts.append(start)
            self._runs.append((run.start(), run.end(), width))

    def offset(self, byte: int) -> int:
        """Return the code-point offset of a byte offset.

        >>> EncodedText("a𐐀b").offset(5)
        2
        """
        run = bisect_right(self._starts, byte) - 1
        if run < 0:
            return byte
        start, end, width = self._runs[run]
        inside = byte - self._starts[run]
        if inside < (end - start) * width:
            return start + inside // width
        return end + inside - (end - start) * width

    def span(self, start: int, end: int) -> Span:
        """Return the code-point span of a range of bytes."""
        return Span(self.offset(start), self.offset(end))
