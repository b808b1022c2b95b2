"""The words of a text in columns of one width: a shift compares every word with a later one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newslint.text.blocks import blocks
from newslint.text.span import Span

_WIDTH = 16
"""Bytes that a word has room for: in news one word in 700 is longer."""

_LONG = 1 << 14
_PART = 1 << 12
"""How many code points a part of a long text has: few words of it are asked for again."""

_WORD = re.compile(r"\S+")
_BLANK = 32
_TO_TABS = bytes.maketrans(b"\n\v\f\r\x1c\x1d\x1e\x1f ", b"\t" * 9)
_TO_MARKS = bytes.maketrans(bytes(range(256)), b"\x01" * 32 + b"\x00" + b"\x01" * 223)
_SHUFFLED = bytes(byte * 167 & 255 for byte in range(256))
_WIDE_SPACES = (
    "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


class Columns:
    """The words of a text, each cut or filled to the same width.

    One byte of every word forms a long number. Shifted by some words and held against
    itself, it shows which words begin like a later one: 3 µs for a thousand words, where
    to compare them one by one takes 30 and to part them 35 more. A mixture of two bytes
    seldom agrees by accident, and hardly ever together with two more.

    Args:
        text: the text; its words are what white space parts.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets = [0]
        self._numbers = [0]
        first, second, third, fourth = columns = [bytearray() for _ in range(4)]
        for part in blocks(text, _PART if len(text) > _LONG else _LONG):
            grid = _grid(part)
            for number, column in enumerate(columns):
                column.extend(grid[number::_WIDTH])
            self._offsets.append(self._offsets[-1] + len(part))
            self._numbers.append(self._numbers[-1] + len(grid) // _WIDTH)
        # The columns take twice the room of the text: of a long one those of two parts are kept.
        self._kept = self._kept_before = self._numbers[-2], self._numbers[-1], grid
        self._mixed = _mixture(first, third.translate(_SHUFFLED))
        self._second, self._fourth = second, fourth

    def word(self, number: int) -> str | None:
        """Return a word, None where it fills its column, and nothing behind the last.

        >>> Columns("one  two").word(1)
        'two'
        """
        whole = self._cell(number).rstrip(b" ")
        return whole.decode("utf-8", "surrogatepass") if len(whole) < _WIDTH else None

    def again(self, step: int, times: int) -> Iterator[int]:
        r"""Yield words that come again and again, as far as their columns show.

        >>> columns = Columns("a b c a b\nc a b d d e")
        >>> list(columns.again(3, 3)), list(columns.again(2, 2)), list(columns.again(1, 2))
        ([0], [], [8])

        Args:
            step: how many words on a word comes again; of so many, only the first is looked at.
            times: how often it stands there in all, always as far apart.

        Returns:
            the number of the first of the words, in the order of the text.
        """
        mixed, second, fourth = self._mixed[::step], self._second, self._fourth
        number = int.from_bytes(mixed, "little")
        differ = number ^ number >> 8
        for _ in range(times - 2):
            differ |= differ >> 8
        marks = differ.to_bytes(len(mixed), "little")
        last = len(marks) - times + 1
        place = marks.find(0, 0, last)
        while place >= 0:
            one, other = place * step, place * step + step
            if second[one] == second[other] and fourth[one] == fourth[other]:
                word = self._cell(one)
                if all(self._cell(one + step * more) == word for more in range(1, times)):
                    yield one
            place = marks.find(0, place + 1, last)

    def spans(self, numbers: Iterable[int]) -> Iterator[Span]:
        """Yield where some of the words stand.

        >>> columns = Columns("one  two three")
        >>> [span.of("one  two three") for span in columns.spans([1, 1, 2])]
        ['two', 'two', 'three']

        Args:
            numbers: the numbers of the words, from 0, best in order.
        """
        first = end = 0
        words: list[tuple[int, int]] = []
        for number in numbers:
            if not first <= number < end:
                part = bisect_right(self._numbers, number)
                first, end = self._numbers[part - 1 : part + 1]
                bounds = self._offsets[part - 1 : part + 1]
                words = [word.span() for word in _WORD.finditer(self._text, *bounds)]
            yield Span(*words[number - first])

    def _cell(self, number: int) -> bytes:
        """Return the column of a word, empty behind the last."""
        first, end, grid = self._kept
        if not first <= number < end:
            if number >= self._numbers[-1]:
                return b""
            # Words on both sides of where two parts meet are asked for in turn.
            self._kept, self._kept_before = self._kept_before, self._kept
            first, end, grid = self._kept
            if not first <= number < end:
                first, _, grid = self._kept = self._part(bisect_right(self._numbers, number))
        return grid[(number - first) * _WIDTH : (number - first + 1) * _WIDTH]

    def _part(self, behind: int) -> tuple[int, int, bytes]:
        """Return the numbers and the columns of the words of the part before another one."""
        part = self._text[self._offsets[behind - 1] : self._offsets[behind]]
        return self._numbers[behind - 1], self._numbers[behind], _grid(part)


def _mixture(one: bytearray, other: bytearray) -> bytes:
    mixed = int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
    return mixed.to_bytes(len(one), "little")


def _grid(part: str) -> bytes:
    """Return the words of a part of a text one behind the other, each in 16 bytes."""
    # A blank line would be a blank column, which takes longer to leave out.
    text = "\t".join(filter(None, part.split("\n")))
    if not text.isascii():
        for space in _WIDE_SPACES:
            if space in text:
                text = text.replace(space, " ")
    tabs = (text.encode("utf-8", "surrogatepass") + b"\t").translate(_TO_TABS)
    grid = tabs.expandtabs(_WIDTH)
    return _filled(grid, _beginnings(grid))


def _beginnings(grid: bytes) -> bytes:
    """Return the first byte of each column, blank in those that go on with a long word."""
    first, full = grid[0::_WIDTH], grid[_WIDTH - 1 :: _WIDTH].translate(_TO_MARKS)
    place = full.find(1)
    if place < 0:
        return first
    blanked = bytearray(first)
    while place >= 0:
        blanked[place + 1] = _BLANK
        place = full.find(1, place + 1)
    return bytes(blanked)


def _filled(grid: bytes, first: bytes) -> bytes:
    """Return the columns whose first byte is not blank."""
    parts: list[bytes] = []
    done, blank = 0, first.find(_BLANK)
    while blank >= 0:
        parts.append(grid[done * _WIDTH : blank * _WIDTH])
        done = blank + 1
        blank = first.find(_BLANK, done)
    parts.append(grid[done * _WIDTH :])
    return b"".join(parts)
