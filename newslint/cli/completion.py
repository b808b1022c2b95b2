"""What a shell may complete: the codes and names of rules, and their levels."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from newslint.diagnostics import Severity
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.model import FAMILIES


def complete_rule(
    ctx: click.Context,  # noqa: ARG001 - click passes three
    param: click.Parameter,  # noqa: ARG001
    incomplete: str,
) -> list[CompletionItem]:
    """Offer the code or the name of one rule."""
    return list(_rules(incomplete, ""))


def complete_selectors(
    ctx: click.Context,  # noqa: ARG001
    param: click.Parameter,  # noqa: ARG001
    incomplete: str,
) -> list[CompletionItem]:
    """Offer families, codes and names for the last of the selectors, which commas part."""
    before, comma, last = incomplete.rpartition(",")
    return [*_families(last, before + comma), *_rules(last, before + comma)]


def complete_levels(
    ctx: click.Context,  # noqa: ARG001
    param: click.Parameter,  # noqa: ARG001
    incomplete: str,
) -> list[CompletionItem]:
    """Offer ``CODE=``, and the levels behind it."""
    before, comma, last = incomplete.rpartition(",")
    code, equals, level = last.partition("=")
    start = before + comma
    if equals:
        levels = [item.value for item in Severity if item.value.startswith(level)]
        return [CompletionItem(f"{start}{code}={item}") for item in levels]
    selectors = [*_families(code, start), *_rules(code, start)]
    return [CompletionItem(f"{item.value}=", help=item.help) for item in selectors]


def _families(incomplete: str, start: str) -> Iterator[CompletionItem]:
    for letters, name in FAMILIES.items():
        if letters.startswith(incomplete.upper()):
            yield CompletionItem(start + letters, help=name)


def _rules(incomplete: str, start: str) -> Iterator[CompletionItem]:
    for rule in load_rules():
        if rule.code.startswith(incomplete.upper()):
            yield CompletionItem(start + rule.code, help=rule.name)
        if incomplete and rule.name.startswith(incomplete):
            yield CompletionItem(start + rule.name, help=rule.code)
