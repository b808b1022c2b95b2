"""`newslint clean`: delete what was kept to make the next run faster."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cache import clean
from newslint.cli.options import fail
from newslint.cli.starting import cache_directory
from newslint.config import Config, ConfigError, find_config, read_config
from newslint.reporters.base import plural


@click.command()
@click.option("--config", "path", type=click.Path(path_type=Path), help="Use this file.")
def command(path: Path | None) -> None:
    """Delete the cache of results.

    \b
    newslint clean
    """
    path = path or find_config(Path.cwd())
    try:
        directory = cache_directory(Config() if path is None else read_config(path))
        files = clean(directory)
    except ConfigError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: it was not deleted: {error.strerror or error}.")
    click.echo(f"{plural(files, 'file')} deleted from {directory}.", err=True)
