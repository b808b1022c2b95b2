from __future__ import annotations

import json

import pytest

from newslint.sources import records
from newslint.sources.base import Fields, Input, Loaded


def load(data: bytes, fields: Fields | None = None) -> list[Loaded]:
    return list(records.read(Input("a.jsonl", data=data), fields or Fields()))


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


def test_only_the_text_field_of_a_mended_line_differs() -> None:
    line = b'{ "n" : 1.50 , "text":"a\\u00e9 <b>", "text2": "\\u00e9", "z": [1,{"text":"q"}] }\r\n'
    other = b'{"text": "stays"}\n'
    chunks = records.rewrite(
        Input("a.jsonl", data=line + other),
        Fields(),
        lambda loaded: loaded.document.text.replace(" <b>", ""),
    )
    assert b"".join(chunks) == line.replace(b" <b>", b"") + other


def test_a_line_in_utf8_stays_so() -> None:
    line = '{"text": "é <b>", "x": "“"}\n'.encode()
    [chunk] = records.rewrite(
        Input("a.jsonl", data=line), Fields(), lambda item: item.document.text.replace(" <b>", "”")
    )
    assert chunk == '{"text": "é”", "x": "“"}\n'.encode()
