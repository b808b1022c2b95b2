"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.sources.base import Fields, Input, Loaded, Mend, Note
from newslint.sources.decoding import BinaryDataError, Decoded, decode
from newslint.text.span import Span

SUFFIXES = (".txt", ".text", ".md", ".markdown")


def read(source: Input, fields: Fields) -> Iterator[Loaded]:  # noqa: ARG001 - a text has no fields
    """Yield the one document of a file."""
    try:
        with source.open() as stream:
            data = stream.read()
    except OSError as error:
        yield _unreadable(source, error)
        return
    yield _load(source, data)[0]


def rewrite(source: Input, fields: Fields, mend: Mend) -> Iterator[bytes]:  # noqa: ARG001
    """Yield the file's bytes with its text as `mend` returns it."""
    try:
        with source.open() as stream:
            data = stream.read()
    except OSError as error:
        mend(_unreadable(source, error))
        return
    loaded, decoded = _load(source, data)
    text = mend(loaded)
    yield data if decoded is None or text == decoded.text else decoded.encode(text)


def _load(source: Input, data: bytes) -> tuple[Loaded, Decoded | None]:
    try:
        decoded = decode(data)
    except (BinaryDataError, UnicodeDecodeError):
        return Loaded(Document("", source.name), (Note("NWL102", {"path": source.name}),)), None
    notes = [] if decoded.text.strip() else [Note("NWL106", {"path": source.name})]
    if decoded.bad_byte is not None:
        notes.append(undecodable(decoded, data))
    return Loaded(Document(decoded.text, source.name), tuple(notes)), decoded


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


def _unreadable(source: Input, error: OSError) -> Loaded:
    values = {"path": source.name, "reason": error.strerror or str(error)}
    return Loaded(Document("", source.name), (Note("NWL101", values),))
