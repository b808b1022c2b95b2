"""Format `jsonl`: one JSON object a diagnostic, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.reporters.base import Style, Summary
from newslint.reporters.plain_data import plain


class JsonLines:
    """One JSON object a diagnostic, one a line, in pure ASCII.

    Args:
        style: unused; the format has no colours.
    """

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a line for each diagnostic."""
        return [json.dumps(item) + "\n" for item in plain(document, diagnostics)]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002
        """Yield the lines."""
        yield from parts


REPORTER = JsonLines
