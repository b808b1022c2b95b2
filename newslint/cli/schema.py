"""`newslint schema`: the JSON Schema of a file format."""

from __future__ import annotations

import json
from importlib import import_module

import click


@click.command()
@click.argument("name", type=click.Choice(["config", "rule", "report"]))
def command(name: str) -> None:
    """Print the JSON Schema of the configuration, of rule files or of JSON reports.

    \b
    newslint schema config > newslint.schema.json
    """
    schema = import_module(f"newslint.schemas.{name}").schema()
    click.echo(json.dumps(schema, indent=1, ensure_ascii=False))
