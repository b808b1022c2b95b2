"""The words of a text in columns of one width: a shift compares every word with a later one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newslint.text.blocks import blocks

_WIDTH = 16
"""Bytes that a word has room for: in news one word in 700 is longer."""

_BLANK = 32
_TO_TABS = bytes.maketrans(b" \x1f", b"\t\t")
_TO_MARKS = bytes.maketrans(bytes(range(256)), b"\x01" * 32 + b"\x00" + b"\x01" * 223)
_SHUFFLED = bytes(byte * 167 & 255 for byte in range(256))
_WIDE_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)


class Columns:
    """The words of a text, each cut or filled to the same width.

    One byte of every word forms a long number. Shifted by some words and held against
    itself, it shows which words begin like a later one: 3 µs for a thousand words, where
    to compare them one by one takes 30 and to part them 35 more. A mixture of two bytes
    seldom agrees by accident, and hardly ever twice: the first byte is asked for, too,
    where a word need stand twice only.

    Args:
        text: the text; its words are what white space parts.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets = [0]
        self._numbers = [0]
        first, third = [], []
        for part in blocks(text):
            grid = _grid(part)
            first.append(grid[0::_WIDTH])
            third.append(grid[2::_WIDTH].translate(_SHUFFLED))
            self._offsets.append(self._offsets[-1] + len(part))
            self._numbers.append(self._numbers[-1] + len(grid) // _WIDTH)
        # The columns take twice the room of the text: of a long one those of one part are kept.
        self._kept = self._numbers[-2], self._numbers[-1], grid
        self._first = int.from_bytes(b"".join(first), "little")
        self._mixed = self._first ^ int.from_bytes(b"".join(third), "little")

    def word(self, number: int) -> str | None:
        """Return a word, None where it fills its column, and nothing behind the last.

        >>> Columns("one  two").word(1)
        'two'
        """
        whole = self._cell(number).rstrip(b" ")
        return whole.decode("utf-8", "surrogatepass") if len(whole) < _WIDTH else None

    def again(self, steps: Iterable[int], times: int) -> Iterator[tuple[int, int]]:
        r"""Return words that come again and again, as far as their columns show.

        >>> columns = Columns("a b c a b\nc a b d d e")
        >>> list(columns.again([3, 2], 3)), list(columns.again([1], 2))
        ([(0, 3), (1, 3)], [(8, 1)])

        Args:
            steps: how many words on a word may come again.
            times: how often it stands there in all, always as far apart.

        Returns:
            the number of the first of the words, and the step, in the order of the text.
        """
        # In the order of the text, so that the columns of each part are made once.
        alike = sorted((place, step) for step in steps for place in self._alike(step, times))
        return (item for item in alike if self._stands_again(*item, times))

    def _alike(self, step: int, times: int) -> Iterator[int]:
        """Yield the words that begin like those some steps on."""
        shift = 8 * step
        differ = self._mixed ^ self._mixed >> shift
        if times == 2:
            differ |= self._first ^ self._first >> shift
        for _ in range(times - 2):
            differ |= differ >> shift
        marks = differ.to_bytes(self._numbers[-1], "little")
        place = marks.find(0)
        while place >= 0:
            yield place
            place = marks.find(0, place + 1)

    def _stands_again(self, number: int, step: int, times: int) -> bool:
        word = self._cell(number)
        for other in range(number + step, number + step * times, step):
            if self._cell(other) != word:
                return False
        return True

    def _cell(self, number: int) -> bytes:
        """Return the column of a word, empty behind the last."""
        first, end, grid = self._kept
        if not first <= number < end:
            if number >= self._numbers[-1]:
                return b""
            first, _, grid = self._kept = self._part(bisect_right(self._numbers, number))
        return grid[(number - first) * _WIDTH : (number - first + 1) * _WIDTH]

    def _part(self, behind: int) -> tuple[int, int, bytes]:
        """Return the numbers and the columns of the words of the part before another one."""
        part = self._text[self._offsets[behind - 1] : self._offsets[behind]]
        return self._numbers[behind - 1], self._numbers[behind], _grid(part)


def _grid(part: str) -> bytes:
    """Return the words of a part of a text one behind the other, each in 16 bytes."""
    text = "\t".join(filter(None, part.splitlines()))
    if not text.isascii():
        for space in _WIDE_SPACES:
            if space in text:
                text = text.replace(space, " ")
    tabs = text.encode("utf-8", "surrogatepass").translate(_TO_TABS)
    grid = (tabs + b"\t").expandtabs(_WIDTH)
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
