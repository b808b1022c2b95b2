"""One run over many inputs: read, lint, perhaps fix, report."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newslint.cli.options import complain
from newslint.diagnostics import Applicability, Diagnostic
from newslint.fixer import FixedContainer, fix_container
from newslint.linter import Linter
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.placing import placed
from newslint.reporters.printable import printable
from newslint.sources.base import Container, Fields, Input, Loaded
from newslint.sources.compression import packed
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
        containers = format_of(source).read(source, self.fields)
        if self.applicable:
            yield from self._fixed(source, containers)
            return
        for container in containers:
            for loaded in container.documents():
                yield from self._report(loaded, self.linter.lint(loaded.document))

    def _report(self, loaded: Loaded, found: Sequence[Diagnostic]) -> list[str]:
        noted = (
            self.linter.report(note.code, note.span, note.values, loaded.document)
            for note in loaded.notes
        )
        diagnostics = [*(item for item in noted if item is not None), *found]
        self.summary.add(diagnostics)
        return self.reporter.render(*placed(loaded.document, diagnostics))

    def _fixed(self, source: Input, containers: Iterable[Container]) -> Iterator[str]:
        parts: list[str] = []
        chunks = self._mended(source, containers, parts)
        if self.diff:
            for _ in chunks:
                yield from parts
                parts.clear()
        elif source.path is None:
            sys.stdout.buffer.writelines(chunks)
        else:
            try:
                replace_file(source.path, packed(source.name, chunks))
            except OSError as error:
                complain(f"{source.name}: it was not written: {error.strerror or error}.")
                self.bad_usage = True
        yield from parts

    def _mended(
        self, source: Input, containers: Iterable[Container], parts: list[str]
    ) -> Iterator[bytes]:
        """Yield the bytes of the mended containers, and put what is to be reported into parts."""
        for container in containers:
            fixed = fix_container(container, self.linter.lint, self.applicable)
            try:
                mended = container.encoded(fixed.text)
            except UnicodeEncodeError as error:
                complain(f"{source.name}: its encoding {error.encoding} cannot hold the fixes.")
                self.bad_usage = True
                mended = container.raw
            self.summary.fixed += fixed.applied
            if self.diff:
                for loaded in container.documents():
                    self._report(loaded, self.linter.lint(loaded.document))
                parts.append(_diff(source.name, container, fixed))
            else:
                for loaded, diagnostics in fixed.found:
                    parts += self._report(loaded, diagnostics)
            if container.lost and not self.diff:
                raise OSError(0, container.lost)
            yield mended


def _diff(name: str, container: Container, fixed: FixedContainer) -> str:
    """Return a unified diff of a container and its mended text."""
    import difflib  # noqa: PLC0415

    before = "" if container.decoded is None else container.decoded.text
    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        fixed.text.splitlines(keepends=True),
        f"a/{printable(name)}",
        f"b/{printable(name)}",
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
