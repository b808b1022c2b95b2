from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.fixer import edits_in_container
from newslint.sources.base import Fields
from newslint.text.derived import Edit, apply_edits
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS
from tests.sources.formats import (
    MARK,
    MENDED,
    load,
    mended,
    notes,
    opened,
    place_of,
    texts,
)

NINJS = """\
{
  "uri": "urn:1", "language": "en", "versioncreated": "2022-11-11T08:00:00Z",
  "headline": "Army \\u201cleaves\\u201d city",
  "byline": "Anna Berg", "located": "Kyiv",
  "body_text": "One.\\n\\nTwo QQQ.",
  "body_xhtml": "<p>One &amp;amp; <b>two</b>.<\\/p><p>QQQ<\\/p>"
}
"""


def test_ninjs_is_one_document_with_its_roles() -> None:
    [loaded] = load("a.json", NINJS.encode())
    document = loaded.document
    assert document.text == (
        "Army “leaves” city\n\nAnna Berg\n\nKyiv\n\nOne.\n\nTwo QQQ.\n\nOne &amp; two.\n\nQQQ"
    )
    roles = [(span.of(document.text), role) for span, role in document.roles]
    assert roles == [
        ("Army “leaves” city", "headline"),
        ("Anna Berg", "byline"),
        ("Kyiv", "dateline"),
    ]
    assert (document.date, document.language) == (date(2022, 11, 11), "en")
    assert document.record is not None
    assert (document.record.line, document.record.id) == (1, "urn:1")


def test_ninjs_is_mended_in_place_and_escaped_as_it_stands() -> None:
    done = mended("a.json", NINJS.encode()).decode()
    in_text, in_markup = "\\u00e9\\u201d&<", "\\u00e9\\u201d&amp;&lt;"
    assert done == NINJS.replace("Two QQQ", f"Two {in_text}").replace("QQQ", in_markup)


def test_places_open_at_the_words() -> None:
    [loaded] = load("a.json", NINJS.encode())
    for words, raw in (
        ("“leaves", "\\u201cleaves"),
        ("&amp; two", "&amp;amp; <b>"),
        ("Kyiv", "Kyiv"),
    ):
        assert opened(NINJS.encode(), place_of(loaded, words), len(raw)) == raw


def test_bodies_of_a_later_ninjs_are_read_too() -> None:
    article = {
        "headlines": [{"value": "Head"}],
        "bodies": [{"contenttype": "text/html", "value": "<p>A</p>"}, {"value": "<p>"}, 5],
    }
    assert texts("a.json", json.dumps([article]).encode()) == ["Head\n\nA\n\n<p>"]


def test_a_list_of_records_is_a_document_each() -> None:
    data = b'[\n {"id": 1, "text": "One."},\n {"id": 2},\n {"text": ["Two.", "", "Three."]}\n, 7]'
    found = load("a.json", data)
    assert [loaded.document.text for loaded in found] == ["One.", "", "Two.\n\nThree."]
    lines = [loaded.document.record.line for loaded in found if loaded.document.record]
    assert lines == [2, 3, 4]
    assert notes("a.json", data) == ["NWL105"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_dotted_name_is_a_field_of_an_object(name: str) -> None:
    fields = Fields(text="content.body", id="meta.id", date="meta.day", title="meta.t.x")
    data = b'{"meta":{"id":7,"day":"2022-11-11"}, "content": {"x":1,"body":["\\u0041 QQQ","B"]}}'
    [loaded] = load(name, data, fields)
    document = loaded.document
    assert (document.text, document.field) == ("A QQQ\n\nB", "content.body")
    assert document.record is not None
    assert (document.record.id, document.date) == ("7", date(2022, 11, 11))
    assert mended(name, data, fields=fields) == data.replace(b"QQQ", b"\\u00e9\\u201d&<")
    exact = Fields(text="a.b")
    assert load(name, b'{"a": {"b": "no"}, "a.b": "yes"}', exact)[0].document.text == "yes"


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_several_fields_with_text_are_a_document_each(name: str) -> None:
    data = b'{"title": "Head QQQ", "body": {"a": ["QQQ", "B"]}, "x": "QQQ"}'
    fields = Fields(text="title+body.a+none")
    found = [(item.document.field, item.document.text) for item in load(name, data, fields)]
    assert found == [("title", "Head QQQ"), ("body.a", "QQQ\n\nB")]
    first, second, rest = data.split(b"QQQ", 2)
    change = b"\\u00e9\\u201d&<"
    assert mended(name, data, fields=fields) == first + change + second + change + rest
    assert load(name, b'{"a+b": "One", "a": 1}', Fields(text="a+b"))[0].document.text == "One"


def test_an_edit_over_a_boundary_of_paragraphs_stays_within_them() -> None:
    document = load("a.jsonl", b'{"text": ["One", "Two"]}')[0].document
    assert edits_in_container(document, [Edit(Span(3, 5), " ")]) == ()
    assert edits_in_container(document, [Edit(Span(2, 6), "a")]) == ()
    across = edits_in_container(document, [Edit(Span(2, 6), "")])
    assert document.origin is not None
    assert apply_edits(document.origin.text, across) == '{"text": ["On", "wo"]}'


@given(
    paragraphs=st.lists(NASTY_TEXTS | st.just(f"a {MARK} b"), max_size=4),
    ascii_only=st.booleans(),
)
def test_only_the_edits_differ(paragraphs: list[str], ascii_only: bool) -> None:  # noqa: FBT001
    kept = [text.replace("\ud800", "") for text in paragraphs]
    before = json.dumps({"x": [MARK], "text": kept}, ensure_ascii=ascii_only)
    ascii_file = before.isascii()
    change = json.dumps(MENDED, ensure_ascii=ascii_file)[1:-1]
    head = json.dumps({"x": [MARK]})[:-1]
    expected = head + before[len(head) :].replace(MARK, change)
    for name in ("a.json", "a.jsonl"):
        if any(text.strip() for text in kept):
            assert mended(name, before.encode()).decode() == expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"name": "x", "version": 1}', "NWL108"),
        (b"[1, 2]", "NWL108"),
        (b'{"text": "cut', "NWL107"),
        (b"[" * 100_000, "NWL107"),
        (b'{"text": "a", "n": ' + b"1" * 5000 + b"}", "NWL107"),
        (b"", "NWL106"),
        (b"\x00\x01", "NWL102"),
    ],
)
def test_what_is_no_record_is_one_note(data: bytes, code: str) -> None:
    assert notes("a.json", data) == [code]
