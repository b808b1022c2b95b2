"""NITF, the news industry's own article format: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.sources.base import Container, Fields, Input
from newslint.sources.dates import day_of
from newslint.sources.xml_documents import Draft, read_xml
from newslint.sources.xml_tree import Element

SUFFIXES = (".nitf",)

ROOTS = frozenset({"nitf"})
_BLOCKS = frozenset(
    """
    hedline hl1 hl2 byline byttl dateline abstract distributor note block p bq credit
    media media-caption media-producer hr pre dl dt dd ol ul li fn table tr td th tagline
    bibliography body.content body.end nitf-table
    """.split()
)
_ROLES = {
    "hl1": "headline",
    "hl2": "headline",
    "byline": "byline",
    "dateline": "dateline",
    "media-caption": "caption",
    "media-producer": "credit",
    "credit": "credit",
    "bq": "quote",
    "media-metadata": "",
    "media-object": "",
    "rights": "",
    "series": "",
}


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - it has its own
    """Yield the one container of a file."""
    return read_xml(source, lambda root: documents if root.local in ROOTS else None)


def documents(root: Element) -> Iterator[Draft]:
    """Yield the document of an NITF element."""
    issued = root.first("head", "docdata", "date.issue")
    body = root.first("body")
    language = None if body is None else _language(body)
    document = Document(
        "",
        date=None if issued is None else day_of(issued.attributes.get("norm")),
        language=language or _language(root),
        title=root.text("body", "body.head", "hedline", "hl1") or root.text("head", "title"),
        url=_address(root),
    )
    draft = Draft(document, root)
    draft.prose(body, _BLOCKS, _ROLES)
    yield draft


def _address(root: Element) -> str | None:
    place = root.first("head", "pubdata")
    return None if place is None else place.attributes.get("ex-ref")


def _language(element: Element) -> str | None:
    return element.attributes.get("xml:lang")
