"""How common English words are."""

from __future__ import annotations

import mmap
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

UNKNOWN = 0.0
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
        wanted = word.encode("utf-8", "surrogatepass")
        firsts, starts = self._pages
        page = bisect_right(firsts, wanted) - 1
        lines = b"\n" + self._data[starts[max(0, page)] : starts[page + 1]]
        found = lines.find(b"\n%b\t" % wanted)
        if found < 0:
            return UNKNOWN
        start = found + len(wanted) + 2
        return int(lines[start : lines.find(b"\n", start)]) / 10
