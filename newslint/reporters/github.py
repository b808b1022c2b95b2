"""Format `github`: workflow commands that become annotations."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.diagnostics import Diagnostic, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter, Summary, plural
from newslint.reporters.concise import Concise, place
from newslint.reporters.file_places import FilePlaces
from newslint.reporters.github_summary import Row, append
from newslint.reporters.printable import harmless, printable

KEPT = 10
"""How many annotations of each level the runner keeps for a step."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LONGEST = 4096


class GitHub(Reporter):
    """Workflow commands, errors first, the rest as a folded list, and a job summary."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return what is counted, a command and a list line for each diagnostic, as JSON."""
        places = FilePlaces(document, diagnostics)
        lines = Concise(self.style).render(document, diagnostics)
        return [
            json.dumps(
                {
                    "severity": item.severity,
                    "rule": f"{item.code} {item.name}",
                    "place": place(document, item),
                    "command": command(places, in_file),
                    "line": line,
                }
            )
            for item, in_file, line in zip(diagnostics, places.diagnostics, lines, strict=True)
        ]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002 - counts by rule
        """Yield up to ten commands of each level, then the lines of the others."""
        kept: dict[str, list[str]] = {severity: [] for severity in Severity}
        others: list[str] = []
        rows: dict[tuple[str, str], Row] = {}
        for part in parts:
            found = json.loads(part)
            severity, rule = Severity(found["severity"]), found["rule"]
            row = rows.setdefault((severity, rule), Row(severity, rule, found["place"]))
            row.found += 1
            if len(kept[severity]) < KEPT:
                kept[severity].append(found["command"])
                row.annotated += 1
            else:
                others.append(found["line"])
        for commands in kept.values():
            yield from commands
        if others:
            yield from _folded(others)
        yield from _summarised(rows.values())


def command(places: FilePlaces, diagnostic: Diagnostic) -> str:
    """Return the workflow command of a diagnostic.

    Columns are given only where the span stays on one line: the runner drops
    them otherwise.

    Args:
        places: the diagnostics of a document.
        diagnostic: one of them.
    """
    region = places.region(diagnostic.span)
    properties = {"file": places.path, "line": str(region.line)}
    if region.line != region.end_line:
        properties["endLine"] = str(region.end_line)
    elif region.columns is not None:
        first, last = region.columns
        properties |= {"col": str(first), "endColumn": str(last)}
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = harmless(printable(diagnostic.message)[:_LONGEST])
    return f"::{_COMMAND[diagnostic.severity]} {listed}::{_escaped(message)}\n"


def _folded(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines as a group of the log in which the runner obeys no command."""
    token = secrets.token_hex(16)
    yield f"::group::{plural(len(lines), 'more diagnostic')}\n::stop-commands::{token}\n"
    yield from lines
    yield f"::{token}::\n::endgroup::\n"


def _summarised(rows: Iterable[Row]) -> Iterator[str]:
    """Write the job summary, if there is one, and yield a warning if it cannot be written."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        append(Path(path), rows)
    except OSError as error:
        problem = f"the job summary was not written: {error.strerror or error}."
        yield f"::warning title=newslint::{_escaped(printable(problem))}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(harmless(printable(text))).replace(":", "%3A").replace(",", "%2C")


REPORTER = GitHub
