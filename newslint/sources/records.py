"""JSON Lines: one record, one document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from newslint.document import Document, Record
from newslint.sources.base import Fields, Input, Loaded, Mend, Note
from newslint.sources.decoding import BinaryDataError, decode
from newslint.sources.plain import undecodable
from newslint.text.span import Span

SUFFIXES = (".jsonl", ".ndjson")

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


def read(source: Input, fields: Fields) -> Iterator[Loaded]:
    """Yield a document for each line that holds a record."""
    for loaded, _ in _lines(source, fields):
        if loaded is not None:
            yield loaded


def rewrite(source: Input, fields: Fields, mend: Mend) -> Iterator[bytes]:
    """Yield the file's lines; in a mended one only the text field differs."""
    for loaded, raw in _lines(source, fields):
        text = None if loaded is None else mend(loaded)
        if loaded is None or text is None or text == loaded.document.text:
            yield raw
        else:
            yield _with_text(raw, fields.text, text)


def _lines(source: Input, fields: Fields) -> Iterator[tuple[Loaded | None, bytes]]:
    """Yield each line with its document; None for a blank line."""
    try:
        with source.open() as stream:
            for number, raw in enumerate(stream, 1):
                yield (_load(source, number, raw, fields) if raw.strip() else None), raw
    except OSError as error:
        values = {"path": source.name, "reason": error.strerror or str(error)}
        yield Loaded(Document("", source.name), (Note("NWL101", values),)), b""


def _load(source: Input, number: int, raw: bytes, fields: Fields) -> Loaded:
    record = _parse(raw)
    if isinstance(record, Note):
        return Loaded(Document("", source.name, Record(number, None)), (record,))
    identity = Record(number, _string(record, fields.id))
    text = record.get(fields.text)
    if not isinstance(text, str):
        note = Note("NWL105", {"field": fields.text, "keys": ", ".join(map(str, record))[:80]})
        return Loaded(Document("", source.name, identity, fields.text), (note,))
    document = Document(
        text=text,
        path=source.name,
        record=identity,
        field=fields.text,
        date=_day(record, fields.date),
        language=_string(record, fields.language),
        title=_string(record, fields.title),
        url=_string(record, fields.url),
    )
    decoded = decode(raw)
    if decoded.bad_byte is None:
        return Loaded(document)
    # The byte stands in the raw line, of which the text of the field is only a part.
    return Loaded(document, (replace(undecodable(decoded, raw), span=Span(0, 0)),))


def _parse(raw: bytes) -> dict[str, Any] | Note:
    """Return the object of a line, or the note that says why there is none."""
    try:
        record = json.loads(decode(raw).text.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        return _malformed(error.msg, error.pos + 1)
    except (BinaryDataError, UnicodeDecodeError):
        return _malformed("it holds binary data", 1)
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


def _with_text(raw: bytes, field: str, text: str) -> bytes:
    """Return a line with another text in its field and every other byte as it was.

    Characters stay as escaped as they were: a line in pure ASCII stays so.
    """
    decoded = decode(raw)
    line = decoded.text
    start, end = _value_span(line, field)
    value = json.dumps(text, ensure_ascii=line.isascii())
    return decoded.encode(line[:start] + value + line[end:])


def _value_span(line: str, field: str) -> tuple[int, int]:
    """Return where the value of a top-level field stands; of equal keys the last, as in `json`."""
    place = _skip(line, _skip(line, 0) + 1)
    span = (0, 0)
    while line[place] != "}":
        key, place = scanstring(line, place + 1, True)  # noqa: FBT003
        start = _skip(line, _skip(line, place) + 1)
        _, place = _DECODER.raw_decode(line, start)
        if key == field:
            span = (start, place)
        place = _skip(line, place)
        if line[place] == ",":
            place = _skip(line, place + 1)
    return span


def _skip(line: str, place: int) -> int:
    match = _SPACE.match(line, place)
    return match.end() if match else place
