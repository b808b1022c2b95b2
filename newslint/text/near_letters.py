r"""Patterns for texts that hold no character far from Latin letters.

RE2 spends half a millisecond on every `\pL` that it compiles, as it knows the letters of all
scripts, and as much again where it looks for the beginning of a match. Most texts of
newspapers in Latin script need a few hundred of them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import chain

from newslint.text.expressions import expression

_NEAR = (range(0x280), range(0x2000, 0x20C0))
"""Latin letters; punctuation and currencies, which are written E2 80 to E2 82 in UTF-8."""

_NEAR_BYTES = bytes((*range(0xC0), *range(0xC2, 0xCA), 0xE2))
_PUNCTUATION = (b"\xe2\x80", b"\xe2\x81", b"\xe2\x82")
_LONG = 1000
"""From how many bytes on it pays to remember what a text is."""
_LARGE = 1 << 16
"""From how many bytes on one text is remembered, and with it kept, and not those of a batch."""

_NAMES = frozenset({"L", "N", "Lu", "Ll"})
_PROPERTY = r"\\[pP](?:\{(\^?\w+)\}|(.))"
_OUTSIDE = expression(rf"{_PROPERTY}|\\.|\[\^?\]?")
_INSIDE = expression(rf"{_PROPERTY}|\\.|\[:\^?\w+:\]|\]")
_CASELESS = expression(r"\(\?[a-zA-Z]*i")


def narrowed(pattern: str) -> str | None:
    r"""Return a pattern that finds the same in every text that `is_near` is true of.

    None where there is none that would be quicker to compile.

    >>> narrowed(r"\pN[.\p{N}]")
    '[0-9²-³¹¼-¾⁰⁴-⁹₀-₉][.0-9²-³¹¼-¾⁰⁴-⁹₀-₉]'
    >>> narrowed("[0-9]") is None
    True

    Args:
        pattern: an RE2 pattern.
    """
    if r"\p" not in pattern:
        return None
    parts: list[str] = []
    done = place = 0
    inside = changed = False
    while match := (_INSIDE if inside else _OUTSIDE).search(pattern, place):
        place = match.end()
        name = match[1] or match[2]
        if name is not None:
            # Whatever the case, a capital far off may stand for a small letter near by.
            caseless = name != "L" and _CASELESS.search(pattern)
            if match[0][1] == "P" or name not in _NAMES or caseless:
                return None
            parts += [pattern[done : match.start()], _class(name, inside=inside)]
            done, changed = place, True
        elif match[0][0] == "[" and not inside:
            inside = True
        elif match[0] == "]":
            inside = False
    return "".join((*parts, pattern[done:])) if changed else None


def is_near(data: bytes) -> bool:
    """Say whether a text holds Latin letters, their punctuation and currencies alone.

    >>> is_near("“Škoda”, 5 €".encode()), is_near("Київ".encode())
    (True, False)

    Args:
        data: the text as UTF-8.
    """
    if data.isascii():
        return True
    if len(data) < _LONG:
        return _is_near(data)
    return (_remembered if len(data) < _LARGE else _remembered_large)(data)


def _is_near(data: bytes) -> bool:
    if data.translate(None, _NEAR_BYTES):
        return False
    return data.count(b"\xe2") == sum(map(data.count, _PUNCTUATION))


_remembered = lru_cache(maxsize=128)(_is_near)
_remembered_large = lru_cache(maxsize=1)(_is_near)


@lru_cache(maxsize=2 * len(_NAMES))
def _class(name: str, *, inside: bool) -> str:
    """Return the near characters of a general category, to stand in a character class or not."""
    ranges: list[tuple[int, int]] = []
    for code in chain(*_NEAR):
        if unicodedata.category(chr(code)).startswith(name):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1] = ranges[-1][0], code
            else:
                ranges.append((code, code))
    written = "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)
    return written if inside else f"[{written}]"
