"""Reports against golden files; `NEWSLINT_WRITE_GOLDEN=1 pytest` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.document import Document, Record
from newslint.linter import Linter
from newslint.reporters.base import Style, Summary, formats, reporter_of
from newslint.ruleset.loader import load_rule

GOLDEN = Path(__file__).parent / "golden"
RULES = [
    """\
code: MRK901
name: test-tag
kind: pattern
severity: error
message: "tag {match} left in the text"
explanation: x
match: {regex: '<[^>]*>'}
fix: {applicability: safe, delete: span, title: "Remove the tag"}
examples: [{good: x}]
""",
    """\
code: QUO901
name: test-quote
kind: pattern
severity: warning
message: "“{match}” stands alone"
explanation: x
match: {regex: '“'}
examples: [{good: x}]
""",
    """\
code: SPC901
name: test-comma
kind: pattern
severity: info
message: "{match}"
explanation: x
match: {regex: 'one,?\\s+two'}
fix: {applicability: unsafe, replace: "three", title: "Write {match} anew: a, b"}
examples: [{good: x}]
""",
]
TEXT = (
    "a𐐀b“ and e\u0301“\r\nsecond <b\x1b[31m::error::%> line ##[error] 日本“\r\n"
    + "x" * 150
    + " one\ntwo "
    + "y" * 150
    + "\u202e“"
)
DOCUMENTS = [
    Document(TEXT, "copy/a:b,c%.txt"),
    Document("<i>\n::error::“", "pages.jsonl", Record(3, "id\n::error::"), "text"),
    Document("nothing here", "clean.txt"),
]


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("color", [False, True])
def test_report(name: str, color: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setattr("secrets.token_hex", lambda _: "token")
    linter = Linter([load_rule(source, "x.yaml") for source in RULES])
    reporter = reporter_of(name, Style(color=color, width=80))
    summary = Summary()
    parts = []
    for document in DOCUMENTS:
        diagnostics = linter.lint(document)
        summary.add(diagnostics)
        parts += reporter.render(document, diagnostics)
    report = "".join(reporter.assemble(parts, summary))
    path = GOLDEN / f"{name}{'-color' if color and name == 'text' else ''}.txt"
    if os.environ.get("NEWSLINT_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(report.encode())
    assert path.read_bytes().decode() == report


@pytest.mark.parametrize("name", ["text", "concise", "github"])
def test_a_report_for_people_holds_no_control_of_the_text(name: str) -> None:
    linter = Linter([load_rule(source, "x.yaml") for source in RULES])
    reporter = reporter_of(name, Style(width=80))
    for document in DOCUMENTS:
        parts = reporter.render(document, linter.lint(document))
        report = "".join(reporter.assemble(parts, Summary()))
        assert not any(character in report for character in "\x1b\u202e\r\x00")
        lines = report.splitlines()
        own = ("::error file=", "::warning file=", "::notice file=")
        assert all(line.startswith(own) for line in lines if line.startswith("::"))


def test_github_keeps_ten_of_a_level_and_lists_the_rest() -> None:
    linter = Linter([load_rule(RULES[1], "x.yaml")])
    document = Document("“\n" * 25, "a.txt")
    reporter = reporter_of("github", Style())
    parts = reporter.render(document, linter.lint(document))
    lines = "".join(reporter.assemble(parts, Summary())).splitlines()
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert "::group::15 more diagnostics" in lines
    assert sum("QUO901 warning" in line for line in lines) == 15
