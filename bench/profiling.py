"""`bench/profile`: where the time of newslint goes."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import NoReturn

from bench.options import articles_of, parser, run, workspace
from bench.own import found_newslint
from bench.subjects import floor
from bench.table import figure, table
from bench.timing import measure
from bench.workloads import start_workload, tree_workload


def main() -> NoReturn:
    """Read the options and profile."""
    options = parser(__doc__)
    options.add_argument("--files", type=int, default=200, metavar="N", help="files of the corpus")
    options.add_argument("--imports", type=int, default=20, metavar="N", help="imports shown")
    run(profile, options.parse_args())


def profile(options: argparse.Namespace) -> None:
    """Print what the start, the limit, the phases and the rules take."""
    articles = articles_of(options)
    with workspace() as directory:
        newslint = found_newslint(options.newslint, directory / "newslint")
        configuration = newslint.configured("every-rule")
        subject = newslint.subject("newslint", configuration, "--no-cache")
        start = start_workload(directory / "texts", articles)
        tree = tree_workload(directory / "texts", articles, options.files)
        rows = []
        measure(subject.command(tree), directory, environment=newslint.environment)
        for each in (subject, floor(sys.executable)):
            for workload in (start, tree):
                done = measure(each.command(workload), directory, environment=each.environment)
                what = f"{each.name}, {workload.title}"
                rows.append([each.complaint(done) or what, figure(done.wall), figure(done.cpu)])
        sys.stdout.write(f"## Runs, compiled rules kept\n\n{table(['', 'wall s', 'CPU s'], rows)}")
        environment = {**os.environ, **newslint.environment}
        beside = newslint.executable.with_name("python")
        python = beside if beside.exists() else sys.executable
        interpreter = [str(python), "-X", "importtime", "-m", "newslint"]
        imports = _errors([*interpreter, *subject.command(start)[1:]], environment)
        sys.stdout.write(f"\n## Imports of a start\n\n{_imports(imports, options.imports)}")
        sys.stdout.write(f"\n## Phases and rules, {tree.title} ({tree.megabytes:.3g} MB)\n\n")
        sys.stdout.write(_errors([*subject.command(tree), "--profile"], environment))


def slowest_imports(errors: str, most: int) -> list[tuple[str, int, int]]:
    """Return the modules that took longest of themselves: name, own and whole microseconds.

    Args:
        errors: what `python -X importtime` writes.
        most: how many.
    """
    found = []
    for line in errors.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if line.startswith("import time:") and len(parts) == 3 and parts[0].strip().isdigit():
            found.append((parts[2].strip(), int(parts[0]), int(parts[1])))
    return sorted(found, key=lambda row: row[1], reverse=True)[:most]


def _imports(errors: str, most: int) -> str:
    rows = [
        [name, figure(own / 1000), figure(whole / 1000)]
        for name, own, whole in slowest_imports(errors, most)
    ]
    return table(["module", "own ms", "with its imports ms"], rows)


def _errors(command: Sequence[str], environment: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 - newslint, as a list
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.stderr
