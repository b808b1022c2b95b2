"""What an editor can do about diagnostics: fix one, fix all, leave one as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from newslint.diagnostics import Applicability, Diagnostic, Edit
from newslint.editor.snapshot import Snapshot
from newslint.text.expressions import expression
from newslint.text.span import Span

QUICK_FIX = "quickfix"
FIX_ALL = "source.fixAll.newslint"
KINDS = (QUICK_FIX, FIX_ALL)

_BLANK = expression(r"[ \t]*")


def actions(
    snapshot: Snapshot, wanted: types.Range, only: Sequence[str] | None, *, versioned: bool
) -> Iterator[types.CodeAction]:
    """Yield the actions for a range of a text.

    Args:
        snapshot: the text and its diagnostics.
        wanted: where the cursor or the selection is.
        only: the kinds that the editor asks for; None for every kind.
        versioned: whether the editor takes edits of one version of a text.
    """
    if _asked(QUICK_FIX, only):
        found = list(snapshot.touching(wanted))
        for item in found:
            if item.fix is not None:
                yield _fix(snapshot, item, versioned=versioned)
        if found and snapshot.heeds_comments:
            for item in found:
                yield _suppression(snapshot, item, versioned=versioned)
    if _asked(FIX_ALL, only) and (edits := snapshot.safe_edits()):
        edit = _workspace_edit(snapshot, edits, versioned=versioned)
        yield types.CodeAction("Apply every safe fix of newslint", kind=FIX_ALL, edit=edit)


def _asked(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == item or kind.startswith(f"{item}.") for item in only)


def _fix(snapshot: Snapshot, item: Diagnostic, *, versioned: bool) -> types.CodeAction:
    assert item.fix is not None  # noqa: S101 - the caller has looked
    edits = snapshot.text_edits(item.fix.edits)
    return types.CodeAction(
        title=f"{item.fix.title} ({item.code})",
        kind=QUICK_FIX,
        diagnostics=[snapshot.diagnostic(item)],
        edit=_workspace_edit(snapshot, edits, versioned=versioned),
        is_preferred=item.fix.applicability is Applicability.SAFE,
    )


def _suppression(snapshot: Snapshot, item: Diagnostic, *, versioned: bool) -> types.CodeAction:
    """Return the action that puts a comment for one rule above the line of a diagnostic."""
    line, _ = snapshot.positions.place(item.span.start)
    start = snapshot.positions.line_start(line)
    blank = _BLANK.match(snapshot.text, start)
    indent = blank[0] if blank else ""
    line_end = "\r\n" if "\r\n" in snapshot.text else "\n"
    comment = f"{indent}<!-- newslint-disable-next-line {item.code} -- reason -->{line_end}"
    edits = snapshot.text_edits([Edit(Span(start, start), comment)])
    return types.CodeAction(
        title=f"Leave this as it is: disable {item.code} for the line",
        kind=QUICK_FIX,
        diagnostics=[snapshot.diagnostic(item)],
        edit=_workspace_edit(snapshot, edits, versioned=versioned),
        is_preferred=False,
    )


def _workspace_edit(
    snapshot: Snapshot, edits: list[types.TextEdit], *, versioned: bool
) -> types.WorkspaceEdit:
    if not versioned:
        return types.WorkspaceEdit(changes={snapshot.uri: edits})
    identifier = types.OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, edits)])
