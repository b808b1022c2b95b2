"""A text that is open in an editor, saved or not: what is found in it, and it mended."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import replace

from newslint.diagnostics import Diagnostic, Edit, Fix
from newslint.editor.linters import Configured
from newslint.fixer import SAFE, fix_container
from newslint.linter import Linter
from newslint.reporters.placing import carried
from newslint.sources.base import Container, Fields, Input, Loaded
from newslint.sources.discovery import format_of
from newslint.text.edits import minimal
from newslint.text.span import Span


def found_in(name: str, text: str, configured: Configured) -> list[Diagnostic]:
    """Return the diagnostics of a text in order, in code points of that text.

    Args:
        name: the file's name, whose suffix tells the format.
        text: the text as it stands in the editor.
        configured: the rules and the fields of records.
    """
    found = [
        _shifted(diagnostic, start)
        for container, start in _containers(name, text, configured.fields)
        for loaded in container.documents()
        for diagnostic in _of_document(loaded, configured.linter)
    ]
    return sorted(found, key=lambda item: (item.span, item.severity.rank, item.code))


def safe_edits(name: str, text: str, configured: Configured) -> list[Edit]:
    """Return what applying every safe fix, again and again, changes in a text.

    Args:
        name: the file's name, whose suffix tells the format.
        text: the text as it stands in the editor.
        configured: the rules and the fields of records.
    """
    edits: list[Edit] = []
    for container, start in _containers(name, text, configured.fields):
        if container.decoded is not None:
            before = container.decoded.text
            after = fix_container(container, configured.linter.lint, SAFE).text
            edits += [_moved(edit, start) for edit in minimal(before, _whole(before), after)]
    return edits


def _containers(name: str, text: str, fields: Fields) -> Iterator[tuple[Container, int]]:
    """Yield the containers of a text with the offsets at which they begin."""
    # Behind a byte order mark any text is read back as it is: an editor's text has no
    # encoding that could be guessed wrong.
    data = codecs.BOM_UTF8 + text.encode("utf-8", "surrogatepass")
    read = -1
    for container in format_of(Input(name)).read(Input(name, data=data), fields):
        yield container, max(0, read)
        read += len(container.raw.decode("utf-8", "surrogatepass"))


def _of_document(loaded: Loaded, linter: Linter) -> list[Diagnostic]:
    """Return the diagnostics of a document where they stand in its container."""
    document = loaded.document
    notes = [linter.report(note.code, note.span, note.values, document) for note in loaded.notes]
    found = [*(item for item in notes if item is not None), *linter.lint(document)]
    if document.origin is None:
        return found
    return carried(document, found, document.origin)[1]


def _shifted(diagnostic: Diagnostic, start: int) -> Diagnostic:
    if not start:
        return diagnostic
    fix = diagnostic.fix
    if fix is not None:
        edits = tuple(_moved(edit, start) for edit in fix.edits)
        fix = Fix(fix.title, fix.applicability, edits)
    return replace(diagnostic, span=_moved_span(diagnostic.span, start), fix=fix)


def _moved(edit: Edit, start: int) -> Edit:
    return Edit(_moved_span(edit.span, start), edit.replacement)


def _moved_span(span: Span, start: int) -> Span:
    return Span(span.start + start, span.end + start)


def _whole(text: str) -> Span:
    return Span(0, len(text))
