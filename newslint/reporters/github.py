"""Format `github`: workflow commands that become annotations."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence

from newslint.diagnostics import Diagnostic, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter, Style, Summary, plural
from newslint.reporters.concise import Concise
from newslint.reporters.printable import printable
from newslint.ruleset.model import Rule

KEPT = 10
"""How many annotations of each level the runner keeps for a step."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LONGEST = 4096


class GitHub(Reporter):
    """Workflow commands, errors first, and the rest as a folded list.

    Args:
        style: passed on to the list.
        rules: the rules that run.
    """

    def __init__(self, style: Style, rules: Sequence[Rule] = ()) -> None:
        super().__init__(style, rules)
        self._concise = Concise(style)

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a command and a list line for each diagnostic, as JSON."""
        lines = self._concise.render(document, diagnostics)
        return [
            json.dumps([item.severity.rank, command(document, item), line])
            for item, line in zip(diagnostics, lines, strict=True)
        ]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002
        """Yield up to ten commands of each level, then the lines of the others."""
        kept: dict[int, list[str]] = {severity.rank: [] for severity in Severity}
        others: list[str] = []
        for part in parts:
            rank, text, line = json.loads(part)
            if len(kept[rank]) < KEPT:
                kept[rank].append(text)
            else:
                others.append(line)
        for commands in kept.values():
            yield from commands
        if others:
            token = secrets.token_hex(16)
            yield f"::group::{plural(len(others), 'more diagnostic')}\n::stop-commands::{token}\n"
            yield from (line.replace("##[", "# #[") for line in others)
            yield f"::{token}::\n::endgroup::\n"


def command(document: Document, diagnostic: Diagnostic) -> str:
    """Return the workflow command of a diagnostic.

    Columns are given only where the span stays on one line: the runner drops
    them otherwise.
    """
    start = document.line_index.position(diagnostic.span.start)
    end = document.line_index.position(diagnostic.span.end)
    line = start.line if document.record is None else document.record.line
    properties = {"file": document.path or "", "line": str(line)}
    if document.record is None:
        if start.line == end.line:
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
        else:
            properties["endLine"] = str(end.line)
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = printable(diagnostic.message)[:_LONGEST].replace("##[", "# #[")
    return f"::{_COMMAND[diagnostic.severity]} {listed}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(printable(text)).replace(":", "%3A").replace(",", "%2C")


REPORTER = GitHub
