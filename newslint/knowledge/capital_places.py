"""Where the capitalised words of a text stand, in a few bytes each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import compress, count


class CapitalPlaces:
    """The places of the capitalised words of a text, in order.

    Of each the text is kept once: which places are those of some words is asked once a word.

    Args:
        text: the text.
        offsets: code-point offsets: where the first word begins and ends, the second, and so on.
    """

    def __init__(self, text: str, offsets: array[int]) -> None:
        self._starts = offsets[::2]
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        written = map(text.__getitem__, map(slice, self._starts, offsets[1::2]))
        self._numbers = array("I", map(numbers.__getitem__, written))
        self.words = tuple(numbers)

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, index: int) -> tuple[int, int, str]:
        """Return the start, the end and the text of the word at one of the places."""
        start, word = self._starts[index], self.words[self._numbers[index]]
        return start, start + len(word), word

    def until(self, index: int, most: int, reach: int) -> list[tuple[int, int, str]]:
        """Return the word at one of the places behind those that stand near before it.

        Args:
            index: the place.
            most: how many words are returned.
            reach: how many code points before the end of the last they begin.
        """
        least = self.at(index)[1] - reach
        first = bisect_left(self._starts, least, max(0, index + 1 - most), index)
        return [self.at(near) for near in range(first, index + 1)]

    def of(self, words: Collection[str]) -> Iterator[int]:
        """Return at which of the places, by index, one of some words stands, in order."""
        wanted = bytes(map(words.__contains__, self.words))
        return compress(range(len(self)), map(wanted.__getitem__, self._numbers))
