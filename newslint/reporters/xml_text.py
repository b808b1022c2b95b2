"""Text for XML 1.0: what it cannot hold dropped, the rest escaped."""

from __future__ import annotations

from newslint.text.expressions import expression

_ILLEGAL = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# White space is escaped because a parser would make spaces of it in an attribute,
# and the second # because a runner's log obeys ``##[command]``.
_ESCAPED = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


def xml(text: str) -> str:
    r"""Return a text for an element or for an attribute in double quotes.

    >>> xml('<b\x1b a="]]>\n')
    '&lt;b a=&quot;]]&gt;&#10;'
    """
    return _ILLEGAL.sub("", text).translate(_ESCAPED).replace("##[", "#&#35;[")


def attributes(values: dict[str, object]) -> str:
    """Return attributes, each with a space before it.

    >>> attributes({"line": 3, "name": "a & b"})
    ' line="3" name="a &amp; b"'
    """
    return "".join(f' {name}="{xml(str(value))}"' for name, value in values.items())
