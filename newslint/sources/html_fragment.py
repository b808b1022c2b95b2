"""The paragraphs of a piece of HTML that stands in a field of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from newslint.sources.composing import Escape, EscapeAt, collapsed
from newslint.text.derived import Piece
from newslint.text.span import Span

BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main nav
    ol option p pre section summary table tbody td tfoot th thead tr ul video
    """.split()
)
"""Elements before and after which a new paragraph begins."""

UNSEEN = frozenset("head iframe noscript script style svg template textarea title".split())
"""Elements whose content is no prose."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^<>]*>"
    # Bounded, so that thousands of tags that are never closed take no time.
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]{0,60})"
    r"(?:[^<>\"']++|\"[^\"]{0,5000}+\"|'[^']{0,5000}+'){0,200}+>"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)",
    re.DOTALL,
)


def paragraphs(html: str) -> Iterator[list[Piece]]:
    """Yield the paragraphs of a piece of HTML, each in parts with their places.

    >>> [[part for part, _, _ in one] for one in paragraphs("<p>A&amp;B</p>C <b>d</b>")]
    [['A', '&', 'B'], ['C', ' ', 'd']]
    """
    pieces: list[Piece] = []
    done = 0
    for match in _TOKEN.finditer(html):
        if match.start() < done:
            continue
        pieces.append((html[done : match.start()], Span(done, match.start()), True))
        done = match.end()
        if match["entity"]:
            character = unescape(match["entity"])
            pieces.append((character, Span(match.start(), done), character == match["entity"]))
        name = (match["name"] or "").lower()
        if name in UNSEEN and not match["close"]:
            done = _end_of(html, name, done)
        if name in BLOCKS:
            yield collapsed(pieces)
            pieces = []
    pieces.append((html[done:], Span(done, len(html)), True))
    yield collapsed(pieces)


def _end_of(html: str, name: str, start: int) -> int:
    """Return where the end tag of an element begins, or the end of the text."""
    end = re.compile(rf"</{re.escape(name)}\b", re.IGNORECASE).search(html, start)
    return end.start() if end else len(html)


def escape_html(text: str) -> str:
    """Return a text as it is written in HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escapes_within(regions: list[Span], outer: EscapeAt) -> EscapeAt:
    """Return what escapes for a file of which some regions hold HTML.

    Args:
        regions: where the HTML stands in the file.
        outer: what escapes for the file itself.
    """

    def escape_at(offset: int) -> Escape:
        escape = outer(offset)
        if any(region.start <= offset <= region.end for region in regions):
            return lambda replacement: escape(escape_html(replacement))
        return escape

    return escape_at
