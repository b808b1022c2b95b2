"""Diagnostics as plain data for the JSON formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from newslint.diagnostics import Diagnostic, Fix, fingerprint
from newslint.document import Document


def plain(document: Document, diagnostics: Sequence[Diagnostic]) -> Iterator[dict[str, Any]]:
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


def _plain_fix(fix: Fix) -> dict[str, Any]:
    return {
        "applicability": fix.applicability.value,
        "title": fix.title,
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}
            for edit in fix.edits
        ],
    }
