"""Sets of characters as classes of the bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text.byte_ranges import byte_ranges

Members = frozenset[int | tuple[int, int]]
"""Characters, and ranges of characters outside ASCII by their first and last."""

ASCII: Members = frozenset(range(128))
DIGITS: Members = frozenset(b"0123456789")
LOWER: Members = frozenset(range(ord("a"), ord("z") + 1))
UPPER: Members = frozenset(range(ord("A"), ord("Z") + 1))
SPACES: Members = frozenset(b"\t\n\v\f\r ")
WORD: Members = DIGITS | LOWER | UPPER | frozenset(b"_")
OUTSIDE: Members = frozenset({(0x80, 0x10FFFF)})
"""All characters outside ASCII, for which any bytes outside ASCII may stand."""

FOLDED: Members = frozenset(b"ks")
"""What some letters outside ASCII are whatever the case: the Kelvin sign and the long s."""


def byte_class(members: Members) -> tuple[str, bool]:
    r"""Write a set of characters as a class of bytes, and say whether it is a wide one.

    >>> byte_class(frozenset({32, (0x400, 0x43F)}))
    ('(?:[ ]|\\xd0[\\x80-\\xbf])', False)

    Args:
        members: the characters; with all of `OUTSIDE`, a byte stands for a part of one.
    """
    ranges: list[tuple[int, int]] = []
    for byte in sorted(code for code in _characters(members) if code < 128):
        if ranges and ranges[-1][1] == byte - 1:
            ranges[-1] = ranges[-1][0], byte
        else:
            ranges.append((byte, byte))
    inside = "".join(_shown(a) if a == b else f"{_shown(a)}-{_shown(b)}" for a, b in ranges)
    if members >= OUTSIDE:
        return f"[{inside}\\x80-\\xff]", True
    further = [utf8_bytes(chr(code)) for code in sorted(_characters(members)) if code > 127]
    for first, last in sorted(item for item in members if isinstance(item, tuple)):
        further += byte_ranges(first, last)
    if not further:
        return f"[{inside}]", False
    return f"(?:{'|'.join([f'[{inside}]'] * bool(inside) + further)})", False


def _characters(members: Members) -> Iterator[int]:
    return (item for item in members if isinstance(item, int))


def _shown(byte: int) -> str:
    """Write a byte as it stands in a character class."""
    character = chr(byte)
    return character if character.isalnum() or character in " :;,." else escaped(byte)


def utf8_bytes(character: str) -> str:
    """Write the bytes of a character."""
    return "".join(map(escaped, character.encode("utf-8", "surrogatepass")))


def escaped(byte: int) -> str:
    """Write a byte so that it means itself wherever it stands in a pattern."""
    return f"\\x{byte:02x}"
