"""Fixes applied: chosen without overlaps, in passes until nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newslint.diagnostics import Applicability, Diagnostic, Edit, Fix
from newslint.document import Document
from newslint.sources.base import Container, Found, Loaded
from newslint.text.derived import apply_edits

MAX_PASSES = 10

Screen = Callable[[str, Found], Found]
"""Takes the text of a container and what was found in it, and returns what remains."""

SAFE = frozenset({Applicability.SAFE})
SAFE_AND_UNSAFE = frozenset({Applicability.SAFE, Applicability.UNSAFE})


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after its fixes.

    Args:
        document: the document as it reads now.
        diagnostics: what remains.
        applied: how many fixes were applied.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    applied: int


@dataclass(frozen=True, slots=True)
class FixedContainer:
    """A container after its fixes.

    Args:
        text: its text as it reads now.
        found: its documents with the diagnostics that remain.
        applied: how many fixes were applied.
    """

    text: str
    found: tuple[tuple[Loaded, Sequence[Diagnostic]], ...]
    applied: int


def fix_document(
    document: Document,
    lint: Callable[[Document], Sequence[Diagnostic]],
    applicable: frozenset[Applicability],
) -> Fixed:
    """Apply fixes and lint again until nothing changes, or ten times.

    Args:
        document: the document to mend.
        lint: what finds its diagnostics.
        applicable: which fixes may be applied.
    """
    applied = 0
    for _ in range(MAX_PASSES):
        diagnostics = lint(document)
        chosen = choose(diagnostics, applicable)
        if not chosen:
            return Fixed(document, tuple(diagnostics), applied)
        edits = [edit for fix in chosen for edit in fix.edits]
        text = apply_edits(document.text, edits)
        if text == document.text:
            return Fixed(document, tuple(diagnostics), applied)
        applied += len(chosen)
        document = replace(document, text=text, memo={})
    return Fixed(document, tuple(lint(document)), applied)


def fix_container(
    container: Container,
    lint: Callable[[Document], Sequence[Diagnostic]],
    applicable: frozenset[Applicability],
    screen: Screen = lambda _, found: found,
) -> FixedContainer:
    """Apply the fixes of every document of a container, parse it again, and so on.

    Args:
        container: the file or line to mend.
        lint: what finds the diagnostics of a document.
        applicable: which fixes may be applied.
        screen: says which of them may be reported and fixed; asked in every pass.
    """
    text = "" if container.decoded is None else container.decoded.text
    documents = container.documents()
    applied = 0
    for _ in range(MAX_PASSES):
        found = screen(text, [(loaded, list(lint(loaded.document))) for loaded in documents])
        texts = [
            item for loaded, items in found if loaded.counted for item in _carried(loaded, items)
        ]
        around = [item for loaded, items in found if not loaded.counted for item in items]
        # What is around the texts may be superfluous only until they are mended.
        fixes = choose(texts, applicable) or choose(around, applicable)
        mended = apply_edits(text, [edit for fix in fixes for edit in fix.edits])
        if mended == text:
            break
        applied += len(fixes)
        text, documents = mended, container.parse(mended)
    return FixedContainer(text, tuple(found), applied)


def _carried(loaded: Loaded, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics that can be mended, their edits carried to the container."""
    for item in diagnostics:
        fix = item.fix
        if fix is not None and (edits := edits_in_container(loaded.document, fix.edits)):
            yield replace(item, fix=replace(fix, edits=edits))


def edits_in_container(document: Document, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits of a document as edits of the text it was taken out of.

    Nothing is returned if one of them cannot be carried back whole.
    """
    origin = document.origin
    if origin is None:
        return tuple(edits)
    carried = [origin.back.edits(edit, origin.escape) for edit in edits]
    return tuple(edit for part in carried for edit in part) if all(carried) else ()


def choose(diagnostics: Iterable[Diagnostic], applicable: frozenset[Applicability]) -> list[Fix]:
    """Return the fixes that can be applied together, the worst and first preferred.

    Args:
        diagnostics: the diagnostics of one document.
        applicable: which fixes may be applied.
    """
    chosen: list[Fix] = []
    taken: list[Edit] = []
    order = sorted(diagnostics, key=lambda item: (item.severity.rank, item.span, item.code))
    for diagnostic in order:
        fix = diagnostic.fix
        if fix is None or fix.applicability not in applicable:
            continue
        if not any(_conflict(edit, other) for edit in fix.edits for other in taken):
            chosen.append(fix)
            taken += fix.edits
    return chosen


def _conflict(edit: Edit, other: Edit) -> bool:
    """Say whether two edits overlap, or one inserts where the other begins or ends."""
    if edit.span.overlaps(other.span):
        return True
    touching = edit.span.start <= other.span.end and other.span.start <= edit.span.end
    inserts = not len(edit.span) or not len(other.span)
    # Which blank line goes with a deleted line depends on what stands above it then.
    deletes = not edit.replacement and not other.replacement
    return touching and (inserts or deletes)
