"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.sources.base import Container, Fields, Input, Loaded, whole_file

SUFFIXES = (".txt", ".text")


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - a text has none
    """Yield the one container of a file."""
    return whole_file(source, lambda text: [Loaded(Document(text, source.name))])
