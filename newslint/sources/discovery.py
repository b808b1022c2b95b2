"""Paths from the command line to inputs and their formats."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import cast

from newslint.modules import modules_of
from newslint.sources import plain
from newslint.sources.base import Format, Input, Piece
from newslint.sources.choosing import Choice
from newslint.sources.compression import bare_name

STANDARD_INPUT = "-"
_OWN = frozenset({"newslint-baseline.json"})


@lru_cache(maxsize=1)
def formats() -> dict[str, Format]:
    """Return the formats by file suffix: the modules that name their suffixes."""
    directory = str(Path(__file__).parent)
    loaded = [import_module(f"newslint.sources.{name}") for name in modules_of(directory)]
    return {
        suffix: cast("Format", module)
        for module in loaded
        for suffix in getattr(module, "SUFFIXES", ())
    }


def format_names() -> list[str]:
    """Return the names of the formats, which are those of their modules."""
    return sorted({_name(module) for module in formats().values()})


def format_of(source: Input, name: str | None = None) -> Format:
    """Return the format of an input by its name; plain text where the suffix is unknown.

    Args:
        source: the input.
        name: one of `format_names()`, whatever the input is called.
    """
    if name is not None:
        return next(module for module in formats().values() if _name(module) == name)
    suffix = _suffix(source.name)
    # Most files are plain text, and need no other format to be loaded.
    return plain if suffix in plain.SUFFIXES else formats().get(suffix, plain)


def pieces_of(source: Input, name: str | None, size: int) -> Iterator[Input]:
    """Yield the parts of an input that can be read on their own; most are read as a whole.

    Args:
        source: the input.
        name: one of `format_names()`, whatever the input is called.
        size: how many bytes a part has about.
    """
    pieces = getattr(format_of(source, name), "pieces", None)
    if pieces is not None:
        yield from pieces(source, size)
    elif source.path is None or source.path.is_file():
        yield source
    else:
        yield Piece.of_all(source)  # a pipe can be read by nobody else


def discover(
    paths: Iterable[str], choice: Choice | None = None
) -> Iterator[Input | MissingPathError | NoTextError]:
    """Yield the inputs that paths stand for, in a stable order.

    A directory stands for the chosen files below it; a file that is named is read
    whatever its name.

    Args:
        paths: files, directories, or ``-`` for standard input.
        choice: what is read of a directory; by default the files of known formats.

    Yields:
        An input, or what is wrong with a path.
    """
    choice = choice or Choice()
    for name in paths:
        path = Path(name)
        if name == STANDARD_INPUT:
            yield Input(choice.stdin_name or "<stdin>", data=sys.stdin.buffer.read())
        elif path.is_dir():
            empty = True
            for file in choice.files(path, _known):
                empty = False
                yield Input(file.as_posix(), file)
            if empty:
                yield NoTextError(name)
        elif path.exists():
            yield Input(path.as_posix(), path)
        else:
            yield MissingPathError(name)


def _known(name: str) -> bool:
    suffix = _suffix(name)
    return name not in _OWN and (suffix in plain.SUFFIXES or suffix in formats())


def _suffix(name: str) -> str:
    return os.path.splitext(bare_name(name))[1].lower()  # noqa: PTH122 - a name is no path


def _name(module: Format) -> str:
    return module.__name__.rpartition(".")[2].removesuffix("_")


class MissingPathError(Exception):
    """A path that does not exist."""

    def __str__(self) -> str:
        return f"there is no file or directory “{self.args[0]}”; check the path."


class NoTextError(Exception):
    """A directory without a file of a known format."""

    def __str__(self) -> str:
        known = ", ".join(sorted(formats()))
        return f"the directory “{self.args[0]}” holds no text to lint; known are {known}."
