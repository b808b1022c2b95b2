"""Which rules run, and how bad their matches are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from newslint.diagnostics import Severity
from newslint.ruleset.model import Rule
from newslint.ruleset.suggest import did_you_mean

ALL = "ALL"
_PREFIX = re.compile(r"[A-Z]{1,3}[0-9]{0,3}")


class SelectionError(ValueError):
    """A selector that names no rule."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Code prefixes and rule names; the longest that fits a rule decides.

    Args:
        select: what runs; empty for every rule.
        ignore: what does not run.
        severity: levels by code prefix or name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    def apply(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the selected rules with their levels, in the order of their codes.

        Raises:
            SelectionError: if a selector fits no rule.
        """
        every = sorted(rules, key=lambda rule: rule.code)
        for selector in (*self.select, *self.ignore, *self.severity):
            if not any(_fits(selector, rule) for rule in every):
                names = [name for rule in every for name in (rule.code, rule.name)]
                raise SelectionError(f"“{selector}” names no rule. {did_you_mean(selector, names)}")
        return tuple(self._levelled(rule) for rule in every if self._runs(rule))

    def _runs(self, rule: Rule) -> bool:
        chosen = _longest(self.select or (ALL,), rule)
        return chosen > 0 and chosen > _longest(self.ignore, rule)

    def _levelled(self, rule: Rule) -> Rule:
        fitting = [selector for selector in self.severity if _fits(selector, rule)]
        if not fitting:
            return rule
        return replace(rule, severity=self.severity[max(fitting, key=_weight)])


def _fits(selector: str, rule: Rule) -> bool:
    if selector in (ALL, rule.name):
        return True
    return bool(_PREFIX.fullmatch(selector)) and rule.code.startswith(selector)


def _weight(selector: str) -> int:
    """Return how exact a selector is: a name more than a code, a code more than a prefix."""
    if selector == ALL:
        return 1
    return 1 + len(selector) if _PREFIX.fullmatch(selector) else 100


def _longest(selectors: Iterable[str], rule: Rule) -> int:
    return max((_weight(selector) for selector in selectors if _fits(selector, rule)), default=0)
