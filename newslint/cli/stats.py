"""`newslint stats`: how often each rule fires on a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import click

from newslint.cli.inputs import InputOptions, input_options
from newslint.cli.options import (
    RuleOptions,
    complain,
    configured,
    fail,
    record_fields,
    selection_options,
)
from newslint.cli.sharing import jobs_option, shared
from newslint.linter import Linter
from newslint.processes import WorkerLostError
from newslint.rates import Rates
from newslint.reporters.printable import printable
from newslint.ruleset.model import Rule
from newslint.sources.base import Fields, Input
from newslint.sources.choosing import Choice
from newslint.sources.discovery import discover, format_of


@dataclass(slots=True)
class Counting:
    """Reads, lints and counts.

    Args:
        linter: the rules.
        rates: the counts.
        fields: which fields of records hold what.
        type: the format of every input; None to go by names.
        linted: how many characters were linted.
    """

    linter: Linter
    rates: Rates
    fields: Fields
    type: str | None
    linted: int = 0

    def steps(self, sources: Iterable[Input]) -> Iterator[tuple[str, ...]]:
        """Count some inputs; there is nothing to report yet."""
        for source in sources:
            for container in format_of(source, self.type).read(source, self.fields):
                documents = [loaded.document for loaded in container.documents()]
                self.linted += sum(len(document.text) for document in documents)
                self.linter.expect(self.linted)
                found = self.linter.lint_all(documents)
                for document, diagnostics in zip(documents, found, strict=True):
                    self.rates.add(document, diagnostics)
            yield ()

    def aside(self) -> Counting:
        """Return one that counts by itself."""
        return replace(self, rates=Rates(self.rates.corpus, self.rates.samples_kept))

    def outcome(self, sources: Iterable[Input]) -> Rates:
        """Return the counts of some inputs."""
        self.rates = Rates(self.rates.corpus, self.rates.samples_kept)
        for _ in self.steps(sources):
            pass
        return self.rates

    def accept(self, rates: Rates) -> tuple[str, ...]:
        """Add the counts of the inputs that come next."""
        self.rates.include(rates)
        return ()


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
@jobs_option
@input_options
@selection_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    format_name: str,
    samples: int,
    corpus: str,
    fields: str | None,
    jobs: int | None,
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
    counting = Counting(linter, rates, record_fields(fields, config.fields), choice.type)
    try:
        for _ in shared(counting, _inputs(paths, choice), jobs):
            pass
    except WorkerLostError as error:
        fail(f"{error}, so that there are no counts; --jobs 1 needs no other process.")
    if format_name == "json":
        click.echo(json.dumps(rates.plain(), indent=1, ensure_ascii=False))
    else:
        for line in _table(rates, rules):
            click.echo(line)


def _inputs(paths: tuple[str, ...], choice: Choice) -> Iterator[Input]:
    for source in discover(paths, choice):
        if isinstance(source, Exception):
            complain(str(source))
        else:
            yield source


def _table(rates: Rates, rules: tuple[Rule, ...]) -> Iterator[str]:
    yield f"{printable(rates.corpus)}: {rates.documents:,} texts, {rates.words:,} words"
    yield f"{'code':7} {'hits':>7} {'per 100k words':>15} {'texts hit':>10}  name"
    for rule in rules:
        if hits := rates.hits[rule.code]:
            rate = rates.per_100k_words(rule.code)
            texts = rates.documents_hit[rule.code]
            yield f"{rule.code:7} {hits:>7,} {rate:>15.2f} {texts:>10,}  {rule.name}"
            yield from (f"          {printable(sample)}" for sample in rates.samples[rule.code])
