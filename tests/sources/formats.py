"""What the tests of the formats share."""

from __future__ import annotations

import html

from newslint.fixer import SAFE, fix_container
from newslint.linter import Linter
from newslint.sources.base import Container, Fields, Input, Loaded
from newslint.sources.discovery import format_of
from newslint.text.lines import LineIndex
from newslint.text.span import Span
from tests.conftest import rule_linter

MARK = "QQQ"
MENDED = "é”&<"

MARK_RULE = f"""\
code: MRK901
name: test-mark
kind: pattern
severity: error
message: "mark"
explanation: x
match: {{regex: {MARK}}}
fix: {{applicability: safe, replace: "{MENDED}", title: "Replace"}}
examples: [{{good: x}}]
"""


def containers(name: str, data: bytes, fields: Fields | None = None) -> list[Container]:
    source = Input(name, data=data)
    return list(format_of(source).read(source, fields or Fields()))


def load(name: str, data: bytes, fields: Fields | None = None) -> list[Loaded]:
    return [one for part in containers(name, data, fields) for one in part.documents()]


def texts(name: str, data: bytes) -> list[str]:
    return [loaded.document.text for loaded in load(name, data)]


def notes(name: str, data: bytes) -> list[str]:
    return [note.code for loaded in load(name, data) for note in loaded.notes]


def mended(
    name: str, data: bytes, linter: Linter | None = None, fields: Fields | None = None
) -> bytes:
    lint = (linter or rule_linter(MARK_RULE)).lint
    return b"".join(
        part.encoded(fix_container(part, lint, SAFE).text)
        for part in containers(name, data, fields)
    )


def check_places(loaded: Loaded) -> None:
    """Check that every character of a document stands where its origin says."""
    document = loaded.document
    assert document.origin is not None
    for offset, character in enumerate(document.text):
        raw = document.origin.back.to_original(Span(offset, offset + 1)).of(document.origin.text)
        readings = {raw, html.unescape(raw), html.unescape(html.unescape(raw))}
        assert character in readings or character.isspace(), (character, raw)


def place_of(loaded: Loaded, words: str) -> tuple[int, int]:
    """Return the line and column in the file of some words of a document."""
    document = loaded.document
    assert document.origin is not None
    start = document.text.index(words)
    span = document.origin.back.to_original(Span(start, start + len(words)))
    at = LineIndex(document.origin.text).position(span.start)
    return at.line, at.column


def opened(data: bytes, place: tuple[int, int], length: int) -> str:
    """Return what an editor shows at a line and column."""
    line, column = place
    return data.decode().split("\n")[line - 1][column - 1 : column - 1 + length]
