"""Comments of HTML, as they stand in HTML and in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.text.expressions import expression
from newslint.text.span import Span

_OPENING, _CLOSING = "<!--", "-->"
_HTML = expression(
    r"<!--|<(script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)\b|</?[a-z]",
    re.IGNORECASE,
)
_TAG_REST = expression(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_MARKDOWN = expression(
    r"^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|(?P<code>`+)|\\.|(?P<comment><!--)",
    re.MULTILINE,
)
_RUN = expression("`+")
_BLANK_LINE = expression(r"\n[ \t>]*\r?\n")


def html_comments(text: str) -> Iterator[Span]:
    """Yield the comments of an HTML text, marks included.

    What looks like one in an attribute, a script or another element of raw text is none.

    >>> text = '<a title="<!-- no -->">x</a><!-- yes -->'
    >>> [comment.of(text) for comment in html_comments(text)]
    ['<!-- yes -->']
    """
    place = 0
    while opening := _HTML.search(text, place):
        if opening.group() == _OPENING:
            end = text.find(_CLOSING, opening.end())
            if end < 0:
                return
            place = end + len(_CLOSING)
            yield Span(opening.start(), place)
            continue
        # An unclosed tag or raw element swallows the rest, as in a browser.
        rest = _TAG_REST.match(text, opening.end())
        if rest is None:
            return
        place = rest.end()
        if name := opening[1]:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(text, place)
            if closing is None:
                return
            place = closing.start()


def markdown_comments(text: str) -> Iterator[Span]:
    """Yield the HTML comments of a Markdown text; what code shows is none.

    >>> text = "`<!-- no -->` <!-- yes -->"
    >>> [comment.of(text) for comment in markdown_comments(text)]
    ['<!-- yes -->']
    """
    place = paragraph = 0
    while opening := _MARKDOWN.search(text, place):
        place = opening.end()
        if fence := opening["fence"]:
            closing = _closing_fence(text, place, fence)
            if closing is None:
                return
            place = closing
        elif run := opening["code"]:
            if place > paragraph:
                blank = _BLANK_LINE.search(text, place)
                paragraph = blank.start() if blank else len(text)
            place = _after_code(text, place, paragraph, run)
        elif opening["comment"]:
            end = text.find(_CLOSING, place)
            if end < 0:
                return
            place = end + len(_CLOSING)
            yield Span(opening.start(), place)


def _closing_fence(text: str, place: int, fence: str) -> int | None:
    closing = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t\r]*$", re.MULTILINE)
    found = closing.search(text, place)
    return found.end() if found else None


def _after_code(text: str, place: int, end: int, run: str) -> int:
    """Return where a code span ends; where it has no end in its paragraph, it is none."""
    for closing in _RUN.finditer(text, place, end):
        if closing.group() == run:
            return closing.end()
    return place
