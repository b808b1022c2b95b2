"""A text that is open in an editor, saved or not: what is found in it, and it mended."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newslint.diagnostics import Diagnostic, Edit, Fix
from newslint.document import Document
from newslint.editor.linters import Configured
from newslint.fixer import SAFE, fix_container
from newslint.reporters.placing import carried
from newslint.sources.base import Container, Fields, Input
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
    screening = configured.screening()
    found: list[Diagnostic] = []
    for container, start in _containers(name, text, configured.fields):
        lint = configured.linter.lint
        everything = [(loaded, lint(loaded.document)) for loaded in container.documents()]
        for loaded, remaining in screening.of(container)(container.text, everything):
            in_container = _carried(loaded.document, remaining)
            found += [_shifted(diagnostic, start) for diagnostic in in_container]
    return sorted(found, key=lambda item: (item.span, item.severity.rank, item.code))


def safe_edits(name: str, text: str, configured: Configured) -> list[Edit]:
    """Return what applying every safe fix, again and again, changes in a text.

    Args:
        name: the file's name, whose suffix tells the format.
        text: the text as it stands in the editor.
        configured: the rules and the fields of records.
    """
    screening = configured.screening()
    edits: list[Edit] = []
    for container, start in _containers(name, text, configured.fields):
        if container.decoded is not None:
            before = container.decoded.text
            lint, screen = configured.linter.lint, screening.of(container)
            after = fix_container(container, lint, SAFE, screen).text
            edits += [_moved(edit, start) for edit in minimal(before, _whole(before), after)]
    return edits


def heeds_comments(name: str, text: str, configured: Configured) -> bool:
    """Say whether a comment in a text has a say in what is reported.

    Args:
        name: the file's name, whose suffix tells the format.
        text: the text as it stands in the editor.
        configured: the rules and the fields of records.
    """
    containers = _containers(name, text, configured.fields)
    return any(container.comments is not None for container, _ in containers)


def _containers(name: str, text: str, fields: Fields) -> Iterator[tuple[Container, int]]:
    """Yield the containers of a text with the offsets at which they begin."""
    # Behind a byte order mark any text is read back as it is: an editor's text has no
    # encoding that could be guessed wrong.
    data = codecs.BOM_UTF8 + text.encode("utf-8", "surrogatepass")
    read = -1
    for container in format_of(Input(name)).read(Input(name, data=data), fields):
        yield container, max(0, read)
        read += len(container.raw.decode("utf-8", "surrogatepass"))


def _carried(document: Document, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Return the diagnostics of a document where they stand in its container."""
    origin = document.origin
    return found if origin is None else carried(document, found, origin)[1]


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
