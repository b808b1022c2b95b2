"""`newslint stats`: how often each rule fires on a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from newslint.cli.inputs import InputOptions, input_options
from newslint.cli.options import (
    RuleOptions,
    complain,
    configured,
    record_fields,
    selection_options,
)
from newslint.linter import Linter
from newslint.rates import Rates
from newslint.reporters.printable import printable
from newslint.ruleset.model import Rule
from newslint.sources.discovery import discover, format_of


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How the counts are written (default: text).",
)
@click.option("--samples", default=0, metavar="N", help="Show N contexts of each rule.")
@click.option("--corpus", default="", help="What the corpus is, for the report.")
@click.option(
    "--fields",
    metavar="NAME=FIELD,…",
    help="Which fields of a record hold text, id, date, language, title, url.",
)
@input_options
@selection_options
def command(
    *,
    paths: tuple[str, ...],
    format_name: str,
    samples: int,
    corpus: str,
    fields: str | None,
    **options: Any,  # noqa: ANN401 - what input_options and selection_options add
) -> None:
    """Count the hits of each rule on texts of your own.

    A rule that fires often on copy you trust is one to look at.

    \b
    newslint stats archive/ --samples 5
    newslint stats --fields text=body pages.jsonl --format json
    """
    reading = InputOptions.taken_from(options)
    config, rules = configured(RuleOptions(**options))
    paths, choice = reading.named(paths), reading.choice(config)
    linter = Linter(rules, config.context, config.scopes)
    rates = Rates(corpus or ", ".join(paths), samples)
    for source in discover(paths, choice):
        if isinstance(source, Exception):
            complain(str(source))
            continue
        readable = record_fields(fields, config.fields)
        for container in format_of(source, choice.type).read(source, readable):
            for loaded in container.documents():
                rates.add(loaded.document, linter.lint(loaded.document))
    if format_name == "json":
        click.echo(json.dumps(rates.plain(), indent=1, ensure_ascii=False))
    else:
        for line in _table(rates, rules):
            click.echo(line)


def _table(rates: Rates, rules: tuple[Rule, ...]) -> Iterator[str]:
    yield f"{printable(rates.corpus)}: {rates.documents:,} texts, {rates.words:,} words"
    yield f"{'code':7} {'hits':>7} {'per 100k words':>15} {'texts hit':>10}  name"
    for rule in rules:
        if hits := rates.hits[rule.code]:
            rate = rates.per_100k_words(rule.code)
            texts = rates.documents_hit[rule.code]
            yield f"{rule.code:7} {hits:>7,} {rate:>15.2f} {texts:>10,}  {rule.name}"
            yield from (f"          {printable(sample)}" for sample in rates.samples[rule.code])
