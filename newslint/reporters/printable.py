"""Hostile text made fit to be shown."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Invisible or direction-changing characters that could make a report lie.
_HIDDEN = frozenset("\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff")


def printable(text: str) -> str:
    r"""Return a text without characters that a terminal would obey.

    Controls, bidi controls, lone surrogates and unassigned code points become
    visible escapes; white space becomes a space.

    >>> printable("a\x1b[31mb\u202ec\nd")
    'a<U+001B>[31mb<U+202E>c d'
    """
    return text if text.isprintable() else "".join(map(shown, text))


@lru_cache(4096)
def shown(character: str) -> str:
    """Return one character as it can be shown."""
    if character in "\t\n\r":
        return " "
    if character in _HIDDEN or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Co"):
        return f"<U+{ord(character):04X}>"
    return character


def harmless(line: str) -> str:
    """Return a shown line that the log of a GitHub job takes for no command.

    The runner obeys ``##[command]`` anywhere in a line.

    >>> harmless("##[error] here")
    '# #[error] here'
    """
    return line.replace("##[", "# #[")


def columns(text: str) -> int:
    """Return how many terminal columns a shown text takes.

    >>> columns("日本"), columns("e\u0301")
    (4, 1)
    """
    if text.isascii():
        return len(text)
    return _width(text) if len(text) == 1 else sum(map(_width, text))


@lru_cache(4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
