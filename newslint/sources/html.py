"""HTML: the prose of the article, its entities decoded and its tags left in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from newslint.document import Document, Origin
from newslint.sources.base import Container, Fields, Input, Loaded, Note, whole_file
from newslint.sources.markup.html_page import Page
from newslint.sources.markup.html_tokens import Tag, entities, tokens
from newslint.sources.markup.prose import Prose
from newslint.text.comments import html_comments
from newslint.text.expressions import expression
from newslint.text.span import Span

SUFFIXES = (".html", ".htm", ".xhtml")

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main
    menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul
    """.split()
)
_UNSEEN = frozenset(
    """
    applet aside audio button canvas datalist dialog footer form iframe map math menu nav noembed
    noframes noscript object progress script search select style svg template textarea title
    video xmp
    """.split()
)
_ENDED_BY_ITS_LIKE = frozenset("dd dt li option td th tr".split())
_REGIONS = ("article", "main")
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "headline"),
    "figcaption": "caption",
    "caption": "caption",
    "blockquote": "quote",
    "address": "byline",
    "time": "dateline",
}
_CLASS_ROLES = expression(r"(?:^|\s)(?:\w+-)?(byline|dateline)(?:\s|$)")
_HIDING_STYLE = expression(r"display:none|visibility:hidden")
_WHITE = " \t\n\r\f"
# A single space within a text is prose as it stands.
_SPECIAL = expression(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_DECLARED = expression(rb"<meta\b[^>]{0,200}\bcharset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_LONGEST_TITLE = 500
_LONGEST_TAG = 100


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - a page has none
    """Yield the one container of a file."""

    def documents(text: str) -> list[Loaded]:
        return [parse(text, source.name)]

    return whole_file(source, documents, declared=_declared, comments=html_comments)


def parse(text: str, path: str) -> Loaded:
    """Return the document of a page.

    Args:
        text: the page.
        path: what messages call it.
    """
    reader = _Reader(text)
    for token in tokens(text):
        if isinstance(token, Span):
            reader.text(token)
        elif token.closing:
            reader.close(token.name)
        else:
            reader.open(token)
    reader.finish()
    page = reader.page
    prose, back, roles = reader.prose.finish(reader.article())
    document = Document(
        text=prose,
        path=path,
        date=page.day,
        language=page.language,
        title=_flat(page.heading) or _flat(page.title) or None,
        origin=Origin(text, lambda: back, lambda part: escape(part, quote=False), shown=True),
        roles=roles,
    )
    return Loaded(document, tuple(_provenance(page, text)))


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii") if match else None


def _provenance(page: Page, text: str) -> Iterator[Note]:
    """Yield what the page says about a machine's translation: tags that are not in the prose."""
    for code, tag in page.provenance.items():
        yield Note(code, {"match": _flat(tag.span.of(text)[:_LONGEST_TAG])}, tag.span, of_file=True)


def _flat(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element: its name, whether it is hidden, its role, and its first piece."""

    name: str
    hidden: bool
    role: str | None
    first: int
    region: bool


class _Reader:
    """The elements that are open, and the prose so far."""

    def __init__(self, text: str) -> None:
        self.prose = Prose(text)
        self.page = Page()
        self._source = text
        self._open: list[_Element] = []
        self._names: Counter[str] = Counter()
        self._hidden = 0
        self._regions: dict[str, list[tuple[int, int]]] = {name: [] for name in _REGIONS}
        self._data = False
        self._titled = False

    def open(self, tag: Tag) -> None:
        self.page.see(tag)
        name = tag.name
        if name == "br":
            self.prose.end_line()
        if name in _VOID:
            return
        last = self._open[-1].name if self._open else ""
        if (last == "p" and name in _BLOCKS) or (last == name and name in _ENDED_BY_ITS_LIKE):
            self._pop()
        if name in _BLOCKS:
            self.prose.end_block()
        self._data = name == "script" and "ld+json" in tag.attributes.get("type", "")
        region = name in _REGIONS and not self._names[name] and not self._hidden
        hidden = self._hides(tag)
        if tag.raw.endswith("/") and name in _UNSEEN:
            return
        self._open.append(_Element(name, hidden, _role(tag), len(self.prose), region))
        self._names[name] += 1
        self._hidden += hidden

    def close(self, name: str) -> None:
        if name in ("p", "br") and not self._names[name]:
            self.prose.end_block()
        while self._names[name]:
            if self._pop() == name:
                break

    def text(self, span: Span) -> None:
        last = self._open[-1].name if self._open else ""
        if self._data and last == "script":
            self.page.see_data(span.of(self._source))
        if last == "title" and self._names["svg"] == 0 and not self.page.title:
            self.page.title = _decoded(self._source, span)
        if self._hidden:
            return
        if self._names["h1"] and not self._titled and len(self.page.heading) < _LONGEST_TITLE:
            self.page.heading += _decoded(self._source, span)
        done = span.start
        for character, place in entities(self._source, span):
            self._plain(done, place.start)
            if character in _WHITE:
                self.prose.space(place)
            else:
                self.prose.write(character, place)
            done = place.end
        self._plain(done, span.end)

    def finish(self) -> None:
        """Close what is open."""
        while self._open:
            self._pop()

    def article(self) -> tuple[int, int] | None:
        """Return the pieces of the longest article, else of the main part, else None."""
        for name in _REGIONS:
            regions = self._regions[name]
            if regions:
                return max(regions, key=lambda region: self.prose.size(*region))
        return None

    def _plain(self, start: int, end: int) -> None:
        """Write a text without entities, its white space as one space each."""
        if self._names["pre"]:
            self.prose.copy(start, end)
            return
        source = self._source
        for white in _SPECIAL.finditer(source, start, end):
            self._words(start, white.start())
            self.prose.space(Span(*white.span()))
            start = white.end()
        self._words(start, end)

    def _words(self, start: int, end: int) -> None:
        if start < end and self._source[start] == " ":
            self.prose.space(Span(start, start + 1))
            start += 1
        last = end - 1 if start < end and self._source[end - 1] == " " else end
        self.prose.copy(start, last)
        if last < end:
            self.prose.space(Span(last, end))

    def _hides(self, tag: Tag) -> bool:
        name = tag.name
        if name in _UNSEEN:
            return True
        if name == "header" and not any(self._names[region] for region in _REGIONS):
            return True
        if not tag.raw:
            return False
        style = tag.attributes.get("style", "").lower().replace(" ", "")
        return (
            "hidden" in tag.attributes
            or tag.attributes.get("role") == "navigation"
            or bool(_HIDING_STYLE.search(style))
        )

    def _pop(self) -> str:
        element = self._open.pop()
        self._names[element.name] -= 1
        self._hidden -= element.hidden
        if element.role is not None:
            self.prose.role(element.first, element.role)
        self._titled |= element.name == "h1" and bool(self.page.heading.strip())
        if element.region:
            self._regions[element.name].append((element.first, len(self.prose)))
        if element.name in _BLOCKS:
            self.prose.end_block()
        return element.name


def _role(tag: Tag) -> str | None:
    role = _ROLES.get(tag.name)
    if role is not None or not tag.raw:
        return role
    attributes = tag.attributes
    if attributes.get("rel") == "author" or attributes.get("itemprop") == "author":
        return "byline"
    match = _CLASS_ROLES.search(attributes.get("class", "").lower())
    return match[1] if match else None


def _decoded(text: str, span: Span) -> str:
    parts: list[str] = []
    done = span.start
    for character, place in entities(text, span):
        parts += (text[done : place.start], character)
        done = place.end
    return "".join([*parts, text[done : span.end]])
