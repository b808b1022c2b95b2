"""Diagnostics as places in the file itself, for formats that other programs open it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.reporters.placing import carried
from newslint.text.derived import Edit
from newslint.text.expressions import expression
from newslint.text.lines import Position
from newslint.text.span import Span

_LONE_SURROGATE = expression("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a file.

    Args:
        line: 1-based line that it begins on.
        end_line: 1-based line that it ends on.
        columns: 1-based columns in code points of its beginning and after its end;
            None where the file has no such columns.
    """

    line: int
    end_line: int
    columns: tuple[int, int] | None


class FilePlaces:
    """The diagnostics of one document, with their places in its file.

    A field of a record is shown in its line of the file, escapes and all. Where
    the text of the file is not known, only the line of the record is.

    Args:
        document: the document that a reporter was given.
        diagnostics: its diagnostics.
    """

    def __init__(self, document: Document, diagnostics: Sequence[Diagnostic]) -> None:
        origin = document.origin
        self.diagnostics: Sequence[Diagnostic] = diagnostics
        self._text_known = origin is not None or document.record is None
        self._first_line = 1 if origin is None else origin.line
        if origin is not None:
            document, self.diagnostics = carried(document, diagnostics, origin)
        self.document = document
        self._counted = (0, 0, 1)

    @property
    def path(self) -> str:
        """What the file is called, fit to be written as UTF-8."""
        return _LONE_SURROGATE.sub("\ufffd", self.document.path or "-")

    @property
    def whole(self) -> bool:
        """Whether offsets count from the start of the file."""
        return self._text_known and self._first_line == 1

    def region(self, span: Span) -> Region:
        """Return where a span stands.

        Args:
            span: code points of the text of `document`.
        """
        if not self._text_known:
            line = self.document.record.line if self.document.record else 1
            return Region(line, line, None)
        before = self._first_line - 1
        start = self.document.line_index.position(span.start)
        end = self.document.line_index.position(span.end)
        return Region(start.line + before, end.line + before, (start.column, end.column))

    def edits(self, diagnostic: Diagnostic) -> tuple[Edit, ...]:
        """Return the edits of the file that a diagnostic offers a person to accept.

        Args:
            diagnostic: one of `diagnostics`.
        """
        fix = diagnostic.fix
        if not self._text_known or fix is None or fix.applicability == "display":
            return ()
        if any(_LONE_SURROGATE.search(edit.replacement) for edit in fix.edits):
            return ()
        return fix.edits

    def byte_column(self, offset: int) -> int:
        """Return the 1-based column of an offset in UTF-8 bytes.

        What was counted for the offset asked before is not counted again, so that
        many diagnostics on a line of many megabytes cost one count of it.

        Args:
            offset: code points of the text of `document`.
        """
        index = self.document.line_index
        start = index.offset(Position(index.position(offset).line, 1))
        line, done, column = self._counted
        if line != start or done > offset:
            line, done, column = start, start, 1
        column += len(self.document.text[done:offset].encode("utf-8", "surrogatepass"))
        self._counted = (line, offset, column)
        return column
