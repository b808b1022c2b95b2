"""Rules as plain data and back, for the cache."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from functools import cached_property, partial
from typing import Any

from newslint.diagnostics import Applicability, Severity
from newslint.ruleset.model import Example, FixTemplate, Marked, Rule

Plain = tuple[list[tuple[Any, ...]], bytes]
"""Rows of what every run asks of rules, and the rest, which is unpacked when it is asked for."""

FIELDS = (
    *("code", "name", "kind", "message", "match", "languages", "roles", "not_roles", "place"),
    *("kept_fingerprint", "severity", "fix"),
)
"""The fields of a row, in order."""

_SEVERITIES = {level.value: level for level in Severity}


def plain_rules(rules: Iterable[Rule]) -> Plain:
    """Return rules as data that can be kept."""
    known = tuple(rules)
    return [_row(rule) for rule in known], marshal.dumps([_told(rule) for rule in known])


def rules_of(plain: Plain) -> tuple[Rule, ...]:
    """Return the rules that plain data stands for.

    Raises:
        TypeError, ValueError: if the data is not what `plain_rules` returns.
    """
    rows, rest = plain
    told = _Told(rest)
    return tuple(_rule(row, partial(told.of, number)) for number, row in enumerate(rows))


def _row(rule: Rule) -> tuple[Any, ...]:
    fix = rule.fix
    return (
        *(getattr(rule, name) for name in FIELDS[:-3]),
        rule.fingerprint,
        rule.severity.value,
        fix and (fix.applicability.value, fix.title, fix.replace, fix.delete),
    )


def _rule(row: tuple[Any, ...], rest: partial[dict[str, Any]]) -> Rule:
    *values, severity, fix = row
    made = fix and FixTemplate(Applicability(fix[0]), *fix[1:])
    return Rule.kept(zip(FIELDS, (*values, _SEVERITIES[severity], made), strict=True), rest)


def _told(rule: Rule) -> tuple[Any, ...]:
    examples = [
        (
            *(item.text, item.bad, [(marked.text, marked.nth) for marked in item.at]),
            *(item.fixed, item.expect_miss, item.reason, dict(item.fields)),
        )
        for item in rule.examples
    ]
    return rule.explanation, examples, rule.references, dict(rule.lines)


class _Told:
    """What people read of some rules."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @cached_property
    def _rows(self) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = marshal.loads(self._packed)  # noqa: S302 - plain values
        return rows

    def of(self, number: int) -> dict[str, Any]:
        """Return the fields of one rule."""
        explanation, examples, references, lines = self._rows[number]
        return {
            "explanation": explanation,
            "examples": tuple(
                Example(text, bad, tuple(Marked(*marked) for marked in at), *rest)
                for text, bad, at, *rest in examples
            ),
            "references": references,
            "lines": lines,
        }
