"""`newslint config`: what a run is configured with, and why."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click

from newslint.cli.options import RuleOptions, configured, selection_options
from newslint.config.showing import shown
from newslint.reporters.printable import printable


@click.group()
def command() -> None:
    """Show the configuration."""


@command.command()
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How it is written.",
)
@selection_options
def show(format_name: str, **selection: Any) -> None:  # noqa: ANN401
    """Show every key with its value and where it comes from.

    \b
    newslint config show
    newslint config show --select EMB --format json
    """
    config, _ = configured(RuleOptions(**selection))
    keys = list(shown(config))
    if format_name == "json":
        plain = {
            "version": 1,
            "path": None if config.path is None else config.path.as_posix(),
            "keys": [asdict(key) for key in keys],
        }
        click.echo(json.dumps(plain, indent=1, ensure_ascii=False))
        return
    for key in keys:
        value = json.dumps(key.value, ensure_ascii=False)
        click.echo(printable(f"{key.key}: {value}  # {key.origin}"))
