"""Diagnostics as plain data for the JSON formats."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, TypedDict

from newslint.diagnostics import Diagnostic, Fix, fingerprint
from newslint.document import Document


class PlainRecord(TypedDict):
    """The record that a text stands in.

    Args:
        line: its line in the file, from 1.
        id: its own name.
    """

    line: int
    id: str | None


class PlainEdit(TypedDict):
    """A stretch of the text and what stands there instead.

    Args:
        start: offset of the first code point.
        end: offset after the last code point.
        replacement: the new text; empty to delete.
    """

    start: int
    end: int
    replacement: str


class PlainFix(TypedDict):
    """What mends a defect.

    Args:
        applicability: who may apply it: `safe` changes no word, `unsafe` does, and
            `display` needs a person.
        title: what it does.
        edits: edits that do not overlap.
    """

    applicability: Literal["safe", "unsafe", "display"]
    title: str
    edits: list[PlainEdit]


class PlainDiagnostic(TypedDict):
    """One defect found by one rule; offsets and columns count code points.

    Args:
        path: the file; null for a text without one.
        record: the record within a file of records, else null.
        field: the field of the record, else null.
        code: code of the rule.
        name: name of the rule.
        severity: how bad it is.
        message: one sentence for people.
        start: offset of the first code point of what is marked.
        end: offset after the last code point.
        line: line of the start, from 1.
        column: column of the start, from 1.
        end_line: line of the end, from 1.
        end_column: column after the end, from 1.
        text: what is marked.
        evidence: what speaks for it, a sentence each.
        fix: what mends it, else null.
        fingerprint: a name that stays when the lines above change.
    """

    path: str | None
    record: PlainRecord | None
    field: str | None
    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    message: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    evidence: list[str]
    fix: PlainFix | None
    fingerprint: str


class PlainSummary(TypedDict):
    """What a run found, counted.

    Args:
        documents: how many texts were read.
        severities: diagnostics by severity.
        fixable: diagnostics with a fix, by applicability.
        fixed: fixes that were applied.
    """

    documents: int
    severities: dict[str, int]
    fixable: dict[str, int]
    fixed: int


class PlainReport(TypedDict):
    """All diagnostics of a run.

    Args:
        version: version of this format.
        columnKind: the unit of offsets and columns.
        diagnostics: the diagnostics, text by text, in the order of their places.
        summary: the counts.
    """

    version: Literal[1]
    columnKind: Literal["unicodeCodePoints"]
    diagnostics: list[PlainDiagnostic]
    summary: PlainSummary


def plain(document: Document, diagnostics: Sequence[Diagnostic]) -> Iterator[PlainDiagnostic]:
    """Yield each diagnostic of a document as a JSON object.

    Offsets and columns count code points; lines and columns begin at 1.
    """
    record = document.record
    for item, name in zip(diagnostics, fingerprints(document, diagnostics), strict=True):
        start = document.line_index.position(item.span.start)
        end = document.line_index.position(item.span.end)
        yield {
            "path": document.path,
            "record": None if record is None else {"line": record.line, "id": record.id},
            "field": document.field,
            "code": item.code,
            "name": item.name,
            "severity": item.severity.value,
            "message": item.message,
            "start": item.span.start,
            "end": item.span.end,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "text": item.text,
            "evidence": list(item.evidence),
            "fix": None if item.fix is None else _plain_fix(item.fix),
            "fingerprint": name,
        }


def fingerprints(document: Document, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield a name for each diagnostic of a document, different for each."""
    seen: Counter[str] = Counter()
    for item in diagnostics:
        name = fingerprint(item, document.text, document.identity)
        seen[name] += 1
        ordinal = seen[name] - 1
        yield fingerprint(item, document.text, document.identity, ordinal) if ordinal else name


def told_apart(names: Counter[str], name: str) -> str:
    """Return a fingerprint, or another one where it was seen before in the same report.

    Records may share an id, and with it the fingerprints of what is found in them.

    Args:
        names: how often each was seen; this counts on.
        name: the fingerprint of a diagnostic.
    """
    names[name] += 1
    ordinal = names[name] - 1
    return hashlib.sha256(f"{name} {ordinal}".encode()).hexdigest()[:32] if ordinal else name


def _plain_fix(fix: Fix) -> PlainFix:
    return {
        "applicability": fix.applicability.value,
        "title": fix.title,
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}
            for edit in fix.edits
        ],
    }
