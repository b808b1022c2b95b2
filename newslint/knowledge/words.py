"""How common English words are."""

from __future__ import annotations

import mmap
from functools import lru_cache
from pathlib import Path

UNKNOWN = 0.0


class Words:
    """English words with their Zipf frequencies, read from a sorted file in place.

    The Zipf scale is the logarithm of the occurrences per billion words: 7 for
    “the”, 3 for a word once in a million, 0 here for an unknown one.

    Args:
        path: lines of ``word<tab>ten times the frequency``, sorted by their bytes.

    Raises:
        OSError: if the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as stream:
            self._data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        self.zipf = lru_cache(maxsize=8192)(self._zipf)

    def _zipf(self, word: str) -> float:
        """Return the Zipf frequency of a word in small letters, 0 if it is unknown."""
        wanted = word.encode("utf-8", "surrogatepass") + b"\t"
        low, high = 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            start = self._data.rfind(b"\n", 0, middle) + 1
            end = self._data.find(b"\n", start)
            line = self._data[start:end]
            if line.startswith(wanted):
                return int(line[len(wanted) :]) / 10
            if line.partition(b"\t")[0] < wanted[:-1]:
                low = end + 1
            else:
                high = start
        return UNKNOWN
