"""XML files whose format shows only in their root element."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.sources import feed, newsml, nitf, xliff
from newslint.sources.base import Container, Fields, Input
from newslint.sources.xml_documents import Compose, read_xml
from newslint.sources.xml_tree import Element

SUFFIXES = (".xml",)

_FORMATS = (nitf, newsml, feed, xliff)


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - they have their own
    """Yield the one container of a file."""
    return read_xml(source, _choose)


def _choose(root: Element) -> Compose | None:
    return next((module.documents for module in _FORMATS if root.local in module.ROOTS), None)
