"""NewsML-G2: one news item, one document; a message may hold several."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Record
from newslint.sources import nitf
from newslint.sources.base import Container, Fields, Input
from newslint.sources.dates import day_of
from newslint.sources.xml_documents import Draft, read_xml
from newslint.sources.xml_tree import Element

SUFFIXES = (".newsml",)

ROOTS = frozenset({"newsItem", "newsMessage"})
_ROLES = {"figcaption": "caption", "caption": "caption", "blockquote": "quote", "cite": "credit"}
_META: dict[str, str | None] = {
    "headline": "headline",
    "by": "byline",
    "dateline": "dateline",
    "creditline": "credit",
    "description": None,
}


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - it has its own
    """Yield the one container of a file."""
    return read_xml(source, lambda root: documents if root.local in ROOTS else None)


def documents(root: Element) -> Iterator[Draft]:
    """Yield the documents of the news items."""
    for item in [root] if root.local == "newsItem" else root.every("newsItem"):
        yield _item(item)


def _item(item: Element) -> Draft:
    meta = item.first("contentMeta")
    created = item.text("itemMeta", "versionCreated") or item.text("contentMeta", "contentCreated")
    language = None if meta is None else meta.first("language")
    content = list(item.every("inlineXML"))
    nitf_root = next((found for part in content for found in part.elements("nitf")), None)
    if nitf_root is not None:
        draft = next(nitf.documents(nitf_root))
        draft.element = item
    else:
        draft = Draft(Document(""), item)
        for element in [] if meta is None else meta.elements(*_META):
            draft.line(element, _META[element.local])
        for part in content:
            html = part.first("html")
            draft.prose(part if html is None else html.first("body"), frozenset(), _ROLES)
        for plain in item.every("inlineData"):
            if plain.attributes.get("contenttype", "text/plain").startswith("text/plain"):
                draft.line(plain)
    known = draft.document
    draft.document = Document(
        "",
        record=Record(1, item.attributes.get("guid")),
        date=day_of(created) or known.date,
        language=(None if language is None else language.attributes.get("tag"))
        or item.attributes.get("xml:lang")
        or known.language,
        title=item.text("contentMeta", "headline") or known.title,
        url=known.url,
    )
    return draft
