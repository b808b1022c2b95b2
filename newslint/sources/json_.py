"""JSON files: a record, a list of records, or an article in ninjs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newslint.document import Document
from newslint.sources import ninjs
from newslint.sources.base import Container, Fields, Input, Loaded, Note, whole_file
from newslint.sources.json_records import has_text, load_record
from newslint.sources.json_strings import items
from newslint.text.lines import LineIndex

SUFFIXES = (".json",)

_SHOWN_KEYS = 8


def read(source: Input, fields: Fields) -> Iterator[Container]:
    """Yield the one container of a file."""
    return whole_file(source, lambda text: _documents(source.name, text, fields))


def _documents(path: str, text: str, fields: Fields) -> list[Loaded]:
    if not text.strip():
        return []
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return [_malformed(path, error.msg, error.lineno, error.colno)]
    except RecursionError:
        return [_malformed(path, "it is nested too deeply", 1, 1)]
    except ValueError as error:  # a number of thousands of digits
        return [_malformed(path, str(error), 1, 1)]
    start = len(text) - len(text.lstrip())
    places = items(text, start) if isinstance(value, list) else [start]
    records = [
        (place, record)
        for place, record in zip(places, value if isinstance(value, list) else [value], strict=True)
        if isinstance(record, dict)
    ]
    if not any(has_text(one, fields.text) or ninjs.fits(one) for _, one in records):
        return [
            Loaded(Document("", path), (Note("NWL108", {"path": path, "found": _kind(value)}),))
        ]
    lines = LineIndex(text)
    found: list[Loaded] = []
    for place, record in records:
        line = lines.position(place).line
        if ninjs.fits(record) and not has_text(record, fields.text):
            found.append(ninjs.load(text, place, record, (path, line)))
        else:
            found += load_record(text, place, record, fields, (path, line), shown=True)
    return found


def _malformed(path: str, reason: str, line: int, column: int) -> Loaded:
    values = {"path": path, "reason": reason, "line": str(line), "column": str(column)}
    return Loaded(Document("", path), (Note("NWL107", values),))


def _kind(value: object) -> str:
    if isinstance(value, Mapping):
        keys: list[Any] = list(value)[:_SHOWN_KEYS]
        return f"a JSON object with the keys {', '.join(map(str, keys)) or '(none)'}"[:200]
    return "JSON without objects that hold text"
