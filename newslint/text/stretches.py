"""What patterns find where a text is not ASCII, without a look at the rest."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text.encoded import EncodedText
from newslint.text.regex import Regex, compiled_for

_LONG = 1 << 15
"""From how many bytes on it pays to ask where a text is not ASCII."""


def found_beyond_ascii(pattern: str, encoded: EncodedText) -> Iterator[Regex]:
    r"""Yield the matches of a pattern, of which each holds a character that is not ASCII.

    News holds few in many kilobytes, or some in each.

    Args:
        pattern: an RE2 pattern that asks for nothing around its matches, such as `\b`, and
            matches no five hundred ASCII characters in a row.
        encoded: the text.
    """
    regex = compiled_for(pattern, encoded.data)
    if len(encoded.data) < _LONG:
        yield from regex.finditer(encoded.data)
        return
    for start, end in encoded.stretches:
        yield from regex.finditer(encoded.data, start, end)
