"""Format `json`: one object with all diagnostics and the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.diagnostics import Applicability, Diagnostic, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.json_text import dumped
from newslint.reporters.plain_data import PlainSummary, plain


class Json(Reporter):
    """One object with all diagnostics and the counts, in pure ASCII."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return an object for each diagnostic."""
        return [dumped(item) for item in plain(document, diagnostics)]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:
        """Yield the object, its list as long as there are diagnostics."""
        yield '{"version": 1, "columnKind": "unicodeCodePoints", "diagnostics": ['
        separator = "\n"
        for part in parts:
            yield separator + part
            separator = ",\n"
        counts: PlainSummary = {
            "documents": summary.documents,
            "severities": {item.value: summary.severities[item] for item in Severity},
            "fixable": {item.value: summary.fixable[item] for item in Applicability},
            "fixed": summary.fixed,
        }
        yield f'\n], "summary": {dumped(counts)}}}\n'


REPORTER = Json
