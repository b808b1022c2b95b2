"""Format `junit`: a test report in which every file is a test case."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newslint.diagnostics import Diagnostic, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter, Summary, plural
from newslint.reporters.concise import Concise
from newslint.reporters.printable import printable
from newslint.reporters.xml_text import attributes, xml


class JUnit(Reporter):
    """One suite with a case for each file, which fails if there is a diagnostic."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return the path, the levels and the lines of a document, as JSON."""
        lines = Concise(self.style).render(document, diagnostics)
        ranks = [item.severity.rank for item in diagnostics]
        return [json.dumps([document.path or "-", ranks, lines])]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002 - counts files
        """Yield the XML, once all parts are there: its first tag holds the counts."""
        cases: list[str] = []
        failures = 0
        read = (json.loads(part) for part in parts)
        for path, group in groupby(read, key=lambda part: part[0]):
            documents = list(group)
            ranks = [rank for _, ranks, _ in documents for rank in ranks]
            lines = [line for _, _, found in documents for line in found]
            cases.append(_case(path, ranks, lines))
            failures += bool(ranks)
        counts = attributes({"tests": len(cases), "failures": failures, "errors": 0, "skipped": 0})
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<testsuites name="newslint"{counts}>\n  <testsuite name="newslint"{counts}>\n'
        yield from cases
        yield "  </testsuite>\n</testsuites>\n"


def _case(path: str, ranks: Sequence[int], lines: Sequence[str]) -> str:
    case = f"    <testcase{attributes({'classname': 'newslint', 'name': printable(path)})}"
    if not ranks:
        return f"{case}/>\n"
    worst = list(Severity)[min(ranks)]
    failure = attributes({"type": worst.value, "message": plural(len(ranks), "diagnostic")})
    text = "\n".join(xml(line.rstrip("\n")) for line in lines)
    return f"{case}>\n      <failure{failure}>{text}</failure>\n    </testcase>\n"


REPORTER = JUnit
