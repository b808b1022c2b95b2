"""Format `checkstyle`: the XML of that tool, which many others read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.file_places import FilePlaces
from newslint.reporters.printable import printable
from newslint.reporters.xml_text import attributes


class Checkstyle(Reporter):
    """A file element for each run of documents from one file; columns count code points."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return the file's opening tag and an element for each diagnostic, as JSON."""
        places = FilePlaces(document, diagnostics)
        file = f"  <file{attributes({'name': document.path or '-'})}>\n"
        return [json.dumps([file, _element(places, item)]) for item in places.diagnostics]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002 - no counts
        """Yield the XML."""
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
        current = ""
        for part in parts:
            file, element = json.loads(part)
            if file != current:
                yield ("  </file>\n" if current else "") + file
                current = file
            yield element
        yield ("  </file>\n" if current else "") + "</checkstyle>\n"


def _element(places: FilePlaces, item: Diagnostic) -> str:
    region = places.region(item.span)
    values: dict[str, object] = {"line": region.line}
    if region.columns is not None:
        values["column"] = region.columns[0]
    values |= {
        "severity": item.severity.value,
        "message": printable(item.message),
        "source": f"newslint.{item.code}",
    }
    return f"    <error{attributes(values)}/>\n"


REPORTER = Checkstyle
