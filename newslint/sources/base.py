"""What every format shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from newslint.document import Document
from newslint.text.span import Span


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: a file, or bytes under a name.

    Args:
        name: what messages and reports call it, with forward slashes.
        path: the file; None for bytes.
        data: the bytes, where there is no file.
    """

    name: str
    path: Path | None = None
    data: bytes = b""

    def open(self) -> BinaryIO:
        """Return a binary stream of the content.

        Raises:
            OSError: if the file cannot be opened.
        """
        import io  # noqa: PLC0415

        return io.BytesIO(self.data) if self.path is None else self.path.open("rb")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that newslint itself has to say about an input.

    Args:
        code: a code of the family `NWL`.
        values: the placeholders of that rule's message.
        span: code points of the document that it is about.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    span: Span = field(default_factory=lambda: Span(0, 0))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as read, with what was noticed while reading.

    Args:
        document: the document; empty where nothing could be read.
        notes: what newslint has to say about it.
    """

    document: Document
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """Which fields of a record hold what.

    Args:
        text: the field with the text.
        id: the field with the record's own name.
        date: the field with the day of publication, ISO 8601.
        language: the field with the language code.
        title: the field with the headline.
        url: the field with the address.
    """

    text: str = "text"
    id: str = "id"
    date: str = "date"
    language: str = "language"
    title: str = "title"
    url: str = "url"


Mend = Callable[[Loaded], str]
"""Takes a document as read and returns its text as it shall be."""


class Format(Protocol):
    """A module of this package."""

    SUFFIXES: tuple[str, ...]

    def read(self, source: Input, fields: Fields) -> Iterator[Loaded]:
        """Yield the documents of an input; what cannot be read becomes a note."""

    def rewrite(self, source: Input, fields: Fields, mend: Mend) -> Iterator[bytes]:
        """Yield the input's bytes with each document's text as `mend` returns it."""
