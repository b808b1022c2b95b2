"""Gettext PO files: one translation, one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.document import Document, Record
from newslint.sources.base import Container, Fields, Input, Loaded, Note, whole_file
from newslint.sources.composing import Composer
from newslint.text.derived import Piece
from newslint.text.expressions import expression
from newslint.text.lines import LineIndex
from newslint.text.span import Span

SUFFIXES = (".po", ".pot")

_LINE = expression(r"[^\r\n]+")
_STRING = expression(
    r"[ \t]*(?P<key>(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)(?=[ \t\"]))?[ \t]*"
    r"\"(?P<text>(?:[^\"\\\r\n]++|\\[^\r\n])*+)\"[ \t]*"
)
_ESCAPE = expression(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {"\\": "\\\\", '"': '\\"', **{value: f"\\{name}" for name, value in _NAMED.items()}}
_CHARSET = expression(rb"charset=([\w.-]{1,40})")
_LANGUAGE = expression(r"^Language: *([\w@-]+)", re.MULTILINE)
_HEAD = 4096


@dataclass(slots=True)
class _Entry:
    """The strings of an entry by their keywords, and where it begins."""

    start: int
    strings: dict[str, list[Piece]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        return "".join(part for part, _, _ in self.strings.get(key, ()))

    def is_over_at(self, key: str) -> bool:
        """Say whether a keyword can only belong to the next entry."""
        translated = any(name.startswith("msgstr") for name in self.strings)
        return key in self.strings or (translated and not key.startswith("msgstr"))

    def translations(self) -> Iterator[tuple[str, list[Piece], str]]:
        """Yield the translations with their keywords and what they translate."""
        for key, pieces in self.strings.items():
            if key.startswith("msgstr") and self.text("msgid"):
                singular = key in ("msgstr", "msgstr[0]")
                source = self.text("msgid" if singular else "msgid_plural") or self.text("msgid")
                yield key, pieces, source


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - it has its own
    """Yield the one container of a file."""
    return whole_file(source, lambda text: _documents(source.name, text), declared=_declared)


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD])
    # A template names no encoding yet.
    return match[1].decode() if match and match[1] != b"CHARSET" else None


def _documents(path: str, text: str) -> list[Loaded]:
    lines = LineIndex(text)
    entries, bad = _entries(text)
    found: list[Loaded] = []
    language = None
    for entry in entries:
        if not entry.text("msgid"):
            header = _LANGUAGE.search(entry.text("msgstr"))
            language = header[1].replace("_", "-") if header else language
        identity = Record(lines.position(entry.start).line, entry.text("msgctxt") or None)
        for key, pieces, source in entry.translations():
            composer = Composer()
            composer.paragraph(pieces)
            if not composer:
                continue
            content, origin = composer.result(text, lambda _: _escape, shown=True)
            document = Document(
                text=content,
                path=path,
                record=identity,
                field=key,
                language=language,
                source_text=source,
                origin=origin,
            )
            found.append(Loaded(document))
    if bad is not None:
        at = lines.position(bad)
        values = {"line": str(at.line), "column": str(at.column), "path": path}
        note = Note("NWL107", {**values, "reason": "this line is no string, keyword or comment"})
        found.insert(0, Loaded(Document("", path), (note,)))
    return found


def _entries(text: str) -> tuple[list[_Entry], int | None]:
    """Return the entries of a file, and where the first line stands that is part of none."""
    entries: list[_Entry] = []
    bad: int | None = None
    pieces: list[Piece] | None = None
    for line in _LINE.finditer(text):
        if line.group().isspace() or line.group().lstrip().startswith("#"):
            pieces = None
            continue
        match = _STRING.fullmatch(text, line.start(), line.end())
        key = match["key"] if match else None
        if match is None or (key is None and pieces is None):
            bad = line.start() if bad is None else bad
            pieces = None
            continue
        if key is not None:
            if not entries or entries[-1].is_over_at(key):
                entries.append(_Entry(line.start()))
            pieces = entries[-1].strings.setdefault(key, [])
        if pieces is not None:
            pieces += _pieces(text, *match.span("text"))
    return entries, bad


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    done = start
    for match in _ESCAPE.finditer(text, start, end):
        code = match.group()[1:]
        number = int(code[1:] or "0", 16) if code[0] == "x" else 0
        number = int(code, 8) if code[0] in "01234567" else number
        if code[0] in "x01234567" and not 0 < number < 0x80:
            continue  # a byte of another encoding stays as it is written
        yield text[done : match.start()], Span(done, match.start()), True
        character = chr(number) if number else _NAMED.get(code, code)
        yield character, Span(*match.span()), False
        done = match.end()
    yield text[done:end], Span(done, end), True


def _escape(replacement: str) -> str:
    return "".join(_WRITTEN.get(character, character) for character in replacement)
