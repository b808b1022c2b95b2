"""Suppression at work: on the documents of one container, for reports and fixes alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newslint.diagnostics import Applicability, Diagnostic, Fix
from newslint.document import Document
from newslint.linter import Linter
from newslint.sources.base import Container, Found, Loaded, Note
from newslint.suppression.selectors import Judge
from newslint.suppression.sic import FAMILIES, is_on_word, sic_words
from newslint.suppression.stretches import Stretches
from newslint.text.derived import Edit
from newslint.text.span import Span

if TYPE_CHECKING:
    from newslint.suppression.comments import Comments
    from newslint.suppression.sidecar import Sidecar


class Suppression(NamedTuple):
    """Takes out of what was found what people have decided to leave as it is.

    Args:
        linter: reports on suppressions that are superfluous or say too little.
        judge: tells which are superfluous.
    """

    linter: Linter
    judge: Judge

    def screened(
        self, container: Container, text: str, found: Found, sidecars: Sequence[Sidecar]
    ) -> Found:
        """Return what remains, with what is to be said about the comments themselves.

        Args:
            container: the container.
            text: its text now; fixes may have changed it.
            found: its documents with their diagnostics.
            sidecars: the entries' files that are about its path.
        """
        texts = [loaded.document for loaded, _ in found if loaded.counted]
        comments = _comments(container, text, texts)
        kept = [
            (loaded, _remaining(loaded.document, diagnostics, comments, sidecars))
            for loaded, diagnostics in found
        ]
        if comments is None:
            return kept
        own = self.reported(comments.notes(self.judge))
        own = [item for item in own if not comments.suppress(item, item.span)]
        own.sort(key=lambda item: (item.span, item.code))
        document = Document(text, container.path)
        return [*kept, (Loaded(document, counted=False), own)] if own else kept

    def reported(self, notes: Iterable[tuple[Note, tuple[Edit, ...]]]) -> list[Diagnostic]:
        """Return notes about suppressions as diagnostics; to take one out is safe.

        Args:
            notes: the notes, each with the edits that mend what it is about.
        """
        found = []
        for note, edits in notes:
            diagnostic = self.linter.report(note.code, note.span, note.values)
            if diagnostic is not None and edits:
                fix = Fix("Take out what suppresses nothing", Applicability.SAFE, edits)
                diagnostic = replace(diagnostic, fix=fix)
            if diagnostic is not None:
                found.append(diagnostic)
        return found


def _comments(container: Container, text: str, documents: Sequence[Document]) -> Comments | None:
    """Return the comments of a text that speak to newslint, if there are any."""
    if container.comments is None or "newslint-" not in text:
        return None
    from newslint.suppression.comments import Comments, blocks  # noqa: PLC0415

    paragraphs = sorted(
        document.in_container(block) for document in documents for block in blocks(document.text)
    )
    return Comments(text, container.comments(text), paragraphs) or None


def _remaining(
    document: Document,
    diagnostics: Sequence[Diagnostic],
    comments: Comments | None,
    sidecars: Sequence[Sidecar],
) -> list[Diagnostic]:
    """Return the diagnostics of a document that are not suppressed.

    A fix that would change what is suppressed is only shown.
    """
    entries = [(sidecar, sidecar.about(document)) for sidecar in sidecars]
    words = list(sic_words(document.text))
    marked = Stretches(words)
    kept: list[Diagnostic] = []
    hidden: list[Span] = []
    for item in diagnostics:
        # No short cut: all that suppress a diagnostic are at work, not the first alone.
        by_comment = comments is not None and comments.suppress(
            item, document.in_container(item.span)
        )
        by_entry = [sidecar.suppress(about, item, document) for sidecar, about in entries]
        if by_comment or any(by_entry) or _meant(item, document, marked):
            hidden.append(item.span)
        else:
            kept.append(item)
    if not hidden and not words and comments is None:
        return kept
    return [_harmless(item, document, comments, Stretches([*hidden, *words])) for item in kept]


def _meant(item: Diagnostic, document: Document, marked: Stretches) -> bool:
    on_word = item.code[:3] in FAMILIES and marked.touch(item.span)
    return on_word and is_on_word(document.text, item.span)


def _harmless(
    item: Diagnostic, document: Document, comments: Comments | None, hidden: Stretches
) -> Diagnostic:
    fix = item.fix
    if fix is None:
        return item
    kept = [
        comments is not None and comments.protect(item, document.in_container(edit.span))
        for edit in fix.edits
    ]
    if any(kept) or any(hidden.touch(edit.span) for edit in fix.edits):
        return replace(item, fix=replace(fix, applicability=Applicability.DISPLAY))
    return item
