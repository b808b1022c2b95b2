"""JSON Lines: one record, one document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from newslint.document import Document, Record
from newslint.sources.base import Container, Fields, Input, Loaded, Note, undecodable, unreadable
from newslint.sources.decoding import BinaryDataError, decode
from newslint.sources.json_strings import members, string_origin
from newslint.text.span import Span

SUFFIXES = (".jsonl", ".ndjson")


def read(source: Input, fields: Fields) -> Iterator[Container]:
    """Yield a container for each line."""
    try:
        with source.open() as stream:
            for number, raw in enumerate(stream, 1):
                yield _line(source, number, raw, fields)
    except OSError as error:
        yield Container(b"", None, lambda _: [], (unreadable(source, error),), source.name)


def _line(source: Input, number: int, raw: bytes, fields: Fields) -> Container:
    def parse(line: str) -> list[Loaded]:
        return [_load(source, number, line, fields)] if line.strip() else []

    try:
        decoded = decode(raw)
    except (BinaryDataError, UnicodeDecodeError):
        note = _malformed("it holds binary data", 1)
        nothing = Loaded(Document("", source.name, Record(number, None)), (note,))
        return Container(raw, decode(b""), lambda _: [nothing], (), source.name)
    if decoded.bad_byte is None:
        return Container(raw, decoded, parse, (), source.name)
    # The byte stands in the raw line, of which the text of the field is only a part.
    note = replace(undecodable(decoded, raw), span=Span(0, 0))
    return Container(raw, decoded, parse, (note,), source.name)


def _load(source: Input, number: int, line: str, fields: Fields) -> Loaded:
    record = _parse(line)
    if isinstance(record, Note):
        return Loaded(Document("", source.name, Record(number, None)), (record,))
    identity = Record(number, _string(record, fields.id))
    if not isinstance(record.get(fields.text), str):
        note = Note("NWL105", {"field": fields.text, "keys": ", ".join(map(str, record))[:80]})
        return Loaded(Document("", source.name, identity, fields.text), (note,))
    # Of equal keys the last counts, as in `json`.
    start = dict(members(line, line.index("{")))[fields.text]
    text, origin = string_origin(line, start, shown=False)
    document = Document(
        text=text,
        path=source.name,
        record=identity,
        field=fields.text,
        date=_day(record, fields.date),
        language=_string(record, fields.language),
        title=_string(record, fields.title),
        url=_string(record, fields.url),
        origin=origin,
    )
    return Loaded(document)


def _parse(line: str) -> dict[str, Any] | Note:
    """Return the object of a line, or the note that says why there is none."""
    try:
        record = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        return _malformed(error.msg, error.pos + 1)
    except RecursionError:
        return _malformed("it is nested too deeply", 1)
    return record if isinstance(record, dict) else _malformed("it is no object", 1)


def _malformed(reason: str, column: int) -> Note:
    return Note("NWL104", {"reason": reason, "column": str(column)})


def _string(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    return str(value) if isinstance(value, str | int) and value != "" else None


def _day(record: dict[str, Any], field: str) -> date | None:
    try:
        return date.fromisoformat(str(record.get(field))[:10])
    except ValueError:
        return None
