"""One run over many inputs: read, lint, perhaps fix, report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from newslint.cli.checking import Checker
from newslint.cli.options import complain
from newslint.cli.progress import Progress
from newslint.cli.sharing import shared
from newslint.diagnostics import Applicability
from newslint.reporters.base import Summary
from newslint.reporters.printable import harmless, printable
from newslint.sources.base import Container, Found, Input
from newslint.sources.choosing import Choice
from newslint.sources.compression import packed
from newslint.sources.discovery import MissingPathError, discover

if TYPE_CHECKING:
    from newslint.cli.checking import ScreenOf
    from newslint.fixer import FixedContainer, Screen


@dataclass(slots=True, eq=False, repr=False)
class Session:
    """One run: which inputs there are, whether they are fixed, and what went wrong.

    Args:
        checker: what is done with an input that is not fixed.
        choice: what is read of directories, and as what.
        applicable: which fixes are applied.
        diff: whether fixes are only shown.
        jobs: how many processes there are at most; None for one a processor.
        bad_usage: whether a path could not be used.
    """

    checker: Checker
    choice: Choice = field(default_factory=Choice)
    applicable: frozenset[Applicability] = frozenset()
    diff: bool = False
    jobs: int | None = 1
    bad_usage: bool = False

    @property
    def summary(self) -> Summary:
        """The counts."""
        return self.checker.summary

    def parts(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield the parts of the report, or of the diff, input by input.

        Raises:
            WorkerLostError: if a worker process ended.
        """
        progress = Progress()
        for parts in self._steps(paths):
            yield from parts
            progress.show(self.summary.documents)
        progress.clear()
        if self.checker.cache is not None:
            self.checker.cache.save()

    def found(self, paths: Iterable[str]) -> Iterator[Found]:
        """Yield what remains to be reported, container by container, and report nothing."""
        checker = self.checker
        yield from checker.found(checker.read(self._inputs(paths)), checker.screening.of)
        for source, container, screen in self._sidecars():
            yield from checker.found([(source, container)], partial(_always, screen))

    def _steps(self, paths: Iterable[str]) -> Iterator[Iterable[str]]:
        checker, inputs = self.checker, self._inputs(paths)
        if self.applicable:
            for source in inputs:
                yield self._fixed(source, checker.containers(source), checker.screening.of)
        else:
            yield from shared(checker, inputs, self.jobs)
        for source, container, screen in self._sidecars():
            containers, screen_of = [container], partial(_always, screen)
            if self.applicable:
                yield self._fixed(source, containers, screen_of)
            else:
                yield from map(checker.report, checker.found([(source, container)], screen_of))

    def _inputs(self, paths: Iterable[str]) -> Iterator[Input]:
        for source in discover(paths, self.choice):
            if isinstance(source, Exception):
                complain(str(source))
                self.bad_usage |= isinstance(source, MissingPathError)
            else:
                yield source

    def _sidecars(self) -> Iterator[tuple[Input, Container, Screen]]:
        """Yield the files of entries that are about the inputs, which must all be read."""
        screening = self.checker.screening
        yield from screening.of_sidecars()
        for problem in screening.sidecars.problems:
            complain(problem)
            self.bad_usage = True

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
            from newslint.sources.writing import replace_file  # noqa: PLC0415

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
        from newslint.fixer import fix_container  # noqa: PLC0415 - most runs mend nothing

        for container in containers:
            lint, screen = self.checker.linter.lint, screen_of(container)
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
                self.checker.count(screen(container.text, found))
                parts.append(_diff(source.name, container, fixed))
            else:
                parts += self.checker.report(fixed.found)
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
