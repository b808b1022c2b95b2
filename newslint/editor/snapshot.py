"""What is known of one version of an open text, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from newslint.diagnostics import Diagnostic, Edit, Severity
from newslint.editor.linters import Configured
from newslint.editor.open_text import found_in, heeds_comments, safe_edits
from newslint.editor.positions import Positions
from newslint.reporters.printable import printable
from newslint.ruleset.model import Rule
from newslint.text.span import Span

_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True)
class Snapshot:
    """One version of an open text.

    Args:
        uri: the address the editor gave it.
        version: the editor's number for this state; None for a file that is not open.
        name: the file's name, or one made up for a text that is no file yet.
        text: the text as it stands in the editor.
        encoding: what the editor counts characters in.
        configured: the rules and the fields of records.
    """

    uri: str
    version: int | None
    name: str
    text: str
    encoding: str
    configured: Configured

    @cached_property
    def found(self) -> list[Diagnostic]:
        """The diagnostics, in code points of the text."""
        return found_in(self.name, self.text, self.configured)

    @cached_property
    def positions(self) -> Positions:
        """Offsets to lines and characters."""
        return Positions(self.text, self.encoding)

    @cached_property
    def heeds_comments(self) -> bool:
        """Whether a comment in the text has a say in what is reported."""
        return heeds_comments(self.name, self.text, self.configured)

    def diagnostics(self) -> list[types.Diagnostic]:
        """Return the diagnostics as the protocol has them."""
        return [self.diagnostic(item) for item in self.found]

    def diagnostic(self, item: Diagnostic) -> types.Diagnostic:
        """Return one diagnostic as the protocol has it."""
        sentences = [printable(sentence) for sentence in (item.message, *item.evidence)]
        return types.Diagnostic(
            range=self.range(item.span),
            message="\n".join(sentences),
            severity=_LEVELS[item.severity],
            code=item.code,
            source="newslint",
        )

    def touching(self, wanted: types.Range) -> Iterator[Diagnostic]:
        """Yield the diagnostics that a range of the text overlaps or touches."""
        start, end = self._offset(wanted.start), self._offset(wanted.end)
        for item in self.found:
            if item.span.start <= end and start <= item.span.end:
                yield item

    def range(self, span: Span) -> types.Range:
        """Return a span as the protocol has it."""
        return types.Range(self._position(span.start), self._position(span.end))

    def text_edits(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        """Return edits as the protocol has them."""
        return [types.TextEdit(self.range(edit.span), edit.replacement) for edit in edits]

    def safe_edits(self) -> list[types.TextEdit]:
        """Return what applying every safe fix changes."""
        return self.text_edits(safe_edits(self.name, self.text, self.configured))

    def rule(self, code: str) -> Rule:
        """Return the rule of one of the diagnostics."""
        return next(rule for rule in self.configured.linter.rules if rule.code == code)

    def _position(self, offset: int) -> types.Position:
        return types.Position(*self.positions.place(offset))

    def _offset(self, position: types.Position) -> int:
        return self.positions.offset(position.line, position.character)
