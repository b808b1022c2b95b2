"""Format `concise`: one line a diagnostic."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.reporters.base import Reporter
from newslint.reporters.printable import harmless, printable


class Concise(Reporter):
    """One line a diagnostic: ``path:line:column: CODE severity: message``."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a line for each diagnostic."""
        return [
            harmless(f"{place(document, item)}: {item.code} {item.severity}: ")
            + f"{harmless(printable(item.message))}\n"
            for item in diagnostics
        ]


def place(document: Document, diagnostic: Diagnostic) -> str:
    """Return path, record, line and column of a diagnostic, fit to be shown."""
    position = document.line_index.position(diagnostic.span.start)
    path = printable(document.path or "-")
    # The log of a GitHub job obeys a line that begins with two colons.
    parts = [f"./{path}" if path.lstrip().startswith("::") else path]
    if document.record is not None:
        parts[0] += f":{document.record.line}"
        if document.record.id is not None:
            parts[0] += f"[{printable(document.record.id)}]"
    return ":".join([*parts, str(position.line), str(position.column)])


REPORTER = Concise
