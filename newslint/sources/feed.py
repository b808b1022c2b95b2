"""RSS 2.0 and Atom: one item, one document."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Record
from newslint.sources.base import Container, Fields, Input
from newslint.sources.dates import day_of
from newslint.sources.xml_documents import Draft, read_xml
from newslint.sources.xml_tree import Element

SUFFIXES = (".rss", ".atom")

ROOTS = frozenset({"rss", "RDF", "feed"})
_ROLES = {"figcaption": "caption", "blockquote": "quote"}


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - it has its own
    """Yield the one container of a file."""
    return read_xml(source, lambda root: documents if root.local in ROOTS else None)


def documents(root: Element) -> Iterator[Draft]:
    """Yield the documents of the items."""
    if root.local == "feed":
        for entry in root.elements("entry"):
            yield _atom(root, entry)
    else:
        language = root.text("channel", "language")
        for item in root.every("item"):
            yield _rss(item, language)


def _rss(item: Element, language: str | None) -> Draft:
    named = {child.name: child for child in reversed(list(item.elements()))}
    link = item.text("link")
    document = Document(
        "",
        record=Record(1, item.text("guid") or link),
        date=day_of(_text(named.get("pubDate")) or _text(named.get("dc:date"))),
        language=_text(named.get("dc:language")) or language,
        title=_text(named.get("title")),
        url=link,
    )
    draft = Draft(document, item)
    draft.line(named.get("title"), "headline")
    draft.line(named.get("dc:creator"), "byline")
    for name in ("description", "content:encoded"):
        draft.fragment(named.get(name))
    return draft


def _atom(root: Element, entry: Element) -> Draft:
    links = [
        link.attributes.get("href")
        for link in entry.elements("link")
        if link.attributes.get("rel", "alternate") == "alternate"
    ]
    document = Document(
        "",
        record=Record(1, entry.text("id")),
        date=day_of(entry.text("published") or entry.text("updated")),
        language=entry.attributes.get("xml:lang") or root.attributes.get("xml:lang"),
        title=entry.text("title"),
        url=next((link for link in links if link), None),
    )
    draft = Draft(document, entry)
    draft.line(entry.first("title"), "headline")
    draft.line(entry.first("author", "name"), "byline")
    for element in entry.elements("summary", "content"):
        kind = element.attributes.get("type", "text")
        if kind == "html":
            draft.fragment(element)
        elif kind == "xhtml":
            draft.prose(element, frozenset(), _ROLES)
        elif kind == "text":
            draft.line(element)
    return draft


def _text(element: Element | None) -> str | None:
    return None if element is None else element.text()
