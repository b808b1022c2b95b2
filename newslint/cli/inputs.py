"""Options that say what is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from newslint.cli.options import fail
from newslint.cli.starting import root_of
from newslint.config import Config
from newslint.sources.choosing import Choice, Globs
from newslint.sources.discovery import STANDARD_INPUT, format_names

Command = TypeVar("Command", bound=Callable[..., None])


class _FormatName(click.Choice[str]):
    """The name of a format; all of them are loaded where somebody asks which there are."""

    def __init__(self) -> None:
        super().__init__(())

    @property
    def choices(self) -> tuple[str, ...]:
        """The names."""
        return tuple(format_names())

    @choices.setter
    def choices(self, none: object) -> None:
        """Take none from the class that this one is made of."""


def input_options(command: Command) -> Command:
    """Add the options that say what is read."""
    for option in (
        click.option(
            "--type",
            "type_name",
            type=_FormatName(),
            help="Read every input as this format, whatever its name.",
        ),
        click.option(
            "--stdin-filename", metavar="NAME", help="What - is called; tells its format."
        ),
        click.option(
            "--files-from",
            metavar="FILE",
            help="Read the files that FILE (or -) names, one a line or parted by NUL.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            metavar="GLOB",
            help="Pass these over in directories, as in .gitignore; repeatable.",
        ),
        click.option(
            "--include",
            multiple=True,
            metavar="GLOB",
            help="Read only these of a directory, as in .gitignore; repeatable.",
        ),
    ):
        command = option(command)
    return command


class InputOptions(NamedTuple):
    """What `input_options` adds to a command.

    Args:
        include: the only files of a directory that are read.
        exclude: what is passed over.
        files_from: a file that names more files.
        stdin_filename: what standard input is called.
        type_name: the format of every input.
    """

    include: tuple[str, ...]
    exclude: tuple[str, ...]
    files_from: str | None
    stdin_filename: str | None
    type_name: str | None

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> InputOptions:
        """Return these options, and take them out of all those of a command."""
        return cls(*map(options.pop, cls._fields))

    def named(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        """Return what is to be read; ends the program with status 2 if that is nothing.

        Args:
            paths: what the command was given.
        """
        if self.files_from is None:
            return paths or fail("there is nothing to read: name files, directories, or -.")
        if self.files_from == STANDARD_INPUT and STANDARD_INPUT in paths:
            fail("standard input is either the list of files or a text: give - once.")
        return (*paths, *_listed(self.files_from))

    def choice(self, config: Config) -> Choice:
        """Return what is read of directories, by these options and the configuration."""
        return chosen(config)._replace(
            include=(*chosen(config).include, Globs(self.include)),
            exclude=(*chosen(config).exclude, Globs(self.exclude)),
            type=self.type_name,
            stdin_name=self.stdin_filename,
        )


def chosen(config: Config) -> Choice:
    """Return what is read of directories by the configuration."""
    root = root_of(config)
    return Choice((Globs(config.include, root),), (Globs(config.exclude, root),))


def _listed(name: str) -> list[str]:
    """Return the file names of a list."""
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        fail(f"--files-from: “{name}” cannot be read: {error.strerror or error}.")
    mark = b"\0" if b"\0" in data else b"\n"
    lines = data.decode("utf-8", "surrogateescape").split(mark.decode())
    return [line for line in (line.removesuffix("\r") for line in lines) if line]
