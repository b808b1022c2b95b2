"""Paths from the command line to inputs and their formats."""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import cast

import newslint.sources as package
from newslint.sources import plain
from newslint.sources.base import Format, Input
from newslint.sources.compression import bare_name

STANDARD_INPUT = "-"
_OWN = frozenset({"newslint-baseline.json"})


@lru_cache(maxsize=1)
def formats() -> dict[str, Format]:
    """Return the formats by file suffix: the modules that name their suffixes."""
    modules = [module.name for module in pkgutil.iter_modules(package.__path__)]
    loaded = [import_module(f"newslint.sources.{name}") for name in modules]
    return {
        suffix: cast("Format", module)
        for module in loaded
        for suffix in getattr(module, "SUFFIXES", ())
    }


def format_of(source: Input) -> Format:
    """Return the format of an input by its name; plain text where the suffix is unknown."""
    suffix = os.path.splitext(bare_name(source.name))[1].lower()  # noqa: PTH122 - a name is no path
    return formats().get(suffix, cast("Format", plain))


def discover(paths: Iterable[str]) -> Iterator[Input | MissingPathError | NoTextError]:
    """Yield the inputs that paths stand for, in a stable order.

    A directory stands for the files of known formats below it, hidden ones left
    out; a file that is named is read whatever its suffix.

    Args:
        paths: files, directories, or ``-`` for standard input.

    Yields:
        An input, or what is wrong with a path.
    """
    for name in paths:
        path = Path(name)
        if name == STANDARD_INPUT:
            yield Input("<stdin>", data=sys.stdin.buffer.read())
        elif path.is_dir():
            empty = True
            for file in _text_files(path):
                empty = False
                yield Input(file.as_posix(), file)
            if empty:
                yield NoTextError(name)
        elif path.exists():
            yield Input(path.as_posix(), path)
        else:
            yield MissingPathError(name)


def _text_files(directory: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(directory):
        folders[:] = sorted(folder for folder in folders if not folder.startswith("."))
        for file in sorted(files):
            suffix = os.path.splitext(bare_name(file))[1].lower()  # noqa: PTH122
            if not file.startswith(".") and file not in _OWN and suffix in formats():
                yield Path(root, file)


class MissingPathError(Exception):
    """A path that does not exist."""

    def __str__(self) -> str:
        return f"there is no file or directory “{self.args[0]}”; check the path."


class NoTextError(Exception):
    """A directory without a file of a known format."""

    def __str__(self) -> str:
        known = ", ".join(sorted(formats()))
        return f"the directory “{self.args[0]}” holds no text to lint; known are {known}."
