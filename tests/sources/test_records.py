from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.fixer import SAFE, fix_container
from newslint.sources import records
from newslint.sources.base import Fields, Input, Loaded
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS, rule_linter


def load(data: bytes, fields: Fields | None = None) -> list[Loaded]:
    containers = records.read(Input("a.jsonl", data=data), fields or Fields())
    return [loaded for container in containers for loaded in container.documents()]


def test_a_record_becomes_a_document() -> None:
    line = {"id": 7, "text": "Hi", "date": "2022-11-11T08:00:00Z", "language": "en", "url": "u"}
    [loaded] = load(json.dumps(line).encode())
    document = loaded.document
    assert document.text == "Hi"
    assert document.record is not None
    assert (document.record.line, document.record.id) == (1, "7")
    assert document.date is not None
    assert (document.date.isoformat(), document.language, document.url) == ("2022-11-11", "en", "u")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (b'{"text": "cut off', "NWL104", "Unterminated string"),
        (b"[1, 2]", "NWL104", "no object"),
        (b'{"body": "x"}', "NWL105", "body"),
        (b'{"text": 5}', "NWL105", "text"),
        (b'{"text": "caf\xe9"}', "NWL103", "0xe9"),
        (b"[" * 100_000, "NWL104", "nested too deeply"),
        (b"\x00\x01", "NWL104", "binary"),
    ],
)
def test_a_bad_line_is_one_note_and_the_rest_goes_on(line: bytes, code: str, says: str) -> None:
    found = load(b'{"text": "one"}\n' + line + b'\n\n{"text": "two"}\n')
    assert [item.document.record and item.document.record.line for item in found] == [1, 2, 4]
    [note] = found[1].notes
    assert note.code == code
    assert says in " ".join(note.values.values())
    assert found[2].document.text == "two"


TAG = """\
code: MRK901
name: test-tag
kind: pattern
severity: error
message: "tag"
explanation: x
match: {regex: ' <b>'}
fix: {applicability: safe, replace: "”", title: "Replace"}
examples: [{good: x}]
"""


def mended(data: bytes) -> bytes:
    lint = rule_linter(TAG).lint
    containers = records.read(Input("a.jsonl", data=data), Fields())
    return b"".join(
        container.encoded(fix_container(container, lint, SAFE).text) for container in containers
    )


def test_only_the_span_of_the_edit_differs() -> None:
    line = (
        b'{ "n" : 1.50 , "text":"a\\u00e9\\n\\ud83d\\ude00 <b>\\/", "t": [1,{"text":" <b>"}] }\r\n'
    )
    other = b'\n{"text": "stays"}\n'
    start, end = line.index(b" <b>"), line.index(b" <b>") + 4
    assert mended(line + other) == line[:start] + b"\\u201d" + line[end:] + other


def test_a_line_in_utf8_stays_so() -> None:
    assert mended('{"text": "é <b>", "x": "“"}\n'.encode()) == '{"text": "é”", "x": "“"}\n'.encode()


@given(text=NASTY_TEXTS, ascii_only=st.booleans())
def test_every_character_maps_back_to_its_place(text: str, ascii_only: bool) -> None:  # noqa: FBT001
    line = json.dumps({"x": [1, "text"], "text": text}, ensure_ascii=ascii_only)
    [loaded] = load(line.encode("utf-8", "surrogatepass")) if ascii_only else load_line(line)
    assert loaded.document.text == text
    origin = loaded.document.origin
    assert origin is not None
    for offset, character in enumerate(text):
        raw = origin.back.to_original(Span(offset, offset + 1)).of(origin.text)
        assert json.loads(f'"{raw}"') == character


def load_line(line: str) -> list[Loaded]:
    [container] = records.read(Input("a.jsonl", data=b"{}"), Fields())
    return container.parse(line)
