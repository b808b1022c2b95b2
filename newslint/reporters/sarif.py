"""Format `sarif`: SARIF 2.1.0, as code scanning reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from newslint.diagnostics import Diagnostic, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter, Style, Summary, plural
from newslint.reporters.file_places import FilePlaces
from newslint.reporters.json_text import dumped
from newslint.reporters.plain_data import fingerprints, told_apart
from newslint.reporters.printable import printable
from newslint.reporters.sarif_rules import LEVEL, reporting_descriptor
from newslint.ruleset.model import Rule
from newslint.text.expressions import expression
from newslint.text.span import Span

MOST = 25_000
"""How many results code scanning takes; it refuses a file with more."""

_RESULT = 1 + 32
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINK = expression(r"\[(?=[^\[\]]*\]\()")


class Sarif(Reporter):
    """One run with the rules and, at most, as many results as code scanning takes.

    Args:
        style: unused by this format.
        rules: the rules that run; all are described, so that a clean run closes alerts.
    """

    def __init__(self, style: Style, rules: Sequence[Rule] = ()) -> None:
        super().__init__(style, rules)
        self._index = {rule.code: index for index, rule in enumerate(self.rules)}

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a digit for the level, 32 for the fingerprint, and the result, for each."""
        places = FilePlaces(document, diagnostics)
        names = fingerprints(document, diagnostics)
        return [
            f"{item.severity.rank}{name}{dumped(self._result(places, item))}"
            for item, name in zip(places.diagnostics, names, strict=True)
        ]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002 - counts results
        """Yield the log: the worst results first, those above the limit left out and counted."""
        kept: list[list[str]] = [[] for _ in Severity]
        seen: Counter[str] = Counter()
        for part in parts:
            name = told_apart(seen, part[1:_RESULT])
            same = kept[int(part[0])]
            if len(same) < MOST:
                # The result is an object: its last member is put before the closing brace.
                prints = f', "partialFingerprints": {{"primaryLocationLineHash": "{name}"}}}}'
                same.append(part[_RESULT:-1] + prints)
        results = [result for level in kept for result in level][:MOST]
        yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n'
        yield '"columnKind": "unicodeCodePoints",\n"automationDetails": {"id": "newslint/"},\n'
        yield f'"tool": {{"driver": {dumped(self._driver())}}},\n'
        yield f'"invocations": [{dumped(_invocation(seen.total() - len(results)))}],\n"results": ['
        for number, result in enumerate(results):
            yield (",\n" if number else "\n") + result
        yield "\n]}]}\n"

    def _driver(self) -> dict[str, Any]:
        release = version("newslint")
        return {
            "name": "newslint",
            "version": release,
            "semanticVersion": release,
            "rules": [reporting_descriptor(rule) for rule in self.rules],
        }

    def _result(self, places: FilePlaces, item: Diagnostic) -> dict[str, Any]:
        artifact = {"uri": uri(places.document.path or "-")}
        place = {"artifactLocation": artifact, "region": _region(places, item.span)}
        result: dict[str, Any] = {"ruleId": item.code}
        if item.code in self._index:
            result["ruleIndex"] = self._index[item.code]
        result |= {
            "level": LEVEL[item.severity],
            "message": {"text": message(item.message) or item.name},
            "locations": [{"physicalLocation": place}],
        }
        if self.style.only_new:
            result["baselineState"] = "new"
        if edits := places.edits(item):
            replacements = [
                {
                    "deletedRegion": _region(places, edit.span),
                    "insertedContent": {"text": edit.replacement},
                }
                for edit in edits
            ]
            change = {"artifactLocation": artifact, "replacements": replacements}
            title = message(item.fix.title) if item.fix else ""
            result["fixes"] = [{"description": {"text": title}, "artifactChanges": [change]}]
        return result


def message(text: str) -> str:
    r"""Return a text as a message that holds no link.

    >>> message("see [here](https://a.example)")
    'see \\[here](https://a.example)'
    """
    return _LINK.sub(r"\\[", printable(text))


def uri(path: str) -> str:
    """Return a path as a reference that is relative where the path is.

    >>> uri("copy/a b:c.txt"), uri("/srv/a.txt")
    ('copy/a%20b%3Ac.txt', 'file:///srv/a.txt')
    """
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    return ("file://" if path.startswith("/") else "") + quote(data)


def _region(places: FilePlaces, span: Span) -> dict[str, int]:
    region = places.region(span)
    found = {"startLine": region.line}
    if region.columns is not None:
        first, last = region.columns
        found |= {"startColumn": first, "endLine": region.end_line, "endColumn": last}
    if places.whole:
        found |= {"charOffset": span.start, "charLength": len(span)}
    return found


def _invocation(left_out: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if left_out:
        text = f"{plural(left_out, 'result')} left out: code scanning takes {MOST:,} at most."
        notification = {"level": "warning", "message": {"text": text}}
        invocation["toolExecutionNotifications"] = [notification]
    return invocation


REPORTER = Sarif
