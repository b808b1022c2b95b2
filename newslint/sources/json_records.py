"""Records in JSON: which of their fields hold the text, and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newslint.document import Document, Record
from newslint.sources.base import Fields, Loaded, Note
from newslint.sources.composing import Composer
from newslint.sources.dates import day_of
from newslint.sources.json_strings import escape_like, items, members, string_origin, string_pieces


def load_record(  # noqa: PLR0913 - a record and its place
    text: str,
    start: int,
    record: Mapping[str, Any],
    fields: Fields,
    place: tuple[str, int],
    *,
    shown: bool,
) -> list[Loaded]:
    """Return the documents of a record, one for each of its fields with text.

    Args:
        text: the JSON text.
        start: offset of the record's opening brace.
        record: the record as parsed.
        fields: which of its fields hold what; ``a.b`` is the field b of the object a, and
            ``a+b`` are two fields with text.
        place: what messages call the file, and the record's line.
        shown: whether reports speak of places in the JSON text.
    """
    names = _names(record, fields.text)
    held = [name for name in names if _holds_text(value_of(record, name))]
    return [
        _load_field(text, start, record, replace(fields, text=name), place, shown=shown)
        for name in held or [fields.text]
    ]


def _load_field(  # noqa: PLR0913 - a record and its place
    text: str,
    start: int,
    record: Mapping[str, Any],
    fields: Fields,
    place: tuple[str, int],
    *,
    shown: bool,
) -> Loaded:
    path, line = place
    identity = Record(line, text_of(record, fields.id))
    value = value_of(record, fields.text)
    if not _holds_text(value):
        note = Note("NWL105", {"field": fields.text, "keys": ", ".join(map(str, record))[:80]})
        return Loaded(Document("", path, identity, fields.text), (note,))
    opening = _place(text, start, record, fields.text)
    if isinstance(value, str):
        content, origin = string_origin(text, opening, shown=shown)
    else:
        composer = Composer()
        for item in items(text, opening):
            composer.paragraph(string_pieces(text, item))
        escape = escape_like(text)
        content, origin = composer.result(text, lambda _: escape, shown=shown)
    document = Document(
        text=content,
        path=path,
        record=identity,
        field=fields.text,
        date=day_of(value_of(record, fields.date)),
        language=text_of(record, fields.language),
        title=text_of(record, fields.title),
        url=text_of(record, fields.url),
        source=text_of(record, fields.source),
        # What reports do not show is a line of the file; what they show, the whole of it.
        origin=replace(origin, line=1 if shown else line),
    )
    return Loaded(document)


def has_text(record: Mapping[str, Any], field: str) -> bool:
    """Say whether a record has a text in a field, or in one of those joined by ``+``."""
    return any(_holds_text(value_of(record, name)) for name in _names(record, field))


def _names(record: Mapping[str, Any], field: str) -> list[str]:
    return [field] if field in record else field.split("+")


def _holds_text(value: object) -> bool:
    """Say whether the value of a field is a text or a list of paragraphs."""
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str)


def value_of(record: Mapping[str, Any], field: str) -> object:
    """Return the value of a field, which a dotted name looks for in an object of the record."""
    if field in record:
        return record[field]
    value: object = record
    for key in field.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def text_of(record: Mapping[str, Any], field: str) -> str | None:
    """Return the text or number that a field holds."""
    value = value_of(record, field)
    return str(value) if isinstance(value, str | int) and value != "" else None


def _place(text: str, start: int, record: Mapping[str, Any], field: str) -> int:
    """Return where the value of a field begins."""
    keys = [field] if field in record else field.split(".")
    for key in keys:
        # Of equal keys the last counts, as in `json`.
        start = dict(members(text, start))[key]
    return start
