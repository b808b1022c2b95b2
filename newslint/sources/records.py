"""JSON Lines: one record, one document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from newslint.document import Document, Record
from newslint.sources.base import Container, Fields, Input, Loaded, Note, Piece, undecodable, unread
from newslint.sources.decoding import BinaryDataError, decode
from newslint.sources.json_records import load_record
from newslint.text.span import Span

SUFFIXES = (".jsonl", ".ndjson")

LONGEST_LINE = 64 << 20


def read(source: Input, fields: Fields) -> Iterator[Container]:
    """Yield a container for each line."""
    try:
        with source.open() as stream:
            for number, raw, whole in _lines(stream, source.line):
                if whole:
                    yield _line(source, number, raw, fields)
                else:
                    yield _part(source, number, raw)
    except OSError as error:
        yield unread(source, error)


def pieces(source: Input, size: int) -> Iterator[Input]:
    """Yield an input as pieces of whole lines.

    Args:
        source: the input.
        size: how many bytes a piece has about; one line may have more.
    """
    held: list[bytes] = []
    first, room = 1, size
    try:
        with source.open() as stream:
            for number, raw, _ in _lines(stream):
                if not number:
                    continue  # what follows in a line that is too long has nothing to say
                if held and len(raw) > room:
                    yield Piece(source.name, source.path, b"".join(held), first)
                    first, held, room = number, [], size
                held.append(raw)
                room -= len(raw)
    except OSError as error:
        yield Piece(source.name, source.path, b"".join(held), first)
        yield Piece(source.name, source.path, lost=error.strerror or str(error))
    else:
        yield Piece(source.name, source.path, b"".join(held), first)


def _lines(stream: BinaryIO, first: int = 1) -> Iterator[tuple[int, bytes, bool]]:
    """Yield the lines with their numbers, and whether they are whole; a long one in parts.

    The number of a part is 0 after the first.
    """
    number = first - 1
    long = False
    while raw := stream.readline(LONGEST_LINE):
        ends = raw.endswith(b"\n")
        goes_on = long
        long = len(raw) == LONGEST_LINE and not ends
        if goes_on:
            long = not ends
        else:
            number += 1
        yield (0 if goes_on else number), raw, not (goes_on or long)


def _part(source: Input, number: int, raw: bytes) -> Container:
    """Return the container of a part of a line that is too long to be read."""
    if not number:
        return Container(raw, None, lambda _: [], (), source.name)
    note = _malformed(f"the line is longer than {LONGEST_LINE >> 20} MiB", LONGEST_LINE)
    return _unparsed(source, number, raw, note)


def _unparsed(source: Input, number: int, raw: bytes, note: Note) -> Container:
    nothing = Loaded(Document("", source.name, Record(number, None)), (note,))
    return Container(raw, decode(b""), lambda _: [nothing], (), source.name)


def _line(source: Input, number: int, raw: bytes, fields: Fields) -> Container:
    def parse(line: str) -> list[Loaded]:
        return _load(source, number, line, fields) if line.strip() else []

    try:
        decoded = decode(raw)
    except (BinaryDataError, UnicodeDecodeError):
        return _unparsed(source, number, raw, _malformed("it holds binary data", 1))
    if decoded.bad_byte is None:
        return Container(raw, decoded, parse, (), source.name)
    # The byte stands in the raw line, of which the text of the field is only a part.
    note = undecodable(decoded, raw)._replace(span=Span(0, 0))
    return Container(raw, decoded, parse, (note,), source.name)


def _load(source: Input, number: int, line: str, fields: Fields) -> list[Loaded]:
    record = _parse(line)
    if isinstance(record, Note):
        return [Loaded(Document("", source.name, Record(number, None)), (record,))]
    return load_record(line, line.index("{"), record, fields, (source.name, number), shown=False)


def _parse(line: str) -> dict[str, Any] | Note:
    """Return the object of a line, or the note that says why there is none."""
    try:
        record = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        return _malformed(error.msg, error.pos + 1)
    except RecursionError:
        return _malformed("it is nested too deeply", 1)
    except ValueError as error:  # a number of thousands of digits
        return _malformed(str(error), 1)
    return record if isinstance(record, dict) else _malformed("it is no object", 1)


def _malformed(reason: str, column: int) -> Note:
    return Note("NWL104", {"reason": reason, "column": str(column)})
