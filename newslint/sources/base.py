"""What every format shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.sources.compression import unpacked
from newslint.sources.decoding import BinaryDataError, Decoded, decode, decode_as
from newslint.text.span import Span
from newslint.values import value


@value
class Input:
    """Something to read: a file, or bytes under a name.

    Args:
        name: what messages and reports call it, with forward slashes.
        path: the file; None for bytes.
        data: the bytes, where there is no file.
        line: the line of the file that the bytes begin on.
    """

    name: str
    path: Path | None = None
    data: bytes = b""
    line: int = 1

    @property
    def size(self) -> int:
        """How many bytes it holds, packed as they are; 0 where that cannot be told."""
        if self.path is None:
            return len(self.data)
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def open(self) -> BinaryIO:
        """Return a binary stream of the content, unpacked where the name says it is packed.

        Raises:
            OSError: if the file cannot be opened.
        """
        import io  # noqa: PLC0415

        stream = io.BytesIO(self.data) if self.path is None else self.path.open("rb")
        return unpacked(self.name, stream)


@value
class Piece(Input):
    """A part of an input that can be read without the others; its data are unpacked.

    Args:
        lost: why there are no data.
    """

    lost: str = ""

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.data)

    def open(self) -> BinaryIO:
        """Return a binary stream of the content.

        Raises:
            OSError: if it was lost.
        """
        import io  # noqa: PLC0415

        if self.lost:
            raise OSError(0, self.lost)
        return io.BytesIO(self.data)

    @classmethod
    def of_all(cls, source: Input) -> Piece:
        """Return an input as one piece, read now."""
        try:
            with source.open() as stream:
                return cls(source.name, source.path, stream.read())
        except OSError as error:
            return cls(source.name, source.path, lost=error.strerror or str(error))


class Note(NamedTuple):
    """Something that newslint itself has to say about an input.

    Args:
        code: the code of a rule.
        values: the placeholders of that rule's message.
        span: code points of the document that it is about.
        of_file: whether they are those of the file, outside the document's own text.
    """

    code: str
    values: Mapping[str, str] = {}
    span: Span = Span(0, 0)
    of_file: bool = False


class Loaded(NamedTuple):
    """A document as read, with what was noticed while reading.

    Args:
        document: the document; empty where nothing could be read.
        notes: what newslint has to say about it.
        counted: whether it is a text of its own; False for the file around the texts.
    """

    document: Document
    notes: tuple[Note, ...] = ()
    counted: bool = True


@value
class Fields:
    """Which fields of a record hold what.

    Args:
        text: the field with the text.
        id: the field with the record's own name.
        date: the field with the day of publication, ISO 8601.
        language: the field with the language code.
        title: the field with the headline.
        url: the field with the address.
        source: the field with the name of who published the text.
    """

    text: str = "text"
    id: str = "id"
    date: str = "date"
    language: str = "language"
    title: str = "title"
    url: str = "url"
    source: str = "source"


Parse = Callable[[str], list[Loaded]]
"""Takes the text of a container and returns its documents, in order."""

Found = Sequence[tuple[Loaded, Sequence[Diagnostic]]]
"""The documents of a container with what was found in them."""


class Container(NamedTuple):
    """A part of a file that is read and written on its own: a file, or a line of records.

    Args:
        raw: its bytes.
        decoded: its text and how to encode it; None where it is no text.
        parse: finds the documents in its text.
        notes: what newslint has to say about its bytes.
        path: what messages call the file.
        lost: why the rest of the file could not be read, so that it must not be written.
        comments: finds the comments in its text; None where a comment has no say, because
            somebody else than the text's keeper may have written it.
    """

    raw: bytes
    decoded: Decoded | None
    parse: Parse
    notes: tuple[Note, ...] = ()
    path: str = ""
    lost: str = ""
    comments: Callable[[str], Iterable[Span]] | None = None

    @property
    def text(self) -> str:
        """Its text; empty where it is none."""
        return "" if self.decoded is None else self.decoded.text

    def documents(self) -> list[Loaded]:
        """Return the documents, the notes with the first; an empty one where there is no text."""
        loaded = [] if self.decoded is None else _sharing(self.decoded, self.parse)
        if not self.notes:
            return loaded
        first, *rest = loaded or [Loaded(Document("", self.path))]
        notes = tuple(self._beside(first.document, note) for note in self.notes)
        return [Loaded(first.document, (*notes, *first.notes)), *rest]

    def _beside(self, document: Document, note: Note) -> Note:
        """Return a note about a place in the container as one that a document can carry."""
        origin = document.origin
        if origin is None and document.text == self.text:
            return note
        shown = document.record is None if origin is None else origin.shown
        return note._replace(of_file=True) if shown else note._replace(span=Span(0, 0))

    def encoded(self, text: str) -> bytes:
        """Return the container's bytes with another text.

        Raises:
            UnicodeEncodeError: if its encoding lacks one of the characters.
        """
        if self.decoded is None or text == self.decoded.text:
            return self.raw
        return self.decoded.encode(text)


class Format(Protocol):
    """A module of this package."""

    __name__: str

    def read(self, source: Input, fields: Fields) -> Iterator[Container]:
        """Yield the containers of an input; put together their bytes are the input's."""


def whole_file(
    source: Input,
    parse: Parse,
    *,
    empty: bool = True,
    comments: Callable[[str], Iterable[Span]] | None = None,
    declared: Callable[[bytes], str | None] = lambda _: None,
) -> Iterator[Container]:
    """Yield an input as one container.

    Args:
        source: the input.
        parse: finds the documents in its text.
        empty: whether a file of white space is worth a note.
        comments: finds the comments in its text; None where a comment has no say.
        declared: finds the name of the encoding that the bytes declare.
    """
    try:
        with source.open() as stream:
            data = stream.read()
    except OSError as error:
        yield unread(source, error)
        return
    name = declared(data)
    try:
        decoded = (decode_as(data, name) if name else None) or decode(data)
    except (BinaryDataError, UnicodeDecodeError):
        note = Note("NWL102", {"path": source.name})
        yield Container(data, None, parse, (note,), source.name)
        return
    notes = []
    if empty and not decoded.text.strip():
        notes.append(Note("NWL106", {"path": source.name}))
    if decoded.bad_byte is not None:
        notes.append(undecodable(decoded, data))
    elif name and not decoded.agrees(name):
        values = {"path": source.name, "declared": name, "encoding": decoded.encoding}
        notes.append(Note("NWL109", values))
    yield Container(data, decoded, parse, tuple(notes), source.name, comments=comments)


def _sharing(decoded: Decoded, parse: Parse) -> list[Loaded]:
    """Return the documents in a text; those of the whole of it share its bytes."""
    text = decoded.text
    loaded = parse(text)
    for document in (item.document for item in loaded):
        if document.text is text:
            document.share(decoded.encoded)
    return loaded


def unread(source: Input, error: OSError) -> Container:
    """Return the container of what cannot be read of an input."""
    reason = error.strerror or str(error)
    note = Note("NWL101", {"path": source.name, "reason": reason})
    return Container(b"", None, lambda _: [], (note,), source.name, lost=reason)


def undecodable(decoded: Decoded, data: bytes) -> Note:
    """Return the note about the first byte of a text that is no UTF-8."""
    offset = decoded.bad_byte or 0
    start = len(decode(data[:offset]).text) if offset else 0
    values = {
        "offset": str(offset),
        "byte": f"0x{data[offset]:02x}",
        "encoding": "Windows-1252" if decoded.encoding == "cp1252" else decoded.encoding,
    }
    return Note("NWL103", values, Span(start, start + 1))
