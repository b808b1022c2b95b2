"""Format `jsonl`: one JSON object a diagnostic, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.reporters.base import Reporter
from newslint.reporters.json_text import dumped
from newslint.reporters.plain_data import plain


class JsonLines(Reporter):
    """One JSON object a diagnostic, one a line, in pure ASCII."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a line for each diagnostic."""
        return [dumped(item) + "\n" for item in plain(document, diagnostics)]


REPORTER = JsonLines
