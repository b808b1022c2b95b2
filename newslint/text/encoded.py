"""A text as a string and as UTF-8 bytes, with the way back to code points."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate, pairwise

from newslint.text.span import Span

# The bytes of a character after its first.
_FOLLOWING = bytes(range(0x80, 0xC0))
_BLOCK = 512
_ASCII = bytes(range(0x80))


def _begun(block: bytes) -> int:
    """Return how many characters begin in a block of bytes."""
    return len(block) if block.isascii() else len(block.translate(None, _FOLLOWING))


def beyond_ascii(text: str | bytes) -> str:
    """Return the characters of a text that are not ASCII, in order.

    An expression that looks for them in a text takes ten times as long.

    >>> beyond_ascii("“Así”")
    '“í”'

    Args:
        text: the text, or what it is in UTF-8.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return data.translate(None, _ASCII).decode("utf-8", "surrogatepass")


class EncodedText:
    """UTF-8 bytes of a text for the regular-expression engine, and the text itself.

    Lone surrogates are kept as three bytes each, so every text can be encoded
    and every offset can be mapped back.

    Args:
        text: the text to encode.
        data: its bytes, where they are at hand.
    """

    def __init__(self, text: str, data: bytes | None = None) -> None:
        self.data = text.encode("utf-8", "surrogatepass") if data is None else data
        self._string: str | None = text
        self._ascii = len(self.data) == len(text)
        self._held: dict[tuple[str, int, int], bool] = {}
        self._line = -1, -1

    @property
    def text(self) -> str:
        """The text, made of its bytes anew if it was put away."""
        if self._string is None:
            self._string = self.data.decode("utf-8", "surrogatepass")
        return self._string

    def put_away(self) -> None:
        """Keep the bytes alone until the text is asked for.

        One emoji makes a string of four bytes for each character: 40 MB where the bytes take 10,
        and are decoded in 0.02 s.
        """
        self._string = None

    @cached_property
    def _characters(self) -> list[int]:
        """How many characters begin before each block of bytes."""
        blocks = (self.data[start : start + _BLOCK] for start in range(0, len(self.data), _BLOCK))
        return [0, *accumulate(map(_begun, blocks))]

    @cached_property
    def stretches(self) -> list[tuple[int, int]]:
        """The ranges of bytes that hold all characters outside ASCII, a block on either side."""
        found: list[tuple[int, int]] = []
        if self._ascii:
            return found
        for number, (before, behind) in enumerate(pairwise(self._characters)):
            start = number * _BLOCK
            if behind - before < min(_BLOCK, len(self.data) - start):
                first = max(0, start - _BLOCK)
                if found and first <= found[-1][1]:
                    first = found.pop()[0]
                found.append((first, min(start + 2 * _BLOCK, len(self.data))))
        return found

    def offset(self, byte: int) -> int:
        """Return the code-point offset of a byte offset.

        >>> EncodedText("a𐐀b").offset(5)
        2
        """
        if self._ascii:
            return byte
        block, within = divmod(byte, _BLOCK)
        start = block * _BLOCK
        begun = self._characters[block]
        if within:
            begun += len(self.data[start:byte].translate(None, _FOLLOWING))
        inside = byte < len(self.data) and self.data[byte] in _FOLLOWING
        return begun - 1 if inside else begun

    def line(self, start: int, end: int) -> tuple[int, int]:
        r"""Return where the line of a range of bytes begins and ends; its lines, if it has several.

        >>> EncodedText("One.\nTwo.\nThree.").line(6, 7)
        (5, 9)
        """
        first, last = self._line
        if not first <= start <= end <= last:
            first = self.data.rfind(b"\n", 0, start) + 1
            last = self.data.find(b"\n", end)
            last = len(self.data) if last < 0 else last
            # A line may be many megabytes long, and hold many ranges that are asked about.
            if self.data.find(b"\n", start, end) < 0:
                self._line = first, last
        return first, last

    def holds(self, pattern: str, within: tuple[int, int] | None = None) -> bool:
        """Say whether an RE2 pattern is found; each match of a rule asks the same.

        Args:
            pattern: the pattern.
            within: the range of bytes that is read by itself; all by default.
        """
        start, end = within or (0, len(self.data))
        key = pattern, start, end
        if key not in self._held:
            # What only maps offsets, such as a source, needs no RE2.
            from newslint.text.regex import compiled  # noqa: PLC0415

            self._held[key] = bool(compiled(pattern).search(self.data[start:end]))
        return self._held[key]

    def span(self, start: int, end: int) -> Span:
        """Return the code-point span of a range of bytes."""
        return Span(self.offset(start), self.offset(end))
