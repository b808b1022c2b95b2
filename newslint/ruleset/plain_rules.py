"""Rules as plain data and back, for the cache."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from newslint.diagnostics import Applicability, Severity
from newslint.ruleset.model import Example, FixTemplate, Marked, Rule


def plain_rules(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Return rules as data that JSON can hold."""
    return [asdict(rule) | {"languages": sorted(rule.languages)} for rule in rules]


def rules_of(plain: Iterable[dict[str, Any]]) -> tuple[Rule, ...]:
    """Return the rules that plain data stands for.

    Raises:
        KeyError, TypeError, ValueError: if the data is not what `plain_rules` returns.
    """
    return tuple(_rule(item) for item in plain)


def _rule(plain: dict[str, Any]) -> Rule:
    fix = plain["fix"]
    if fix is not None:
        applicability = Applicability(fix["applicability"])
        fix = FixTemplate(applicability, fix["title"], fix["replace"], fix["delete"])
    examples = tuple(
        Example(**{**item, "at": tuple(Marked(**marked) for marked in item["at"])})
        for item in plain["examples"]
    )
    return Rule(
        **{
            **plain,
            "severity": Severity(plain["severity"]),
            "languages": frozenset(plain["languages"]),
            "references": tuple(plain["references"]),
            "roles": tuple(plain["roles"]),
            "not_roles": tuple(plain["not_roles"]),
            "fix": fix,
            "examples": examples,
        }
    )
