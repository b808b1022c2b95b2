"""`newslint kb`: the knowledge of people, offices and names."""

from __future__ import annotations

import json
from pathlib import Path

import click

from newslint.cli.options import fail
from newslint.knowledge.compiling import compile_files, knowledge_files
from newslint.knowledge.describing import describe
from newslint.knowledge.store import load
from newslint.knowledge.wikidata import WikidataError, import_wikidata
from newslint.ruleset.bundled import bundled_directory


@click.group(name="kb")
def command() -> None:
    """Check, show and extend the knowledge of people, offices and names."""


@command.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check knowledge files: keys, dates, gaps, overlaps, unknown people.

    Without files the bundled knowledge is checked; with files, what they add to it.

    \b
    newslint kb check
    newslint kb check our-people.yaml
    """
    for file in files:
        if not file.is_file():
            fail(f"there is no knowledge file “{file}”.")
    table, problems = compile_files([*_bundled(), *files])
    for problem in problems:
        click.echo(problem)
    terms = sum(len(office["terms"]) for office in table["offices"])
    click.echo(
        f"{len(table['countries'])} countries and bodies, {len(table['offices'])} offices,"
        f" {terms:,} terms, {len(table['people']):,} people, {len(table['spelling'])} names with"
        f" spellings; {len(problems)} problems.",
        err=True,
    )
    raise SystemExit(1 if problems else 0)


@command.command()
@click.argument("name")
@click.option(
    "--knowledge",
    "files",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Add a knowledge file; repeatable.",
)
def show(name: str, files: tuple[Path, ...]) -> None:
    """Show what is known of a person, a place or a country.

    \b
    newslint kb show "Volodymyr Zelensky"
    newslint kb show Dnieper
    """
    lines = list(describe(load(files), name))
    if not lines:
        fail(f"nothing is known of “{name}”; unknown names are never reported.")
    for line in lines:
        click.echo(line)


@command.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the YAML here.")
def import_(file: Path, output: Path | None) -> None:
    """Turn a Wikidata result into a knowledge file.

    FILE holds the JSON of a SPARQL result (the query stands in docs/knowledge.md) or of
    entities. The YAML should be read before it is used: `newslint kb check` finds gaps.

    \b
    newslint kb import result.json -o our-offices.yaml
    """
    try:
        text, notes = import_wikidata(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, WikidataError) as error:
        fail(f"{file}: it holds no Wikidata result: {error}.")
    for note in notes:
        click.echo(f"newslint: {note}", err=True)
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")


def _bundled() -> list[Path]:
    return knowledge_files(bundled_directory() / "knowledge")
