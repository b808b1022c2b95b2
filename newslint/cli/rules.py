"""`newslint rules`: the catalogue."""

from __future__ import annotations

import json
from typing import Any

import click

from newslint.cli.options import RuleOptions, configured, selection_options
from newslint.ruleset.model import FAMILIES, Rule


@click.command()
@click.option(
    "--format", "format_name", type=click.Choice(["text", "json", "markdown"]), default="text"
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
        click.echo(catalogue(rules), nl=False)
    else:
        for rule in rules:
            click.echo(f"{rule.code}  {rule.severity.value:7}  {_fixable(rule):7}  {rule.name}")


def catalogue(rules: tuple[Rule, ...]) -> str:
    """Return the catalogue of rules as Markdown."""
    lines = [
        "# Rules",
        "",
        "Made by `newslint rules --format markdown`; `newslint explain CODE` tells more.",
    ]
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            lines += ["", f"## {family}: {FAMILIES.get(family, 'plug-in rules')}", ""]
            lines += ["| code | name | severity | fix | finds |", "|---|---|---|---|---|"]
        summary = " ".join(rule.explanation.split("\n\n")[0].split()).replace("|", "\\|")
        lines.append(
            f"| {rule.code} | {rule.name} | {rule.severity.value} | {_fixable(rule)} | {summary} |"
        )
    return "\n".join(lines) + "\n"


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
