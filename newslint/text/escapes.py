"""Escaped characters and what they stand for: HTML, program source, URLs, e-mail."""

from __future__ import annotations

import html
from collections.abc import Callable
from html.entities import html5
from urllib.parse import unquote_to_bytes

from newslint.text.expressions import expression

_NAME = r"[A-Za-z][A-Za-z0-9]{1,30}"
_NUMBER = r"#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{2,6})"
_COMMON = "nbsp|rsquo|lsquo|ldquo|rdquo|mdash|ndash|hellip|apos|eacute|#0?39|#x27|#8217|#82[12]\\d"
_REFERENCE_END = rf"(?:amp;)*(?:{_NAME}|{_NUMBER});|(?:nbsp|quot|{_COMMON})\b;?"
_PAIR_OF_DIGITS = "[0-9A-Fa-f]{2}"
# RE2 skips to the character that a pattern begins with, fifty times as fast as it reads a text,
# only where that stands at the very beginning: before all groups, alternatives and repetitions.
ESCAPES = {
    "html": rf"&(?:{_REFERENCE_END})(?:&(?:{_REFERENCE_END}))*",
    "html-twice": rf"&(?:amp;)+(?:{_NAME}|{_NUMBER});",
    "bare-html": rf"(?:\bquot|{_COMMON});(?:nbsp;)*|\bamp;(?:amp;)*(?:quot|lt|gt|{_COMMON});",
    "source": (
        r"(?:\\u[0-9a-fA-F]{4})+|(?:\\x[0-9a-fA-F]{2})+|(?:<U\+[0-9A-F]{4,5}>)+"
        r"|(?:\\'(?:[89a-f][0-9]|9[a-f]))+|\\[\"']"
    ),
    "line-end": r"\\(?:r\\)?n(?:(?:\\r)?\\n|\\t)*",
    "percent": rf"%(?:{_PAIR_OF_DIGITS}(?:%{_PAIR_OF_DIGITS})+|20)",
    "quoted-printable": r"=[0-9A-F]{2}(?:=[0-9A-F]{2})+",
}
"""RE2 patterns by notation; a match may still stand for nothing."""

_SPACES = str.maketrans({"\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": ""})
_LINE_ENDS = str.maketrans("\r\n\t", "   ")
_HEX = expression(r"[0-9a-fA-F]{4,5}|[0-9a-fA-F]{2}")
_REFERENCE = expression(rf"&(?:amp;)*({_NAME}|{_NUMBER});?")


def decoded(notation: str, escape: str) -> str | None:
    r"""Return what an escape stands for, or None if it stands for nothing.

    A non-breaking space becomes a plain one, and a soft hyphen goes: both were set
    for a page that is no more.

    Args:
        notation: a key of `ESCAPES`.
        escape: what the notation's pattern matched.

    >>> decoded("html", "&amp;quot;"), decoded("html", "&copyright;")
    ('"', None)
    >>> decoded("source", r"\u00e9"), decoded("percent", "%C3%A9")
    ('é', 'é')
    """
    try:
        text = _DECODERS[notation](escape)
    except ValueError:
        return None
    if (
        text is None
        or "\ufffd" in text
        or not all(c.isprintable() or c in "\n\t\u00a0\u00ad\u200b" for c in text)
    ):
        return None
    return text.translate(_SPACES)


def _html(escape: str) -> str | None:
    names = _REFERENCE.findall(escape)
    if not all(name.startswith("#") or f"{name};" in html5 for name in names):
        return None
    text = "".join(
        html.unescape(f"&{name};") if name.startswith("#") else html5[f"{name};"] for name in names
    )
    return text.translate(_LINE_ENDS)


def _bare_html(escape: str) -> str | None:
    names = escape.removeprefix("amp;").replace("amp;", "").split(";")
    return _html("".join(f"&{name};" for name in names if name))


def _source(escape: str) -> str:
    r"""Decode JSON (`\u2019`), Python and C (`\x92`), R (`<U+2019>`) and RTF (`\'92`)."""
    if len(escape) == 2:
        return escape[1]
    digits = _HEX.findall(escape)
    if escape[1] == "u":
        units = b"".join(int(unit, 16).to_bytes(2, "big") for unit in digits)
        return units.decode("utf-16-be")
    if escape[1] == "U":
        return "".join(chr(int(code, 16)) for code in digits)
    data = bytes.fromhex("".join(digits))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _line_end(escape: str) -> str:
    return escape.replace("\\r", "").replace("\\n", "\n").replace("\\t", "\t")


def _percent(escape: str) -> str:
    return unquote_to_bytes(escape).decode()


def _quoted_printable(escape: str) -> str:
    return unquote_to_bytes(escape.replace("=", "%")).decode()


_DECODERS: dict[str, Callable[[str], str | None]] = {
    "html": _html,
    "html-twice": _html,
    "bare-html": _bare_html,
    "source": _source,
    "line-end": _line_end,
    "percent": _percent,
    "quoted-printable": _quoted_printable,
}
