"""Which files below a directory are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.sources.decoding import is_binary

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_GIT_IGNORE = ".gitignore"


class Globs(NamedTuple):
    """Patterns as in `.gitignore`, and the directory that they are relative to.

    Args:
        patterns: the patterns; of several that fit, the last decides.
        root: the directory.
    """

    patterns: tuple[str, ...] = ()
    root: Path = Path()

    def __bool__(self) -> bool:
        return bool(self.patterns)


class Choice(NamedTuple):
    """What is read of a directory.

    Args:
        include: the only files that are read, whatever their suffix; empty for those of
            known formats.
        exclude: files and directories that are passed over.
        type: the format of every input; None to go by names.
        stdin_name: what standard input is called, which tells its format.
    """

    include: tuple[Globs, ...] = ()
    exclude: tuple[Globs, ...] = ()
    type: str | None = None
    stdin_name: str | None = None

    def files(self, directory: Path, known: Callable[[str], bool]) -> Iterator[Path]:
        """Yield the files below a directory in a stable order.

        Hidden ones are left out, and what the `.gitignore` files of the directories and of
        the repository say.

        Args:
            directory: where to look.
            known: whether a file name has the suffix of a known format.
        """
        included = [_Rules(globs) for globs in self.include if globs]
        excluded = [_Rules(globs) for globs in self.exclude if globs]
        ignores: dict[str, list[_Rules]] = {}
        for root, folders, files in os.walk(directory):
            above = ignores.get(os.path.dirname(root))  # noqa: PTH120 - of every folder of a tree
            rules = [*(_above(Path(root)) if above is None else above), *_own(Path(root))]
            ignores[root] = rules
            passed_over = _Folder(root, [*rules, *excluded])
            wanted = _Folder(root, included)
            folders[:] = sorted(
                name for name in folders if name[0] != "." and not passed_over.fits(f"{name}/")
            )
            for name in sorted(files):
                if name[0] == "." or passed_over.fits(name):
                    continue
                path = Path(root, name)
                chosen = wanted.fits(name) if included else known(name)
                if chosen and (not included or known(name) or not _binary(path)):
                    yield path


class _Rules:
    """Patterns ready to be matched."""

    def __init__(self, globs: Globs) -> None:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where there are patterns

        self.root = os.path.realpath(globs.root)
        self.spec: GitIgnoreSpec = GitIgnoreSpec.from_lines(globs.patterns)


class _Folder:
    """A folder with the rules that speak of what is in it, the most telling first."""

    def __init__(self, folder: str, rules: list[_Rules]) -> None:
        place = os.path.realpath(folder)
        inside = [(rule, os.path.relpath(place, rule.root)) for rule in reversed(rules)]
        self._rules = [
            (rule, "" if prefix == "." else prefix.replace(os.sep, "/") + "/")
            for rule, prefix in inside
            if prefix != os.pardir and not prefix.startswith(os.pardir + os.sep)
        ]

    def fits(self, name: str) -> bool:
        """Say whether a file fits, or a directory with its slash."""
        said = (rule.spec.check_file(prefix + name).include for rule, prefix in self._rules)
        return next((fits for fits in said if fits is not None), False)


def _own(directory: Path) -> list[_Rules]:
    """Return what the `.gitignore` of a directory says."""
    file = directory / _GIT_IGNORE
    if not file.is_file():
        return []
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []  # what it would say is unknown; the files themselves are there to be read
    return [_Rules(Globs(tuple(lines), directory))]


def _above(directory: Path) -> list[_Rules]:
    """Return what the directories above say, up to that of the repository."""
    place = directory.resolve()
    if (place / ".git").exists():
        return []
    found: list[list[_Rules]] = []
    for folder in place.parents:
        found.append(_own(folder))
        if (folder / ".git").exists():
            return [rule for rules in reversed(found) for rule in rules]
    return []


def _binary(path: Path) -> bool:
    """Say whether a file is no text, or cannot be read at all."""
    try:
        with path.open("rb") as stream:
            return is_binary(stream.read(8192))
    except OSError:
        return False  # the reader says what is wrong with it
