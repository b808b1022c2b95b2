"""Escaped characters and what they stand for: HTML, JSON, percent-encoding, quoted-printable."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from html.entities import html5
from urllib.parse import unquote_to_bytes

_NAME = r"[A-Za-z][A-Za-z0-9]{1,30}"
_NUMBER = r"#(?:[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6})"
_COMMON = "nbsp|rsquo|lsquo|ldquo|rdquo|mdash|ndash|hellip|apos|eacute|#0?39|#x27|#8217|#82[12]\\d"
ESCAPES = {
    "html": rf"(?:&(?:amp;)*(?:{_NAME}|{_NUMBER});|&(?:nbsp|quot|{_COMMON})\b;?)+",
    "html-twice": rf"&(?:amp;)+(?:{_NAME}|{_NUMBER});",
    "bare-html": rf"(?:\bquot|{_COMMON});(?:nbsp;)*|\bamp;(?:amp;)*(?:quot|lt|gt|{_COMMON});",
    "json": r"(?:\\u[0-9a-fA-F]{4})+|\\[\"']",
    "json-line-end": r"(?:\\r)?\\n(?:(?:\\r)?\\n|\\t)*",
    "percent": r"(?:%[0-9A-Fa-f]{2}){2,}|%20",
    "quoted-printable": r"(?:=[0-9A-F]{2}){2,}",
}
"""RE2 patterns by notation; a match may still stand for nothing."""

_SPACES = str.maketrans({"\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": ""})
_REFERENCE = re.compile(rf"&(?:amp;)*({_NAME}|{_NUMBER});?")


def decoded(notation: str, escape: str) -> str | None:
    r"""Return what an escape stands for, or None if it stands for nothing.

    A non-breaking space becomes a plain one, and a soft hyphen goes: both were set
    for a page that is no more.

    Args:
        notation: a key of `ESCAPES`.
        escape: what the notation's pattern matched.

    >>> decoded("html", "&amp;quot;"), decoded("html", "&copyright;")
    ('"', None)
    >>> decoded("json", r"\u00e9"), decoded("percent", "%C3%A9")
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
    return "".join(
        html.unescape(f"&{name};") if name.startswith("#") else html5[f"{name};"] for name in names
    )


def _bare_html(escape: str) -> str | None:
    names = escape.removeprefix("amp;").replace("amp;", "").split(";")
    return _html("".join(f"&{name};" for name in names if name))


def _json(escape: str) -> str:
    if escape in ('\\"', "\\'"):
        return escape[1]
    return str(json.loads(f'"{escape}"')).replace("\r\n", "\n")


def _percent(escape: str) -> str:
    return unquote_to_bytes(escape).decode()


def _quoted_printable(escape: str) -> str:
    return unquote_to_bytes(escape.replace("=", "%")).decode()


_DECODERS: dict[str, Callable[[str], str | None]] = {
    "html": _html,
    "html-twice": _html,
    "bare-html": _bare_html,
    "json": _json,
    "json-line-end": _json,
    "percent": _percent,
    "quoted-printable": _quoted_printable,
}
