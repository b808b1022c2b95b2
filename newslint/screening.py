"""What of all that was found is reported and fixed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.sources.base import Container, Found, Input, Loaded
from newslint.sources.decoding import Decoded
from newslint.sources.naming import absolute, seen_from
from newslint.suppression.finding import Sidecars, Uses
from newslint.suppression.screen import Suppression
from newslint.suppression.selectors import Judge
from newslint.text.encoded import EncodedText

if TYPE_CHECKING:
    from newslint.added_lines import AddedLines
    from newslint.baseline import Baseline, Key, Spent
    from newslint.fixer import Screen
    from newslint.suppression.sidecar import Sidecar


class Decided(NamedTuple):
    """What the screening of some texts went by.

    Args:
        uses: what came of the entries.
        spent: what was used up of the baseline; None where there is none.
    """

    uses: Uses
    spent: Spent | None


class Screening(NamedTuple):
    """Notes added, and taken out what is suppressed, in the baseline, or on old lines.

    Args:
        suppression: what people have decided to leave as it is.
        sidecars: finds the files of entries.
        baseline: what was there before.
        added: the lines that count; None for all.
    """

    suppression: Suppression
    sidecars: Sidecars
    baseline: Baseline | None = None
    added: AddedLines | None = None

    def of(self, container: Container) -> Screen:
        """Return the screen of a container, to be asked in every pass over it."""
        return partial(self._screened, container, Counter())

    def aside(self) -> Screening:
        """Return one that goes by the same and tells by itself what it went by."""
        baseline = None if self.baseline is None else self.baseline.aside()
        return self._replace(sidecars=self.sidecars.aside(), baseline=baseline)

    def taken(self) -> Decided:
        """Return what the screening went by since the last time that this was asked."""
        spent = None if self.baseline is None else self.baseline.taken()
        return Decided(self.sidecars.taken(), spent)

    def accept(self, decided: Decided) -> bool:
        """Go by what another process went by; False if it would have come out differently here.

        Args:
            decided: what the screening there returned as `taken`.
        """
        baseline, spent = self.baseline, decided.spent
        if baseline is not None and spent is not None and not baseline.accept(spent):
            return False
        self.sidecars.add(decided.uses)
        return True

    def of_sidecars(self) -> Iterator[tuple[Input, Container, Screen]]:
        """Yield the files of entries, each with what there is to say about its entries.

        To be asked after all texts were read.
        """
        for sidecar in self.sidecars.every():
            raw = sidecar.text.encode("utf-8")
            path = sidecar.path
            name = seen_from(Path.cwd(), str(path))
            decoded = Decoded(EncodedText(sidecar.text, raw))
            container = Container(raw, decoded, lambda _: [], path=name)
            screen = partial(self._about_entries, container.path, sidecar)
            yield Input(container.path, path), container, screen

    def _about_entries(self, name: str, sidecar: Sidecar, text: str, _: Found) -> Found:
        notes = self.suppression.reported(sidecar.notes(text, self.suppression.judge))
        return [(Loaded(Document(text, name), counted=False), notes)]

    def _screened(
        self, container: Container, taken: Counter[Key], text: str, found: Found
    ) -> Found:
        noted = [
            (loaded, [*self._noted(loaded, of_file=False), *diagnostics])
            for loaded, diagnostics in found
        ]
        if around := [item for loaded, _ in found for item in self._noted(loaded, of_file=True)]:
            placed = [replace(item, text=item.span.of(text)) for item in around]
            noted.append((Loaded(Document(text, container.path), counted=False), placed))
        found = noted
        sidecars = self.sidecars.about(container.path)
        found = self.suppression.screened(container, text, found, sidecars)
        if self.baseline is not None:
            found = self.baseline.screened(found, taken)
        return found if self.added is None else self.added.screened(text, found)

    def _noted(self, loaded: Loaded, *, of_file: bool) -> Iterator[Diagnostic]:
        """Yield what was noticed while a document was read, in it or in the file around it."""
        for note in loaded.notes:
            if note.of_file == of_file:
                report = self.suppression.linter.report
                item = report(note.code, note.span, note.values, loaded.document)
                if item is not None:
                    yield item


def screening(
    linter: Linter,
    root: Path,
    rules: tuple[Path, ...] = (),
    baseline: Baseline | None = None,
    added: AddedLines | None = None,
) -> Screening:
    """Return the screening of a run.

    Args:
        linter: the rules that run.
        root: the directory of the configuration, or else the working directory.
        rules: further directories of rules, to know those that do not run.
        baseline: what was there before.
        added: the lines that count; None for all.
    """
    judge = Judge(linter.rules, partial(load_rules, rules))
    today = dt.datetime.now(dt.UTC).astimezone().date()
    sidecars = Sidecars(absolute(str(root)), today)
    return Screening(Suppression(linter, judge), sidecars, baseline, added)
