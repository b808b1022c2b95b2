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
    """Return path, record, line and column of a diagnostic, fit to be shown.

    Where the text is that of the file, its line says where the record stands, and
    only the record's id is added: ``a.json:2:33[id]``, but ``a.jsonl:2[id]:1:5``.
    """
    position = document.line_index.position(diagnostic.span.start)
    path = printable(document.path or "-")
    # The log of a GitHub job obeys a line that begins with two colons.
    path = f"./{path}" if path.lstrip().startswith("::") else path
    record = document.record
    name = "" if record is None or record.id is None else f"[{printable(record.id)}]"
    in_file = document.origin is not None and document.origin.text is document.text
    if record is not None and not in_file:
        path, name = f"{path}:{record.line}{name}", ""
    return f"{path}:{position.line}:{position.column}{name}"


REPORTER = Concise
