"""Ranges of characters as sequences of ranges of UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Iterator

_LAST_OF_LENGTH = (0x7F, 0x7FF, 0xFFFF, 0x10FFFF)

SCRIPTS = {
    "Cyrillic": (
        *((0x400, 0x52F), (0x1C80, 0x1C8F), (0x1D2B, 0x1D2B), (0x1D78, 0x1D78), (0x2DE0, 0x2DFF)),
        *((0xA640, 0xA69F), (0xFE2E, 0xFE2F), (0x1E030, 0x1E08F)),
    ),
    "Han": (
        *((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x303B), (0x3400, 0x9FFF)),
        *((0xF900, 0xFAFF), (0x16FE0, 0x16FFF), (0x20000, 0x3FFFF)),
    ),
    "Hiragana": ((0x3041, 0x309F), (0x1B000, 0x1B16F), (0x1F200, 0x1F200)),
    "Katakana": (
        *((0x30A0, 0x30FF), (0x31F0, 0x31FF), (0x32D0, 0x3357), (0xFF65, 0xFF9F)),
        (0x1AFF0, 0x1B16F),
    ),
}
"""The blocks of scripts, which no letter leaves whatever its case: first and last characters."""


def byte_ranges(first: int, last: int) -> Iterator[str]:
    r"""Yield patterns of bytes that together match one character of a range, and no other.

    >>> list(byte_ranges(0x400, 0xFFF))
    ['[\\xd0-\\xdf][\\x80-\\xbf]', '\\xe0[\\xa0-\\xbf][\\x80-\\xbf]']

    Args:
        first: the code point of the first character.
        last: the code point of the last one.
    """
    for low, high in _parts(first, last):
        one, other = (chr(code).encode("utf-8", "surrogatepass") for code in (low, high))
        yield "".join(
            f"\\x{a:02x}" if a == b else f"[\\x{a:02x}-\\x{b:02x}]"
            for a, b in zip(one, other, strict=True)
        )


def _parts(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a range in which each byte runs through a range of its own."""
    for most in _LAST_OF_LENGTH:
        if first <= most < last:
            yield from _parts(first, most)
            yield from _parts(most + 1, last)
            return
    for bits in (6, 12, 18):
        tail = (1 << bits) - 1
        if first & ~tail != last & ~tail:
            if first & tail:
                yield from _parts(first, first | tail)
                yield from _parts((first | tail) + 1, last)
                return
            if last & tail != tail:
                yield from _parts(first, (last & ~tail) - 1)
                yield from _parts(last & ~tail, last)
                return
    yield first, last
