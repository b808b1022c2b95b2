"""`newslint check`: lint texts, and fix them where asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.checking import Checker
from newslint.cli.inputs import InputOptions, input_options
from newslint.cli.options import (
    USAGE,
    RuleOptions,
    complain,
    configured,
    fail,
    record_fields,
    selection_options,
    style_of,
)
from newslint.cli.session import Session
from newslint.cli.sharing import jobs_option
from newslint.cli.starting import (
    added_lines,
    baseline_of,
    ready,
    result_cache,
    root_of,
    screening_of,
    stale_sentence,
)
from newslint.config import Config
from newslint.diagnostics import Applicability, Severity
from newslint.linter import Linter
from newslint.processes import WorkerLostError
from newslint.reporters.base import Style, formats, reporter_of
from newslint.ruleset.model import Rule

if TYPE_CHECKING:
    from newslint.cli.profiling import Profile

_FOR_PEOPLE = ("text", "concise")


@click.command(epilog="Status: 0 nothing found, 1 diagnostics remain, 2 bad usage or rule.")
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(formats()),
    default="text",
    help="How the report is written (default: text, for people).",
)
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply the unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Show what fixing would change, and change nothing.")
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Severity]),
    help="The mildest level that makes the run fail (default: error).",
)
@click.option("--baseline", type=click.Path(path_type=Path), help="Leave out what this file holds.")
@click.option("--diff-base", metavar="REV", help="Report only what stands on lines added since.")
@click.option("--add-ignores", is_flag=True, help="Write what is found to newslint-ignore.yaml.")
@click.option("--no-cache", is_flag=True, help="Find everything anew, and keep nothing.")
@click.option(
    "--profile",
    "profiled",
    is_flag=True,
    help="Show what each phase and each rule takes; in one process, without the cache.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 in place of 1.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="End with 1 if a fix was applied.")
@click.option(
    "--fields",
    metavar="NAME=FIELD,…",
    help="Which fields of a record hold text, id, date, language, title, url, source.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Whether colours are used (default: on a terminal).",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the report here.")
@jobs_option
@input_options
@selection_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    format_name: str,
    fail_on: str | None,
    fields: str | None,
    color: str,
    output: Path | None,
    jobs: int | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline: Path | None,
    diff_base: str | None,
    add_ignores: bool,
    no_cache: bool,
    profiled: bool,
    exit_zero: bool,
    exit_non_zero_on_fix: bool,
    **options: Any,  # noqa: ANN401 - what input_options and selection_options add
) -> None:
    """Lint texts: files, directories, or - for standard input.

    \b
    newslint check article.txt
    newslint check --fix --unsafe-fixes --diff copy/
    newslint check --format jsonl --fields id=url,text=body pages.jsonl
    """
    reading = InputOptions.taken_from(options)
    config, rules = configured(RuleOptions(**options))
    paths = reading.named(paths)
    applicable = _applicable(unsafe=unsafe_fixes, safe=fix or diff)
    stream = sys.stderr if fix and "-" in paths else sys.stdout
    style = Style() if output else style_of(stream, color)
    profile = _profile(rules, config) if profiled else None
    linter = profile.linter if profile else Linter(rules, config.context, config.scopes)
    if applicable and diff_base is not None:
        fail(
            "--diff-base reports, and fixes move lines: leave --fix, --unsafe-fixes and --diff out."
        )
    remembered = not (applicable or no_cache or profiled)
    cache = result_cache(linter, config) if remembered else None
    ready(linter, cache)
    accepted = baseline_of(config, baseline)
    reporter = reporter_of(format_name, style._replace(only_new=accepted is not None), rules)
    added = added_lines(diff_base, paths)
    screening = screening_of(config, linter, baseline=accepted, added=added)
    readable = record_fields(fields, config.fields)
    choice = reading.choice(config)
    checker = Checker(linter, reporter, screening, readable, choice.type, cache)
    session = Session(checker, choice, applicable, diff, jobs)
    if profile is not None:
        session = profile.session(session)
    if add_ignores:
        from newslint.cli.adopting import add_ignores as adopt  # noqa: PLC0415

        adopt(session.found(paths), root_of(config))
        raise SystemExit(USAGE if session.bad_usage else 0)
    report = session.parts(paths)
    if not diff:
        report = reporter.assemble(report, session.summary)
    try:
        _write(report, output, err=stream is sys.stderr)
    except WorkerLostError as error:
        fail(f"{error}, so that the report is not whole; --jobs 1 needs no other process.")
    if accepted is not None and (stale := accepted.stale(rule.code for rule in rules)):
        complain(stale_sentence(accepted, stale.total()))
    if format_name in _FOR_PEOPLE:
        click.echo(session.summary.sentence("shown" if diff else "applied"), err=True)
    if profile is not None:
        click.echo("\n".join(profile.table()), err=True)
    status = _status(session, Severity(fail_on) if fail_on else config.fail_on, exit_zero)
    raise SystemExit(status or int(exit_non_zero_on_fix and session.summary.fixed > 0))


def _profile(rules: tuple[Rule, ...], config: Config) -> Profile:
    from newslint.cli.profiling import Profile  # noqa: PLC0415 - only runs with --profile need it

    return Profile(rules, config)


def _applicable(*, unsafe: bool, safe: bool) -> frozenset[Applicability]:
    if not unsafe and not safe:
        return frozenset()
    from newslint.fixer import SAFE, SAFE_AND_UNSAFE  # noqa: PLC0415

    return SAFE_AND_UNSAFE if unsafe else SAFE


def _status(session: Session, fail_on: Severity, exit_zero: bool) -> int:  # noqa: FBT001
    if session.bad_usage:
        return USAGE
    found = session.summary.severities
    remain = any(found[level] for level in Severity if level.rank <= fail_on.rank)
    return int(remain and not exit_zero)


def _write(report: Iterator[str], output: Path | None, *, err: bool) -> None:
    if output is None:
        stream = sys.stderr if err else sys.stdout
        for part in report:
            # A lone surrogate has no UTF-8: it is shown as its escape.
            click.echo(part.encode("utf-8", "backslashreplace"), file=stream, nl=False)
        return
    from newslint.sources.writing import replace_file  # noqa: PLC0415

    try:
        output.touch()
        replace_file(output, (part.encode("utf-8", "backslashreplace") for part in report))
    except OSError as error:
        complain(f"{output}: the report was not written: {error.strerror or error}.")
        raise SystemExit(USAGE) from error
