"""Options that the commands of this folder share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from bench.articles import WorkloadError, read_articles

FOLDER = Path(__file__).parent
SEEDS = FOLDER.parent / "seeds"


def parser(description: str | None, output: str | None = None) -> argparse.ArgumentParser:
    """Return a parser with the options that all commands share.

    Args:
        description: what the command does.
        output: the name of the file in this folder that is written.
    """
    made = argparse.ArgumentParser(description=description)
    made.add_argument(
        "--articles",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="JSON Lines with a field `text`; repeatable. The seeds are always among them.",
    )
    made.add_argument("--newslint", type=Path, metavar="PATH", help="the newslint to measure")
    if output is not None:
        made.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds that count")
        made.add_argument(
            "--output",
            type=Path,
            default=FOLDER / output,
            metavar="FILE",
            help=f"what is written (default: bench/{output})",
        )
    return made


def numbers(text: str) -> list[int]:
    """Return the numbers of an option that lists them.

    >>> numbers("200,2000")
    [200, 2000]
    """
    return [int(part) for part in text.split(",") if part]


def articles_of(options: argparse.Namespace) -> list[str]:
    """Return the articles of the options and the seeds."""
    return read_articles(options.articles, sorted(SEEDS.glob("*.txt")))


@contextmanager
def workspace() -> Iterator[Path]:
    """Give a directory that is deleted afterwards."""
    with TemporaryDirectory(prefix="newslint-bench-") as name:
        yield Path(name).resolve()


def run(command: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> NoReturn:
    """Run a command and end the program; what cannot be had is one sentence."""
    try:
        command(options)
    except (OSError, WorkloadError) as error:
        sys.exit(f"bench: {error}")
    sys.exit(0)
