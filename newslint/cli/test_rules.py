"""`newslint test-rules`: run the examples of rules."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.options import USAGE, fail
from newslint.reporters.base import plural
from newslint.ruleset.bundled import bundled_directory, load_rules
from newslint.ruleset.loader import check_unique, load_directory
from newslint.ruleset.model import RuleError
from newslint.testing import run_examples


@click.command()
@click.argument("directory", required=False, type=click.Path(path_type=Path))
def command(directory: Path | None) -> None:
    """Run the examples of the rules in a directory, or of the bundled rules.

    Good examples must be silent for the bundled rules too.

    \b
    newslint test-rules
    newslint test-rules my-rules/
    """
    try:
        if directory is not None and not directory.is_dir():
            fail(f"there is no directory “{directory}”.")
        rules = load_directory(directory or bundled_directory())
        if directory is not None and not rules:
            fail(f"the directory “{directory}” holds no rule.")
        every = load_rules()
        known = {rule.code for rule in every}
        every = check_unique([*every, *(rule for rule in rules if rule.code not in known)])
        failures = list(run_examples(rules, every))
    except RuleError as error:
        fail(str(error))
    for failure in failures:
        click.echo(str(failure))
    counts = (
        plural(len(rules), "rule"),
        plural(sum(len(rule.examples) for rule in rules), "example"),
        plural(len(failures), "failure"),
    )
    click.echo(f"{', '.join(counts)}.", err=True)
    raise SystemExit(1 if failures else 0)


__all__ = ["USAGE", "command"]
