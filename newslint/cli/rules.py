"""`newslint rules`: the catalogue."""

from __future__ import annotations

import json
from typing import Any

import click

from newslint.cli.options import RuleOptions, configured, selection_options
from newslint.rates import Rates, read_rates
from newslint.ruleset.bundled import bundled_directory
from newslint.ruleset.model import FAMILIES, REPORTED_BY_NEWSLINT, Rule


@click.command()
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="How the list is written (default: text).",
)
@selection_options
def command(format_name: str, **selection: Any) -> None:  # noqa: ANN401
    """List the rules that would run.

    \b
    newslint rules
    newslint rules --select MRK --format json
    """
    _, rules = configured(RuleOptions(**selection))
    if format_name == "json":
        click.echo(json.dumps([_plain(rule) for rule in rules], indent=1, ensure_ascii=False))
    elif format_name == "markdown":
        click.echo(catalogue(rules, measured_rates()), nl=False)
    else:
        for rule in rules:
            click.echo(f"{rule.code}  {rule.severity.value:7}  {_fixable(rule):7}  {rule.name}")


def measured_rates() -> Rates | None:
    """Return the rates that were measured on clean news, which lie beside the bundled rules."""
    path = bundled_directory() / "rates.json"
    return read_rates(path) if path.is_file() else None


def catalogue(rules: tuple[Rule, ...], rates: Rates | None) -> str:
    """Return the catalogue of rules as Markdown.

    Args:
        rules: the rules to list.
        rates: how often they fire on clean news.
    """
    lines = [
        "# Rules",
        "",
        "Made by `newslint rules --format markdown`; `newslint explain CODE` tells more.",
    ]
    if rates is not None:
        corpus = f"{rates.corpus}: {rates.documents:,} texts, {rates.words:,} words"
        lines += ["", f"*Rate*: diagnostics per 100,000 words of clean news ({corpus}),"]
        lines += ["as `newslint stats` counts them. Some of them are real errors in print."]
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            lines += ["", f"## {family}: {FAMILIES.get(family, 'plug-in rules')}", ""]
            lines += [
                "| code | name | severity | fix | rate | finds |",
                "|---|---|---|---|---|---|",
            ]
        summary = " ".join(rule.explanation.split("\n\n")[0].split()).replace("|", "\\|")
        lines.append(
            f"| {rule.code} | {rule.name} | {rule.severity.value} | {_fixable(rule)} "
            f"| {_rate(rule, rates)} | {summary} |"
        )
    return "\n".join(lines) + "\n"


def _rate(rule: Rule, rates: Rates | None) -> str:
    if rates is None or rule.kind == REPORTED_BY_NEWSLINT:
        return "–"
    rate = rates.per_100k_words(rule.code)
    return f"{rate:.2f}" if rate else "0"


def _fixable(rule: Rule) -> str:
    return rule.fix.applicability.value if rule.fix else "–"


def _plain(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "kind": rule.kind,
        "severity": rule.severity.value,
        "fix": rule.fix.applicability.value if rule.fix else None,
        "languages": sorted(rule.languages),
        "message": rule.message,
        "explanation": rule.explanation,
    }
