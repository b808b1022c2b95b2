"""CSV and TSV with a header row: one row, one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newslint.document import Document, Record
from newslint.sources.base import Container, Fields, Input, Loaded, Note, whole_file
from newslint.sources.composing import Composer, Escape, UnwritableError
from newslint.sources.dates import day_of
from newslint.text.derived import Piece
from newslint.text.expressions import expression
from newslint.text.lines import LineIndex
from newslint.text.span import Span

SUFFIXES = (".csv", ".tsv")

_DELIMITERS = ",;\t"
_ROW_END = expression(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a table.

    Args:
        pieces: its text in parts, with their places.
        quoted: whether it is in quotation marks.
    """

    pieces: tuple[Piece, ...]
    quoted: bool

    @property
    def text(self) -> str:
        """What the field reads."""
        return "".join(part for part, _, _ in self.pieces)


def read(source: Input, fields: Fields) -> Iterator[Container]:
    """Yield the one container of a file."""
    return whole_file(source, lambda text: _documents(source.name, text, fields))


def rows(text: str, delimiter: str) -> Iterator[tuple[int, list[Cell]]]:
    """Yield the rows with the offsets they begin at, read as `csv.reader` reads them.

    Args:
        text: a table.
        delimiter: what stands between its fields.

    >>> [[cell.text for cell in row] for _, row in rows('a,"b ""c"" d"', ",")]
    [['a', 'b "c" d']]
    """
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    place = start = 0
    cells: list[Cell] = []
    while place < len(text):
        cell, place = _cell(text, place, plain)
        cells.append(cell)
        if text.startswith(delimiter, place):
            place += 1
            if place < len(text):
                continue
            cells.append(Cell((), quoted=False))
        end = _ROW_END.match(text, place)
        place = end.end() if end else place
        yield start, [] if len(cells) == 1 and not cells[0].pieces and not cell.quoted else cells
        start, cells = place, []


def _cell(text: str, start: int, plain: re.Pattern[str]) -> tuple[Cell, int]:
    """Return the field that begins at an offset, and where it ends."""
    pieces: list[Piece] = []
    place = start
    quoted = text.startswith('"', start)
    if quoted:
        place += 1
        while True:
            end = text.find('"', place)
            end = len(text) if end < 0 else end
            if place < end:
                pieces.append((text[place:end], Span(place, end), True))
            place = min(end + 1, len(text))
            if not text.startswith('"', place) or end == len(text):
                break
            pieces.append(('"', Span(end, end + 2), False))
            place = end + 2
    rest = plain.match(text, place)
    if rest and rest.group():
        pieces.append((rest.group(), Span(*rest.span()), True))
        place = rest.end()
    return Cell(tuple(pieces), quoted), place


def _documents(path: str, text: str, fields: Fields) -> list[Loaded]:
    if not text.strip():
        return []
    delimiter = next((mark for mark in _DELIMITERS if fields.text in _header(text, mark)), "")
    if not delimiter:
        columns = ", ".join(_header(text, ","))[:80]
        note = Note("NWL108", {"path": path, "found": f"a table with the columns {columns}"})
        return [Loaded(Document("", path), (note,))]
    lines = LineIndex(text)
    found = []
    table = rows(text, delimiter)
    _, header = next(table)
    columns_by_name = {cell.text: number for number, cell in enumerate(header)}
    for start, cells in table:
        if not cells:
            continue

        def value(name: str, cells: list[Cell] = cells) -> Cell:
            number = columns_by_name.get(name, len(cells))
            return cells[number] if number < len(cells) else Cell((), quoted=False)

        found.append(_row(text, value, fields, (path, lines.position(start).line), delimiter))
    return found


def _row(
    text: str,
    value: Callable[[str], Cell],
    fields: Fields,
    place: tuple[str, int],
    delimiter: str,
) -> Loaded:
    path, line = place
    cell = value(fields.text)
    composer = Composer()
    composer.paragraph(cell.pieces)
    escape = _escape(cell, delimiter)
    content, origin = composer.result(text, lambda _: escape, shown=True)
    document = Document(
        text=content,
        path=path,
        record=Record(line, value(fields.id).text or None),
        field=fields.text,
        date=day_of(value(fields.date).text),
        language=value(fields.language).text or None,
        title=value(fields.title).text or None,
        url=value(fields.url).text or None,
        source=value(fields.source).text or None,
        origin=origin,
    )
    return Loaded(document)


def _escape(cell: Cell, delimiter: str) -> Escape:
    def escape(replacement: str) -> str:
        if cell.quoted:
            return replacement.replace('"', '""')
        if any(mark in replacement for mark in (delimiter, '"', "\r", "\n")):
            raise UnwritableError(replacement)
        return replacement

    return escape


def _header(text: str, delimiter: str) -> list[str]:
    _, cells = next(rows(text, delimiter), (0, []))
    return [cell.text for cell in cells]
