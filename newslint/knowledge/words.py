"""How common English words are."""

from __future__ import annotations

import mmap
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

UNKNOWN = 0.0
COMMON = 2.6
"""Zipf frequency above which a word is common: of the capitalised words of news 62 % are."""

_SHORTEST_COMMON = 5
"""How many bytes a name that a check looks at has at least."""

_MANY = 1000
"""How many words are looked up one by one before a run has the common ones in memory: to load
them takes as long (3 ms, 4 MB)."""

_PAGE = 1024
"""How many bytes one step of a look-up leaves to be searched (1 µs)."""


Pages = tuple[list[bytes], list[int]]
"""The first words of the pages of a list, and where the pages begin and the last one ends."""


def pages_of(data: bytes) -> Pages:
    """Return the pages of a list of words, to be kept: to find them takes a millisecond.

    Args:
        data: the content of the file; see `Words`.
    """
    ends = (data.find(b"\n", place) for place in range(_PAGE, len(data), _PAGE))
    starts = [0, *(end + 1 for end in ends if end + 1 < len(data))]
    firsts = [data[start : data.find(b"\t", start)] for start in starts]
    return firsts, [*starts, len(data)]


def common_words(data: bytes) -> list[str]:
    """Return the common words of five bytes and more in a list of words.

    Args:
        data: the content of the file; see `Words`.
    """
    tenths = "|".join(str(number) for number in range(100) if number / 10 > COMMON)
    line = rf"^(.{{{_SHORTEST_COMMON},}})\t(?:{tenths})$"
    # To split all lines would take twice as long.
    found: list[bytes] = re.findall(line.encode(), data, re.MULTILINE)
    return [word.decode() for word in found]


class Common:
    """The common words, in memory as soon as that is worth it.

    Args:
        load: returns them.
    """

    def __init__(self, load: Callable[[], Iterable[str]]) -> None:
        self._load = load
        self._asked = 0
        self._words: frozenset[str] = frozenset()

    def among(self, count: int) -> frozenset[str]:
        """Return the common words, or none yet; every one is commoner than `COMMON`.

        Args:
            count: how many words the caller is going to look for among them.
        """
        self._asked += count
        if self._asked > _MANY and not self._words:
            self._words = frozenset(self._load())
        return self._words


class Words:
    """English words with their Zipf frequencies, read from a sorted file in place.

    The Zipf scale is the logarithm of the occurrences per billion words: 7 for
    “the”, 3 for a word once in a million, 0 here for an unknown one.

    Args:
        path: lines of ``word<tab>ten times the frequency``, sorted by their bytes.
        pages: its pages.

    Raises:
        OSError: if the file cannot be read.
    """

    def __init__(self, path: Path, pages: Pages) -> None:
        self._pages = pages
        with path.open("rb") as stream:
            self._data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        self.zipf = lru_cache(maxsize=65536)(self._zipf)

    def _zipf(self, word: str) -> float:
        """Return the Zipf frequency of a word in small letters, 0 if it is unknown."""
        try:
            wanted = word.encode()
        except UnicodeEncodeError:
            return UNKNOWN
        firsts, starts = self._pages
        page = max(0, bisect_right(firsts, wanted) - 1)
        start, end = starts[page], starts[page + 1]
        lines = self._data[start - 1 : end] if start else b"\n" + self._data[:end]
        found = lines.find(b"\n" + wanted + b"\t")
        if found < 0:
            return UNKNOWN
        start = found + len(wanted) + 2
        return int(lines[start : lines.find(b"\n", start)]) / 10
