"""What residue takes away from the prose that the other rules read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.diagnostics import Diagnostic, Edit, Severity
from newslint.document import Document
from newslint.text.edits import deletion
from newslint.text.span import Span


def claims(document: Document, residue: Iterable[Diagnostic]) -> list[Edit]:
    """Return the edits that make prose of a document: its residue taken out or repaired.

    Args:
        document: the text.
        residue: the diagnostics of the residue in it.
    """
    found: list[Edit] = []
    done = 0
    for diagnostic in sorted(residue, key=lambda item: (item.span.start, -item.span.end)):
        if diagnostic.severity is Severity.INFO and diagnostic.fix is None:
            continue
        fix = diagnostic.fix
        edits = fix.edits if fix else deletion(document.text, diagnostic.span)
        free = [edit for edit in (_unclaimed(edit, done) for edit in edits) if edit is not None]
        if len(free) == len(edits) > 0:
            found += free
            done = max(edit.span.end for edit in free)
    return found


def _unclaimed(edit: Edit, done: int) -> Edit | None:
    """Return an edit without what is claimed up to an offset: neighbours share white space."""
    if edit.span.start >= done:
        return edit
    if edit.replacement or edit.span.end <= done:
        return None
    return Edit(Span(done, edit.span.end), "")


def without_nested(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the residue that lies within no other residue."""
    widest = sorted(found, key=lambda item: (item.span.start, -item.span.end, item.severity.rank))
    done = -1
    for diagnostic in widest:
        if diagnostic.span.end > done or diagnostic.code.startswith("NWL"):
            yield diagnostic
            done = max(done, diagnostic.span.end)
