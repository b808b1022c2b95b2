"""Reports of any text whatever: each is read by a parser of its own language."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from markdown_it import MarkdownIt

from newslint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from newslint.document import Document, Record
from newslint.reporters.base import Style, Summary, formats, reporter_of
from newslint.reporters.github_summary import Row, table
from newslint.reporters.printable import printable
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS
from tests.reporters.samples import LINTER

SCHEMAS = Path(__file__).parent / "schemas"
SCHEMA = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
REVIEWDOG = Draft4Validator(json.loads((SCHEMAS / "rdjson.json").read_text("utf-8")))
TEXTS = st.one_of(
    NASTY_TEXTS,
    st.lists(
        st.sampled_from(
            [
                *("<b>", "</script>", "]]>", "<!--", "-->", "&#60;", '" onload="', "'", "|", "`"),
                *("::error::", "\n::add-mask::x", "##[", "##[group]", "%0A", "\\", "[a](b)", "a"),
                *("\x00", "\x0b", "\ufffe", "\uffff", "\ud83d", "\U0010ffff", "\u202e", "\x9b"),
            ]
        )
    ).map("".join),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, list[Diagnostic]]:
    text = draw(TEXTS)
    record = draw(st.none() | st.builds(Record, st.integers(1, 9), st.none() | TEXTS))
    document = Document(text, draw(TEXTS), record, language=draw(st.none() | TEXTS))
    return document, draw(st.lists(diagnostics(text), max_size=3))


@st.composite
def diagnostics(draw: st.DrawFn, text: str) -> Diagnostic:
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    edit = Edit(Span(start, end), draw(TEXTS))
    fix = Fix(draw(TEXTS), draw(st.sampled_from(Applicability)), (edit,))
    return Diagnostic(
        code=draw(st.sampled_from(["MRK901", "ZZZ999"])),
        name="some-name",
        severity=draw(st.sampled_from(Severity)),
        message=draw(TEXTS),
        span=edit.span,
        text=edit.span.of(text),
        evidence=tuple(draw(st.lists(TEXTS, max_size=1))),
        fix=draw(st.none() | st.just(fix)),
    )


RUNS = st.lists(documents(), max_size=3)


def report(name: str, run: list[tuple[Document, list[Diagnostic]]]) -> str:
    reporter = reporter_of(name, Style(width=60), LINTER.rules)
    summary = Summary()
    parts = []
    for document, found in run:
        summary.add(found)
        parts += reporter.render(document, found)
    return "".join(reporter.assemble(iter(parts), summary))


def messages(run: list[tuple[Document, list[Diagnostic]]]) -> list[str]:
    return [item.message for _, found in run for item in found]


@given(run=RUNS)
def test_json_is_valid(run: list[tuple[Document, list[Diagnostic]]]) -> None:
    found = report("json", run)
    assert found.isascii()
    assert [item["message"] for item in json.loads(found)["diagnostics"]] == messages(run)
    for name in ("jsonl", "rdjsonl"):
        lines = report(name, run).splitlines()
        assert len([json.loads(line) for line in lines]) == len(messages(run))


@given(run=RUNS)
def test_json_for_other_programs_is_utf8(run: list[tuple[Document, list[Diagnostic]]]) -> None:
    result = json.loads(report("rdjson", run))
    REVIEWDOG.validate(result)
    for items in (result["diagnostics"], json.loads(report("gitlab", run))):
        assert len(items) == len(messages(run))
        json.dumps(items, ensure_ascii=False).encode()


@given(run=RUNS)
def test_sarif_follows_its_schema(run: list[tuple[Document, list[Diagnostic]]]) -> None:
    read = json.loads(report("sarif", run))
    VALIDATOR.validate(read)
    assert len(read["runs"][0]["results"]) == len(messages(run))
    json.dumps(read, ensure_ascii=False).encode()


@given(run=RUNS)
def test_fingerprints_are_unique(run: list[tuple[Document, list[Diagnostic]]]) -> None:
    names = [item["fingerprint"] for item in json.loads(report("gitlab", [*run, *run]))]
    assert len(names) == len(set(names))
    results = json.loads(report("sarif", [*run, *run]))["runs"][0]["results"]
    hashes = [item["partialFingerprints"]["primaryLocationLineHash"] for item in results]
    assert sorted(hashes) == sorted(names)


@pytest.mark.parametrize(("name", "tag"), [("checkstyle", "error"), ("junit", "testcase")])
@given(run=RUNS)
def test_xml_parses(name: str, tag: str, run: list[tuple[Document, list[Diagnostic]]]) -> None:
    root = ET.fromstring(report(name, run).encode())  # noqa: S314 - our own
    elements = list(root.iter(tag))
    if name == "checkstyle":
        shown = [printable(message) for message in messages(run)]
        assert [element.get("message") for element in elements] == shown
    else:
        assert {element.tag for element in root.iter()} <= {
            *("testsuites", "testsuite", "testcase", "failure")
        }


@given(run=RUNS)
def test_html_holds_text_as_text(run: list[tuple[Document, list[Diagnostic]]]) -> None:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(report("html", run))
    rows = page.findall(".//tr[@data-rule]")
    assert [row.find("td[4]/p").text or "" for row in rows] == list(map(printable, messages(run)))
    names = {(element.tag, name) for element in page.iter() for name in element.keys()}  # noqa: SIM118
    known = "class content charset data-rule data-severity dir hidden http-equiv id lang name"
    assert {name for _, name in names} <= {*known.split(), "open", "scope", "value"}
    own = "html head meta title style body main h1 p table caption thead tbody tr th td span code"
    others = "form label select option output bdi mark script details summary"
    assert {element.tag for element in page.iter()} <= {*own.split(), *others.split()}


@given(run=RUNS)
def test_the_log_of_a_job_obeys_nothing(run: list[tuple[Document, list[Diagnostic]]]) -> None:
    for name in formats():
        found = report(name, run)
        assert "##[" not in found
        starts = ("error file=", "warning file=", "notice file=")
        for line in found.replace("\r", "\n").splitlines():
            if line.lstrip().startswith("::"):
                assert name == "github"
                assert line.startswith(tuple(f"::{start}" for start in starts))


@given(text=TEXTS, other=TEXTS)
def test_a_summary_is_a_table_of_text(text: str, other: str) -> None:
    rows = [Row(Severity.ERROR, text, other, 3, 1), Row(Severity.INFO, other, text, 2, 2)]
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    page = html5lib.parse(markdown.render(table(rows, 1 << 20)), namespaceHTMLElements=False)
    cells = [["".join(cell.itertext()) for cell in row] for row in page.iter("tr")]
    first, second = printable(text[:200]), printable(other[:200])
    assert cells[1:] == [
        ["error", first, "3", "1", "2", second],
        ["info", second, "2", "2", "0", first],
    ]
    assert {element.tag for element in page.iter("*")} <= {
        *("html", "head", "body", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "code")
    }
