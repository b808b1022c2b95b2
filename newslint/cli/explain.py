"""`newslint explain`: one rule, with its examples."""

from __future__ import annotations

from typing import Any

import click

from newslint.cli.completion import complete_rule
from newslint.cli.options import RuleOptions, configured, fail, selection_options
from newslint.ruleset.model import Example, Rule
from newslint.ruleset.suggest import did_you_mean


@click.command()
@click.argument("code", shell_complete=complete_rule)
@selection_options
def command(code: str, **selection: Any) -> None:  # noqa: ANN401
    """Explain a rule by its code or name.

    \b
    newslint explain INS201
    """
    _, rules = configured(RuleOptions(**selection))
    known = {name: rule for rule in rules for name in (rule.code, rule.name)}
    if code not in known:
        fail(f"there is no rule “{code}”. {did_you_mean(code, known)}")
    click.echo(explanation(known[code]), nl=False)


def explanation(rule: Rule) -> str:
    """Return the page of a rule as Markdown."""
    limits = f"{_languages(rule)}{_roles(rule)}"
    parts = [
        f"# {rule.code} {rule.name}",
        f"Severity: {rule.severity.value}. Kind: `{rule.kind}`. {limits}{_fix(rule)}",
        rule.explanation,
    ]
    reported = [_quoted(example) for example in rule.examples if example.bad]
    silent = [_quoted(example) for example in rule.examples if not example.bad]
    if reported:
        parts += ["## Reported", *reported]
    if silent:
        parts += ["## Not reported", *silent]
    if rule.references:
        parts += ["## References", "\n".join(f"- {item}" for item in rule.references)]
    return "\n\n".join(parts) + "\n"


def _languages(rule: Rule) -> str:
    return f"Languages: {', '.join(sorted(rule.languages))}. " if rule.languages else ""


def _roles(rule: Rule) -> str:
    if rule.roles:
        return f"Only in: {', '.join(rule.roles)}. "
    return f"Not in: {', '.join(rule.not_roles)}. " if rule.not_roles else ""


def _fix(rule: Rule) -> str:
    if rule.fix is None:
        return "No fix."
    return f"Fix ({rule.fix.applicability.value}): {rule.fix.title}."


def _quoted(example: Example) -> str:
    lines = [f"    {line}" for line in example.text.split("\n")]
    if example.at:
        lines.append("    marks: " + ", ".join(f"“{mark.text}”" for mark in example.at))
    if example.fixed is not None:
        lines += ["    becomes:", *(f"    {line}" for line in example.fixed.split("\n"))]
    if example.expect_miss:
        lines.append(f"    (known to come out otherwise: {example.reason or 'not yet mended'})")
    return "\n".join(line.rstrip() for line in lines)
