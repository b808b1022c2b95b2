"""Format `text`: every diagnostic with the line it is about, for people."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter
from newslint.reporters.concise import place
from newslint.reporters.printable import harmless, printable
from newslint.text.derived import apply_edits
from newslint.text.span import Span

_COLOR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_LONGEST_REPLACEMENT = 60


class Text(Reporter):
    """Every diagnostic with the line it is about, the span marked, and its fix."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return a block of lines for each diagnostic."""
        return [self._block(document, diagnostic) for diagnostic in diagnostics]

    def _block(self, document: Document, diagnostic: Diagnostic) -> str:
        from newslint.reporters.excerpt import excerpt  # noqa: PLC0415 - of most texts nothing is shown

        color = _COLOR[diagnostic.severity]
        head = (
            f"{self._painted(place(document, diagnostic), '1')}: "
            f"{self._painted(diagnostic.severity.value, color + ';1')} "
            f"{self._painted(diagnostic.code, color)} {printable(diagnostic.message)} "
            f"{self._painted('[' + diagnostic.name + ']', '2')}"
        )
        lines = [harmless(head)]
        if document.text:
            shown = excerpt(document, diagnostic.span, max(40, self.style.width - 10))
            gutter = f"{shown.number:>5} | "
            lines += [
                f"{gutter}{shown.before}{self._painted(shown.marked, color)}{shown.after}",
                f"{' ' * 5} | {self._painted(shown.underline(), color + ';1')}",
            ]
        notes = [printable(sentence) for sentence in diagnostic.evidence]
        if diagnostic.fix is not None:
            notes.append(_fix_line(document, diagnostic, diagnostic.fix))
        lines += [f"{' ' * 5} = {harmless(note)}" for note in notes]
        return "\n".join(lines) + "\n\n"

    def _painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.style.color and text else text


def _fix_line(document: Document, diagnostic: Diagnostic, fix: Fix) -> str:
    kind = {
        Applicability.SAFE: "safe fix",
        Applicability.UNSAFE: "fix (unsafe)",
        Applicability.DISPLAY: "suggestion",
    }[fix.applicability]
    line = f"{kind}: {printable(fix.title)}"
    old = diagnostic.span.of(document.text)
    if not all(diagnostic.span.contains(edit.span) for edit in fix.edits):
        return line
    new = apply_edits(old, [_moved(edit, -diagnostic.span.start) for edit in fix.edits])
    if not new.strip() or len(old) + len(new) > _LONGEST_REPLACEMENT:
        return line
    return f"{line}: “{printable(old)}” → “{printable(new)}”"


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(Span(edit.span.start + by, edit.span.end + by), edit.replacement)


REPORTER = Text
