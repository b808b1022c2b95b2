"""`newslint init`: a configuration to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.options import fail
from newslint.config.finding import YAML_NAMES, configurations
from newslint.config.starter import starter


@click.command()
def command() -> None:
    """Write a newslint.yaml in which every key is explained.

    A configuration that is there is never overwritten.

    \b
    newslint init
    """
    if there := configurations(Path.cwd()):
        fail(f"{there[0].name} is already there; edit it, or remove it first.")
    try:
        with Path(YAML_NAMES[0]).open("x", encoding="utf-8", newline="\n") as file:
            file.write(starter())
    except OSError as error:
        fail(f"{YAML_NAMES[0]} was not written: {error.strerror or error}.")
    click.echo(f"Wrote {YAML_NAMES[0]}; take the comment marks away from the keys you need.")
