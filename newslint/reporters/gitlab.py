"""Format `gitlab`: a code quality report for merge requests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newslint.diagnostics import Diagnostic, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.file_places import FilePlaces, Region
from newslint.reporters.json_text import dumped
from newslint.reporters.plain_data import fingerprints, told_apart
from newslint.reporters.printable import printable

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitLab(Reporter):
    """A list of issues, each with a fingerprint of its own."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a fingerprint and an issue for each diagnostic, as JSON."""
        places = FilePlaces(document, diagnostics)
        names = fingerprints(document, diagnostics)
        return [
            json.dumps([name, _issue(places, item)])
            for item, name in zip(places.diagnostics, names, strict=True)
        ]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002 - no counts
        """Yield the list; where records share a name, their fingerprints are told apart."""
        seen: Counter[str] = Counter()
        separator = "[\n"
        for part in parts:
            name, issue = json.loads(part)
            yield separator + dumped({**issue, "fingerprint": told_apart(seen, name)})
            separator = ",\n"
        yield "\n]\n" if seen else "[]\n"


def _issue(places: FilePlaces, item: Diagnostic) -> dict[str, Any]:
    return {
        "description": printable(item.message),
        "check_name": item.code,
        "severity": _SEVERITY[item.severity],
        "location": {"path": places.path, **_location(places.region(item.span))},
    }


def _location(region: Region) -> dict[str, Any]:
    if region.columns is None:
        return {"lines": {"begin": region.line, "end": region.end_line}}
    first, last = region.columns
    return {
        "positions": {
            "begin": {"line": region.line, "column": first},
            "end": {"line": region.end_line, "column": last},
        }
    }


REPORTER = GitLab
