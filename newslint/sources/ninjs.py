"""ninjs, the news industry's article in JSON: headline, byline, place and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newslint.document import Document, Record
from newslint.sources.base import Loaded
from newslint.sources.composing import Composer
from newslint.sources.dates import day_of
from newslint.sources.json_records import text_of
from newslint.sources.json_strings import escape_like, items, members, string_pieces

_LINES = {
    "headline": "headline",
    "headlines": "headline",
    "byline": "byline",
    "located": "dateline",
}
_BODIES = ("body_text", "body_xhtml", "body_html", "bodies")
_MARKED_UP = ("body_xhtml", "body_html")


def fits(record: Mapping[str, Any]) -> bool:
    """Say whether an object is an article in ninjs."""
    return any(name in record for name in _BODIES)


def load(text: str, start: int, record: Mapping[str, Any], place: tuple[str, int]) -> Loaded:
    """Return the document of an article.

    Args:
        text: the JSON text.
        start: offset of the article's opening brace.
        record: the article as parsed.
        place: what messages call the file, and the article's line.
    """
    path, line = place
    composer = Composer()
    values = dict(members(text, start))
    for name, role in _LINES.items():
        for opening, _ in _strings(text, values.get(name), record.get(name)):
            composer.paragraph(string_pieces(text, opening), role)
    for name in _BODIES:
        for opening, kind in _strings(text, values.get(name), record.get(name)):
            if name in _MARKED_UP or "html" in kind:
                composer.fragment(string_pieces(text, opening))
            else:
                composer.paragraph(string_pieces(text, opening))
    escape = escape_like(text)
    content, origin = composer.result(text, lambda _: escape, shown=True)
    title = text_of(record, "headline") or text_of(record, "title")
    document = Document(
        text=content,
        path=path,
        record=Record(line, text_of(record, "uri")),
        date=day_of(record.get("versioncreated") or record.get("versionCreated")),
        language=text_of(record, "language"),
        title=title,
        url=text_of(record, "canonical"),
        origin=origin,
        roles=composer.roles(),
    )
    return Loaded(document)


def _strings(text: str, start: int | None, value: object) -> Iterator[tuple[int, str]]:
    """Yield where a text begins, or the values of a list of texts, with their content types."""
    if start is None:
        return
    if isinstance(value, str):
        yield start, ""
    elif isinstance(value, list):
        for place, item in zip(items(text, start), value, strict=True):
            if isinstance(item, dict) and isinstance(item.get("value"), str):
                kind = str(item.get("contenttype") or item.get("contentType") or "")
                yield dict(members(text, place))["value"], kind
