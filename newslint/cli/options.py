"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import IO, NamedTuple, NoReturn, TypeVar

import click

from newslint.cli.completion import complete_levels, complete_selectors
from newslint.config import Config, ConfigError, find_config, passed_over, read_config
from newslint.config.extending import with_options
from newslint.config.model import OPTION
from newslint.diagnostics import Severity
from newslint.reporters.base import Style
from newslint.reporters.printable import harmless, printable
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.model import Rule, RuleError
from newslint.ruleset.selection import SelectionError
from newslint.sources.base import Fields

USAGE = 2
_DEFAULT_WIDTH = 100
_FIELDS = tuple(item.name for item in fields(Fields))

Command = TypeVar("Command", bound=Callable[..., None])


def selection_options(command: Command) -> Command:
    """Add the options that choose rules."""
    for option in (
        click.option("--config", type=click.Path(path_type=Path), help="Use this file."),
        click.option("--isolated", is_flag=True, help="Ignore all configuration files."),
        click.option(
            "--rules",
            "directories",
            multiple=True,
            type=click.Path(path_type=Path),
            help="Add a directory of rules; repeatable.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="CODE",
            shell_complete=complete_selectors,
            help="Run only these rules.",
        ),
        click.option(
            "--ignore",
            multiple=True,
            metavar="CODE",
            shell_complete=complete_selectors,
            help="Leave these rules out.",
        ),
        click.option(
            "--severity",
            multiple=True,
            metavar="CODE=LEVEL",
            shell_complete=complete_levels,
            help="Report a rule as error, warning or info.",
        ),
    ):
        command = option(command)
    return command


class RuleOptions(NamedTuple):
    """What `selection_options` adds to a command.

    Args:
        config: the configuration file to use.
        isolated: whether configuration files are ignored.
        directories: further directories of rules.
        select: what runs.
        ignore: what does not run.
        severity: ``CODE=LEVEL`` items.
    """

    config: Path | None
    isolated: bool
    directories: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[str, ...]


def configured(options: RuleOptions) -> tuple[Config, tuple[Rule, ...]]:
    """Return the configuration with the command line's options on top, and the rules to run.

    The rules are those that run on any text; the configuration's scopes say on which.
    Ends the program with status 2 if either cannot be used.
    """
    config = merged(options)
    try:
        return config, config.scopes.everything(load_rules(config.rules))
    except SelectionError as error:
        place = config.place_of_selector(error.selector)
        fail(f"{place}: {error}" if place not in ("", OPTION) else str(error))
    except RuleError as error:
        fail(str(error))


def merged(options: RuleOptions) -> Config:
    """Return the configuration with the command line's options on top.

    Ends the program with status 2 if it cannot be used.
    """
    path = options.config or (None if options.isolated else find_config(Path.cwd()))
    try:
        config = Config() if path is None else read_config(path)
        if path is not None and options.config is None:
            for other in passed_over(path):
                complain(f"{other} is not read, because {path.name} stands beside it; keep one.")
        config = with_options(
            config,
            select=_split(options.select),
            ignore=_split(options.ignore),
            severity=dict(map(_level, _split(options.severity))),
            rules=options.directories,
        )
        config.check_paths()
    except ConfigError as error:
        fail(str(error))
    return config


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values with comma-separated ones taken apart."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _level(item: str) -> tuple[str, Severity]:
    code, _, level = item.partition("=")
    try:
        return code, Severity(level)
    except ValueError:
        levels = ", ".join(severity.value for severity in Severity)
        raise ConfigError(f"“{item}” should be CODE=LEVEL with a level of {levels}.") from None


def style_of(stream: IO[str], color: str) -> Style:
    """Return how a report on a stream looks.

    The option decides, then NO_COLOR, then FORCE_COLOR, then whether the stream
    is a terminal.
    """
    terminal = stream.isatty()
    if color != "auto":
        painted = color == "always"
    elif os.environ.get("NO_COLOR"):
        painted = False
    else:
        painted = bool(os.environ.get("FORCE_COLOR")) or terminal
    return Style(painted, _columns() if terminal else _DEFAULT_WIDTH)


def _columns() -> int:
    import shutil  # noqa: PLC0415 - it brings all that files are packed with

    return shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns


def record_fields(option: str | None, configured: Fields) -> Fields:
    """Return which fields of a record hold what.

    Args:
        option: ``NAME=FIELD`` items, parted by commas.
        configured: what holds for the names that the option leaves out.

    Ends the program with status 2 if the option names anything else.
    """
    if option is None:
        return configured
    chosen: dict[str, str] = {}
    for item in option.split(","):
        name, separator, field = item.partition("=")
        if not separator or name not in _FIELDS:
            fail(f"--fields: “{item}” should be NAME=FIELD, with a name of {', '.join(_FIELDS)}.")
        chosen[name] = field
    return replace(configured, **chosen)


def complain(problem: str) -> None:
    """Print a problem to standard error, on one line: it may name a file that is named to harm."""
    click.echo(harmless(printable(f"newslint: {problem}")), err=True)


def fail(problem: str) -> NoReturn:
    """Print a problem and end the program with the status for bad usage."""
    complain(problem)
    raise SystemExit(USAGE)
