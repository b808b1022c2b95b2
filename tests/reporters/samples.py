"""Documents whose texts, names and paths are hostile, and rules that find them."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.document import Document, Record
from newslint.linter import Linter
from newslint.reporters.base import Style, Summary, reporter_of
from newslint.reporters.placing import placed
from newslint.ruleset.loader import load_rule
from newslint.sources import json_, records
from newslint.sources.base import Fields, Input

RULES = [
    """\
code: MRK901
name: test-tag
kind: pattern
severity: error
message: "tag {match} left in the text"
explanation: |
  A tag is for a program, not for a reader: see [the rule](https://a.example/tags).
match: {regex: '<[^>]*>'}
fix: {applicability: safe, delete: span, title: "Remove the tag"}
references: ["https://a.example/tags"]
examples: [{bad: "one <b> two", at: ["<b>"], fixed: "one two"}, {good: x}]
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
LINES = b"""\
{"id": "1", "text": "nothing here"}
{"id": "2", "text": "a\\ud801\\udc00b\\u201c one\\ntwo", "language": "en"}
{"id": "id\\n::error::", "text": "\xf0\x90\x90\x80 <i> ]]> \xe2\x80\x9c"}
"""
WHOLE = '[{"id": "1", "text": "ok"},\n {"id": "2", "text": "\\ud801\\udc00“ one\\r\\ntwo"}]\n'
DOCUMENTS = [
    Document(TEXT, "copy/a:b,c%.txt"),
    *(
        loaded.document
        for container in records.read(Input("pages.jsonl", data=LINES), Fields())
        for loaded in container.documents()
    ),
    *(
        loaded.document
        for container in json_.read(Input("whole.json", data=WHOLE.encode()), Fields())
        for loaded in container.documents()
    ),
    Document("<i>\n::error::“", "table.bin", Record(3, "id\n::error::"), "text"),
    Document("nothing here", "clean.txt"),
    Document("“</script><!-- ##“[add-mask]a\x00\ufffe\ud800“", "::error::x.txt", language="uk"),
    Document("“", "\n##[group]\u202e<b>&\"'.txt"),
    Document("क्ष“ हि“ e\u20dd“ \U0001f469\u200d\U0001f4bb“", "wide.txt"),
]
LINTER = Linter([load_rule(source, "x.yaml") for source in RULES])


def report(name: str, documents: Iterable[Document], style: Style | None = None) -> str:
    """Return the report about some documents, put together as the command does it."""
    reporter = reporter_of(name, style or Style(width=80), LINTER.rules)
    summary = Summary()
    parts: list[str] = []
    for document in documents:
        diagnostics = LINTER.lint(document)
        summary.add(diagnostics)
        parts += reporter.render(*placed(document, diagnostics))
    return "".join(reporter.assemble(iter(parts), summary))
