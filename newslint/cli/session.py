"""One run over many inputs: read, lint, perhaps fix, report."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from newslint.cache import ResultCache
from newslint.cli.options import complain
from newslint.cli.progress import Progress
from newslint.diagnostics import Applicability
from newslint.fixer import FixedContainer, Screen, fix_container
from newslint.linter import Linter
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.placing import placed
from newslint.reporters.printable import harmless, printable
from newslint.screening import Screening
from newslint.sources.base import Container, Fields, Found, Input
from newslint.sources.choosing import Choice
from newslint.sources.compression import packed
from newslint.sources.discovery import MissingPathError, discover, format_of
from newslint.sources.writing import replace_file

ScreenOf = Callable[[Container], Screen]
_Screened = tuple[Input, Iterable[Container], ScreenOf]


@dataclass(slots=True)
class Session:
    """One run and what it has counted so far.

    Args:
        linter: the rules.
        reporter: the format of the report.
        fields: which fields of records hold what.
        applicable: which fixes are applied.
        diff: whether fixes are only shown.
        screening: what of all that was found is reported and fixed.
        cache: what was found in texts that have not changed; None to find it all anew.
        choice: what is read of directories, and as what.
        summary: the counts.
        bad_usage: whether a path could not be used.
    """

    linter: Linter
    reporter: Reporter
    screening: Screening
    fields: Fields = field(default_factory=Fields)
    applicable: frozenset[Applicability] = frozenset()
    diff: bool = False
    cache: ResultCache | None = None
    choice: Choice = field(default_factory=Choice)
    summary: Summary = field(default_factory=Summary)
    bad_usage: bool = False

    def parts(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield the parts of the report, or of the diff, input by input."""
        progress = Progress()
        for source, containers, screen_of in self._inputs(paths):
            if self.applicable:
                yield from self._fixed(source, containers, screen_of)
            else:
                for found in self._found(source, containers, screen_of):
                    yield from self._report(found)
            progress.show(self.summary.documents)
        progress.clear()
        if self.cache is not None:
            self.cache.save()

    def found(self, paths: Iterable[str]) -> Iterator[Found]:
        """Yield what remains to be reported, container by container, and report nothing."""
        for source, containers, screen_of in self._inputs(paths):
            yield from self._found(source, containers, screen_of)

    def _inputs(self, paths: Iterable[str]) -> Iterator[_Screened]:
        """Yield the inputs, then the files of entries that are about them."""
        for source in discover(paths, self.choice):
            if isinstance(source, Exception):
                complain(str(source))
                self.bad_usage |= isinstance(source, MissingPathError)
            else:
                containers = format_of(source, self.choice.type).read(source, self.fields)
                yield source, containers, self.screening.of
        for source, container, screen in self.screening.of_sidecars():
            yield source, iter([container]), partial(_always, screen)
        for problem in self.screening.sidecars.problems:
            complain(problem)
            self.bad_usage = True

    def _found(
        self, source: Input, containers: Iterable[Container], screen_of: ScreenOf
    ) -> Iterator[Found]:
        # What comes from standard input is no file that anybody reads twice.
        cache = None if source.path is None else self.cache
        lint = self.linter.lint if cache is None else cache.lint
        for container in containers:
            found = [(loaded, lint(loaded.document)) for loaded in container.documents()]
            yield screen_of(container)(container.text, found)

    def _report(self, found: Found) -> Iterator[str]:
        self._count(found)
        for loaded, diagnostics in found:
            yield from self.reporter.render(*placed(loaded.document, diagnostics))

    def _count(self, found: Found) -> None:
        for loaded, diagnostics in found:
            self.summary.add(diagnostics, documents=int(loaded.counted))

    def _fixed(
        self, source: Input, containers: Iterable[Container], screen_of: ScreenOf
    ) -> Iterator[str]:
        parts: list[str] = []
        chunks = self._mended(source, containers, parts, screen_of)
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
        self,
        source: Input,
        containers: Iterable[Container],
        parts: list[str],
        screen_of: ScreenOf,
    ) -> Iterator[bytes]:
        """Yield the bytes of the mended containers, and put what is to be reported into parts."""
        for container in containers:
            lint, screen = self.linter.lint, screen_of(container)
            fixed = fix_container(container, lint, self.applicable, screen)
            try:
                mended = container.encoded(fixed.text)
            except UnicodeEncodeError as error:
                complain(f"{source.name}: its encoding {error.encoding} cannot hold the fixes.")
                self.bad_usage = True
                mended = container.raw
            self.summary.fixed += fixed.applied
            if self.diff:
                found = [(loaded, lint(loaded.document)) for loaded in container.documents()]
                self._count(screen(container.text, found))
                parts.append(_diff(source.name, container, fixed))
            else:
                parts += self._report(fixed.found)
            if container.lost and not self.diff:
                raise OSError(0, container.lost)
            yield mended


def _always(screen: Screen, _: Container) -> Screen:
    return screen


def _diff(name: str, container: Container, fixed: FixedContainer) -> str:
    """Return a unified diff of a container and its mended text."""
    import difflib  # noqa: PLC0415

    lines = difflib.unified_diff(
        container.text.splitlines(keepends=True),
        fixed.text.splitlines(keepends=True),
        f"a/{printable(name)}",
        f"b/{printable(name)}",
    )
    whole = (line if line.endswith("\n") else f"{line}\n" for line in lines)
    return "".join(map(_harmless_line, whole) if _shown_to_people() else whole)


def _shown_to_people() -> bool:
    """Say whether a diff goes to a terminal or to the log of a job, and not to `patch`."""
    return sys.stdout.isatty() or os.environ.get("GITHUB_ACTIONS") == "true"


def _harmless_line(line: str) -> str:
    """Return a line of a diff that neither a terminal nor a runner obeys."""
    mark, text = line[:1], harmless(printable(line[1:].rstrip("\r\n")))
    if text.lstrip().startswith("::"):
        text = text.replace("::", ": :", 1)
    return f"{mark}{text}\n"
