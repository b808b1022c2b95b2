"""HTML as a row of tags and texts, each with its place.

The parsers at hand give no places of texts and entities; the one of the standard
library does, but takes quadratic time for unclosed comments and tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.entities import html5

from newslint.text.expressions import expression
from newslint.text.span import Span

# Possessive throughout, and a quotation mark counts only after an equals sign: no
# stretch is read twice, except once more where the last tag is never closed.
_TAG = expression(
    r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^=>]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>",
)
_SIMPLE_TAG = expression(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_MARKUP = expression(r"</?[a-zA-Z]|<[!?/]")
_ATTRIBUTE = expression(
    r"([^\s=/>\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+",
)
_ENTITY = expression(r"&(?:#[0-9]{1,20};?|#[xX][0-9a-fA-F]{1,20};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_RAW = frozenset("script style textarea title iframe noembed noframes xmp".split())


@dataclass(frozen=True)
class Tag:
    """A start or end tag.

    Args:
        name: in lower case.
        closing: whether it is an end tag.
        raw: its attributes as they stand.
        span: where it stands.
    """

    name: str
    closing: bool
    raw: str
    span: Span

    @cached_property
    def attributes(self) -> Mapping[str, str]:
        """The attributes, entities decoded; of equal names the first counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.raw):
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), _decoded(value))
        return found


def tokens(text: str) -> Iterator[Tag | Span]:
    """Yield the tags and the places of the texts between them; comments are passed over.

    Args:
        text: any text; what is not HTML is a text.

    >>> [token.name if isinstance(token, Tag) else token for token in tokens("a<b>c")]
    [Span(start=0, end=1), 'b', Span(start=4, end=5)]
    """
    done = 0
    form = _TAG
    while (markup := _MARKUP.search(text, done)) is not None:
        start = markup.start()
        if done < start:
            yield Span(done, start)
        if not markup.group()[-1].isalpha():
            done = _declaration_end(text, start)
            continue
        match = form.match(text, start)
        if match is None and form is _TAG:
            form = _SIMPLE_TAG
            match = form.match(text, start)
        if match is None:
            return
        tag = Tag(match[2].lower(), bool(match[1]), match[3], Span(start, match.end()))
        yield tag
        done = match.end()
        if tag.name in _RAW and not tag.closing and not tag.raw.endswith("/"):
            end = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(text, done)
            raw_end = len(text) if end is None else end.start()
            if done < raw_end:
                yield Span(done, raw_end)
            done = raw_end
    if done < len(text):
        yield Span(done, len(text))


def entities(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the entities of a stretch of text: what each stands for, and its place.

    >>> list(entities("a &amp b", Span(0, 8)))
    [('&', Span(start=2, end=6))]
    """
    for match in _ENTITY.finditer(text, span.start, span.end):
        raw = match.group()
        if raw[1] == "#":
            yield unescape(raw), Span(match.start(), match.end())
            continue
        # Without its semicolon an entity of the first standards ends where its name ends.
        for end in range(len(raw), 2, -1):
            if raw[1:end] in html5:
                yield html5[raw[1:end]], Span(match.start(), match.start() + end)
                break


def _decoded(value: str) -> str:
    parts: list[str] = []
    done = 0
    for character, place in entities(value, Span(0, len(value))):
        parts += (value[done : place.start], character)
        done = place.end
    return "".join([*parts, value[done:]])


def _declaration_end(text: str, start: int) -> int:
    """Return where a comment, declaration or instruction ends; the text's end if never."""
    mark = "-->" if text.startswith("<!--", start) else ">"
    # The shortest comments, <!--> and <!--->, end within their own opening.
    end = text.find(mark, start + 2)
    return len(text) if end < 0 else end + len(mark)
