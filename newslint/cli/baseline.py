"""`newslint baseline`: accept what is there, report what comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from newslint.baseline import NAME, Baseline, Key, baseline_text
from newslint.cli.checking import Checker
from newslint.cli.inputs import chosen
from newslint.cli.options import (
    USAGE,
    RuleOptions,
    complain,
    configured,
    fail,
    record_fields,
    selection_options,
)
from newslint.cli.session import Session
from newslint.cli.starting import baseline_of, ready, root_of, screening_of
from newslint.config import Config
from newslint.linter import Linter
from newslint.reporters.base import Style, plural, reporter_of
from newslint.ruleset.model import Rule

Command = TypeVar("Command", bound=Callable[..., None])


@click.group(name="baseline")
def command() -> None:
    """Write or prune the file of accepted diagnostics."""


def _options(command: Command) -> Command:
    for option in (
        click.argument("paths", nargs=-1, required=True),
        click.option("--baseline", "file", type=click.Path(path_type=Path), help="Use this file."),
        click.option("--fields", metavar="NAME=FIELD,…", help="As for `newslint check`."),
        selection_options,
    ):
        command = option(command)
    return command


@command.command()
@_options
def write(
    paths: tuple[str, ...],
    file: Path | None,
    fields: str | None,
    **selection: Any,  # noqa: ANN401 - what selection_options adds
) -> None:
    """Accept every diagnostic that there is now.

    \b
    newslint baseline write copy/
    newslint check --baseline newslint-baseline.json copy/
    """
    config, rules = configured(RuleOptions(**selection))
    baseline = Baseline(_file(config, file))
    session = _session(config, rules, fields, None)
    counts = Counter(key for found in session.found(paths) for key in baseline.count(found))
    _write(baseline.path, counts, session)
    if config.baseline is None:
        name = baseline.path.name
        complain(f"use it with --baseline {name}, or configure “baseline: {name}”.")


@command.command()
@_options
def prune(
    paths: tuple[str, ...],
    file: Path | None,
    fields: str | None,
    **selection: Any,  # noqa: ANN401 - what selection_options adds
) -> None:
    """Take out of the baseline what is not found any more; nothing is added.

    \b
    newslint baseline prune copy/
    """
    config, rules = configured(RuleOptions(**selection))
    baseline = baseline_of(config, _file(config, file))
    if baseline is None:
        fail("there is no baseline; `newslint baseline write` makes one.")
    session = _session(config, rules, fields, baseline)
    for _ in session.found(paths):
        pass
    stale = baseline.stale(rule.code for rule in rules)
    _write(baseline.path, baseline.counts - stale, session)


def _file(config: Config, option: Path | None) -> Path:
    return option or config.baseline or root_of(config) / NAME


def _session(
    config: Config, rules: tuple[Rule, ...], fields: str | None, baseline: Baseline | None
) -> Session:
    linter = Linter(rules, config.context, config.scopes)
    ready(linter, None)
    screening = screening_of(config, linter, baseline=baseline)
    reporter = reporter_of("concise", Style())
    readable = record_fields(fields, config.fields)
    return Session(Checker(linter, reporter, screening, readable), chosen(config))


def _write(path: Path, counts: Counter[Key], session: Session) -> None:
    if session.bad_usage:
        complain(f"{path}: the baseline was not written.")
        raise SystemExit(USAGE)
    try:
        path.write_text(baseline_text(counts), encoding="utf-8", newline="\n")
    except OSError as error:
        fail(f"{path}: the baseline was not written: {error.strerror or error}.")
    click.echo(f"{plural(counts.total(), 'diagnostic')} in {path.name}.", err=True)
