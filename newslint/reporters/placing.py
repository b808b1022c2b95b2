"""Diagnostics as places in the file, for documents that were taken out of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newslint.diagnostics import Diagnostic, Fix
from newslint.document import Document, Origin


def placed(
    document: Document, diagnostics: Sequence[Diagnostic]
) -> tuple[Document, Sequence[Diagnostic]]:
    """Return what a report speaks of: the file that a document was taken out of, if shown.

    Args:
        document: the document that was linted.
        diagnostics: its diagnostics.
    """
    origin = document.origin
    if origin is None or not origin.shown:
        return document, diagnostics
    file, found = carried(document, diagnostics, origin)
    return file, sorted(found, key=lambda item: (item.span, item.severity.rank, item.code))


def carried(
    document: Document, diagnostics: Sequence[Diagnostic], origin: Origin
) -> tuple[Document, list[Diagnostic]]:
    """Return a document and its diagnostics, in their order, as what it was taken out of.

    Args:
        document: the document, or what this made of it.
        diagnostics: its diagnostics.
        origin: where it comes from.
    """
    if document.text is origin.text:
        return document, list(diagnostics)
    file = replace(document, text=origin.text, roles=(), memo={})
    return file, [_placed(diagnostic, origin) for diagnostic in diagnostics]


def _placed(diagnostic: Diagnostic, origin: Origin) -> Diagnostic:
    fix = diagnostic.fix
    if fix is not None:
        carried = [origin.back.edits(edit, origin.escape) for edit in fix.edits]
        edits = tuple(edit for part in carried for edit in part)
        fix = Fix(fix.title, fix.applicability, edits) if all(carried) else None
    span = origin.back.to_original(diagnostic.span)
    return replace(diagnostic, span=span, text=span.of(origin.text), fix=fix)
