"""Format `rdjsonl`: one JSON object a diagnostic, as reviewdog reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.reporters.base import Reporter
from newslint.reporters.file_places import FilePlaces
from newslint.reporters.json_text import dumped
from newslint.reporters.printable import printable
from newslint.text.derived import Edit, apply_edits
from newslint.text.span import Span


class ReviewdogLines(Reporter):
    """One object a diagnostic; columns count UTF-8 bytes from 1 and end after the last."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a line for each diagnostic."""
        places = FilePlaces(document, diagnostics)
        return [dumped(_diagnostic(places, item)) + "\n" for item in places.diagnostics]


def _diagnostic(places: FilePlaces, item: Diagnostic) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": printable(item.message),
        "location": {"path": places.path, "range": _range(places, item.span)},
        "severity": item.severity.value.upper(),
        "source": {"name": "newslint"},
        "code": {"value": item.code},
    }
    if edits := places.edits(item):
        found["suggestions"] = [_suggestion(places, edits)]
    return found


def _suggestion(places: FilePlaces, edits: Sequence[Edit]) -> dict[str, Any]:
    """Return the edits as one: several suggestions would be read as alternatives."""
    span = Span(min(edit.span.start for edit in edits), max(edit.span.end for edit in edits))
    inner = [
        Edit(Span(edit.span.start - span.start, edit.span.end - span.start), edit.replacement)
        for edit in edits
    ]
    text = apply_edits(span.of(places.document.text), inner)
    return {"range": _range(places, span), "text": text}


def _range(places: FilePlaces, span: Span) -> dict[str, Any]:
    region = places.region(span)
    if region.columns is None:
        return {"start": {"line": region.line}}
    return {
        "start": {"line": region.line, "column": places.byte_column(span.start)},
        "end": {"line": region.end_line, "column": places.byte_column(span.end)},
    }


REPORTER = ReviewdogLines
