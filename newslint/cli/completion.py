"""What a shell may complete: the codes and names of rules, and their levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newslint.diagnostics import Severity
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.model import FAMILIES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


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
        return [_item(f"{start}{code}={item}") for item in levels]
    selectors = [*_families(code, start), *_rules(code, start)]
    return [_item(f"{item.value}=", item.help) for item in selectors]


def _families(incomplete: str, start: str) -> Iterator[CompletionItem]:
    for letters, name in FAMILIES.items():
        if letters.startswith(incomplete.upper()):
            yield _item(start + letters, name)


def _rules(incomplete: str, start: str) -> Iterator[CompletionItem]:
    for rule in load_rules():
        if rule.code.startswith(incomplete.upper()):
            yield _item(start + rule.code, rule.name)
        if incomplete and rule.name.startswith(incomplete):
            yield _item(start + rule.name, rule.code)


def _item(value: str, said: str | None = None) -> CompletionItem:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - a run completes nothing

    return CompletionItem(value, help=said)
