"""One run over many inputs: read, lint, perhaps fix, report."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newslint.cli.options import complain
from newslint.diagnostics import Applicability, Diagnostic
from newslint.document import Document
from newslint.fixer import Fixed, fix_document
from newslint.linter import Linter
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.printable import printable
from newslint.sources.base import Fields, Input, Loaded
from newslint.sources.discovery import MissingPathError, discover, format_of
from newslint.sources.writing import replace_file

_PROGRESS_AFTER = 1.0


@dataclass(slots=True)
class Session:
    """One run and what it has counted so far.

    Args:
        linter: the rules.
        reporter: the format of the report.
        fields: which fields of records hold what.
        applicable: which fixes are applied.
        diff: whether fixes are only shown.
        summary: the counts.
        bad_usage: whether a path could not be used.
    """

    linter: Linter
    reporter: Reporter
    fields: Fields = field(default_factory=Fields)
    applicable: frozenset[Applicability] = frozenset()
    diff: bool = False
    summary: Summary = field(default_factory=Summary)
    bad_usage: bool = False

    def parts(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield the parts of the report, or of the diff, input by input."""
        progress = _Progress()
        for source in discover(paths):
            if isinstance(source, Exception):
                complain(str(source))
                self.bad_usage |= isinstance(source, MissingPathError)
                continue
            yield from self._input(source)
            progress.show(self.summary.documents)
        progress.clear()

    def _input(self, source: Input) -> Iterator[str]:
        if self.applicable:
            yield from self._fixed(source)
            return
        for loaded in format_of(source).read(source, self.fields):
            yield from self._report(loaded.document, self._lint(loaded))

    def _report(self, document: Document, diagnostics: list[Diagnostic]) -> list[str]:
        self.summary.add(diagnostics)
        return self.reporter.render(document, diagnostics)

    def _lint(self, loaded: Loaded) -> list[Diagnostic]:
        return [*self._noted(loaded), *self.linter.lint(loaded.document)]

    def _noted(self, loaded: Loaded) -> list[Diagnostic]:
        noted = (self.linter.report(note.code, note.span, note.values) for note in loaded.notes)
        return [diagnostic for diagnostic in noted if diagnostic is not None]

    def _fixed(self, source: Input) -> Iterator[str]:
        parts: list[str] = []

        def mend(loaded: Loaded) -> str:
            fixed = fix_document(loaded.document, self.linter.lint, self.applicable)
            self.summary.fixed += fixed.applied
            if self.diff:
                self.summary.add(self._lint(loaded))
                parts.append(_diff(loaded.document, fixed))
            else:
                noted = self._noted(loaded)
                parts.extend(self._report(fixed.document, [*noted, *fixed.diagnostics]))
            return fixed.document.text

        chunks = format_of(source).rewrite(source, self.fields, mend)
        if self.diff:
            for _ in chunks:
                yield from parts
                parts.clear()
        elif source.path is None:
            sys.stdout.buffer.writelines(chunks)
        else:
            try:
                replace_file(source.path, chunks)
            except OSError as error:
                complain(f"{source.name}: it was not written: {error.strerror or error}.")
                self.bad_usage = True
        yield from parts


def _diff(document: Document, fixed: Fixed) -> str:
    """Return a unified diff of a document and its mended text."""
    import difflib  # noqa: PLC0415

    name = printable(document.identity)
    lines = difflib.unified_diff(
        document.text.splitlines(keepends=True),
        fixed.document.text.splitlines(keepends=True),
        f"a/{name}",
        f"b/{name}",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


class _Progress:
    """A line on standard error that counts, on a terminal and on long runs only."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = 0.0
        self._terminal = sys.stderr.isatty()

    def show(self, documents: int) -> None:
        now = time.monotonic()
        if self._terminal and now - self._began > _PROGRESS_AFTER and now - self._shown > 0.1:
            sys.stderr.write(f"\r{documents:,} texts …")
            sys.stderr.flush()
            self._shown = now

    def clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
