"""The files of entries that are about a path: beside it and above."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.ruleset.model import RuleError
from newslint.sources.naming import absolute

if TYPE_CHECKING:
    from newslint.suppression.sidecar import Sidecar, Use

NAME = "newslint-ignore.yaml"


class Uses(NamedTuple):
    """What came of the entries of a run.

    Args:
        folders: the folders whose texts were read.
        uses: what came of the entries of a file.
    """

    folders: tuple[Path, ...]
    uses: dict[Path, Use]


@dataclass(slots=True, eq=False, repr=False)
class Sidecars:
    """The files of entries that a run comes across, each read once.

    Args:
        root: the highest directory that is looked into, as for the configuration.
        today: the day that entries expire by.
        problems: what is wrong with files that could not be used.
    """

    root: Path
    today: dt.date
    problems: list[str] = field(default_factory=list)
    _read: dict[Path, Sidecar | None] = field(default_factory=dict)
    _about: dict[Path, list[Sidecar]] = field(default_factory=dict)
    _given: dict[str, list[Sidecar]] = field(default_factory=dict)
    _new: list[Path] = field(default_factory=list)

    def aside(self) -> Sidecars:
        """Return the files as if none of them was read yet."""
        return Sidecars(self.root, self.today)

    def about(self, name: str) -> list[Sidecar]:
        """Return the files about a path, the nearest first.

        Args:
            name: the path as it was given.
        """
        # Thousands of texts share a folder, and a path takes its time.
        given = os.path.dirname(name)  # noqa: PTH120
        if given not in self._given:
            self._given[given] = self._about_folder(absolute(name).parent)
        return self._given[given]

    def taken(self) -> Uses:
        """Return what came of the entries since the last time that this was asked."""
        uses = {path: sidecar.taken() for path, sidecar in self._read.items() if sidecar}
        folders = tuple(self._new)
        self._new.clear()
        return Uses(folders, {path: use for path, use in uses.items() if use.met})

    def add(self, uses: Uses) -> None:
        """Remember what came of the entries in another process."""
        for folder in uses.folders:
            self._about_folder(folder)
        for path, use in uses.uses.items():
            sidecar = self._read.get(path)
            if sidecar is not None:
                sidecar.add(use)

    def _about_folder(self, folder: Path) -> list[Sidecar]:
        if folder not in self._about:
            every = (self._sidecar(above) for above in self._folders(folder))
            self._about[folder] = [sidecar for sidecar in every if sidecar is not None]
            self._new.append(folder)
        return self._about[folder]

    def every(self) -> list[Sidecar]:
        """Return all files that were come across, in the order of their paths."""
        return [sidecar for _, sidecar in sorted(self._read.items()) if sidecar is not None]

    def _folders(self, folder: Path) -> Iterator[Path]:
        yield folder
        if folder != self.root and folder.is_relative_to(self.root):
            for above in folder.parents:
                yield above
                if above == self.root:
                    return

    def _sidecar(self, folder: Path) -> Sidecar | None:
        if folder not in self._read:
            self._read[folder] = None
            path = folder / NAME
            if path.is_file():
                from newslint.suppression.sidecar import read_sidecar  # noqa: PLC0415

                try:
                    self._read[folder] = read_sidecar(path, self.today)
                except RuleError as error:
                    self.problems.append(str(error))
                except (OSError, UnicodeDecodeError) as error:
                    self.problems.append(f"{path}: the entries cannot be read: {error}.")
        return self._read[folder]
