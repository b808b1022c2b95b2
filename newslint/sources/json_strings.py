"""Strings of a JSON text, with the way back to where they stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]

from newslint.document import Origin
from newslint.text.derived import OffsetMap, Piece, offset_map
from newslint.text.expressions import expression
from newslint.text.span import Span

_DECODER = json.JSONDecoder()
_SPACE = expression(r"[ \t\r\n]*")
# A surrogate pair is one character; a lone surrogate stays one.
_ESCAPE = expression(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)


def members(line: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield the keys of the object that opens at an offset, with where their values begin.

    Args:
        line: a text that is valid JSON.
        start: offset of the opening brace.
    """
    place = _skip(line, start + 1)
    while line[place] != "}":
        key, place = _string(line, place)
        value = _skip(line, _skip(line, place) + 1)
        yield key, value
        place = _after(line, value)


def items(line: str, start: int) -> Iterator[int]:
    """Yield where the values of the array that opens at an offset begin."""
    place = _skip(line, start + 1)
    while line[place] != "]":
        yield place
        place = _after(line, place)


def string_origin(line: str, start: int, *, shown: bool) -> tuple[str, Origin]:
    """Return the string that opens at an offset, and where its characters stand.

    Args:
        line: a text that is valid JSON.
        start: offset of the opening quotation mark.
        shown: whether reports speak of places in the line.
    """
    text, end = _string(line, start)

    def mapped() -> OffsetMap:
        _, back = offset_map(_pieces(line, start + 1, end - 1))
        return back

    return text, Origin(line, mapped, escape_like(line), shown)


def string_pieces(line: str, start: int) -> Iterator[Piece]:
    """Return the characters of the string that opens at an offset, and where they stand."""
    _, end = _string(line, start)
    return _pieces(line, start + 1, end - 1)


def escape_like(line: str) -> Callable[[str], str]:
    """Return what escapes a text for a string of this line: in pure ASCII if the line is."""
    ascii_only = line.isascii()
    return lambda text: json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def _string(line: str, start: int) -> tuple[str, int]:
    """Return the string that opens at an offset, and where it ends."""
    text, end = scanstring(line, start + 1, True)  # noqa: FBT003 - strict, as in `json`
    return text, end


def _pieces(line: str, start: int, end: int) -> Iterator[Piece]:
    done = start
    for match in _ESCAPE.finditer(line, start, end):
        yield line[done : match.start()], Span(done, match.start()), True
        character = json.loads(f'"{match.group()}"')
        yield character, Span(match.start(), match.end()), False
        done = match.end()
    yield line[done:end], Span(done, end), True


def _after(line: str, value: int) -> int:
    """Return where the next member begins, or the closing mark stands."""
    _, place = _DECODER.raw_decode(line, value)
    place = _skip(line, place)
    return _skip(line, place + 1) if line[place] == "," else place


def _skip(line: str, place: int) -> int:
    match = _SPACE.match(line, place)
    return match.end() if match else place
