"""Which rules run, and how bad their matches are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from newslint.diagnostics import Applicability, Severity
from newslint.ruleset.model import Rule
from newslint.ruleset.suggest import did_you_mean
from newslint.text.expressions import expression

ALL = "ALL"
_PREFIX = expression(r"[A-Z]{1,3}[0-9]{0,3}")


class SelectionError(ValueError):
    """A selector that names no rule.

    Args:
        problem: what is wrong and what to do, as a sentence.
        selector: the selector.
    """

    def __init__(self, problem: str, selector: str) -> None:
        super().__init__(problem)
        self.selector = selector


class Selection(NamedTuple):
    """Code prefixes and rule names; the longest that fits a rule decides.

    Args:
        select: what runs; empty for every rule.
        ignore: what does not run.
        severity: levels by code prefix or name.
        extend_select: what runs as well.
        safe: rules whose unsafe fixes count as safe.
        unsafe: rules whose safe fixes count as unsafe.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    extend_select: tuple[str, ...] = ()
    safe: tuple[str, ...] = ()
    unsafe: tuple[str, ...] = ()

    def apply(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the selected rules with their levels, in the order of their codes.

        Raises:
            SelectionError: if a selector fits no rule.
        """
        every = sorted(rules, key=lambda rule: rule.code)
        for selector in self._selectors():
            if not any(_fits(selector, rule) for rule in every):
                names = [name for rule in every for name in (rule.code, rule.name)]
                hint = f"{did_you_mean(selector, names)} `newslint rules` lists them."
                problem = f"“{selector}” names no rule. {hint}"
                raise SelectionError(problem, selector)
        return tuple(self.chosen(every))

    def chosen(self, rules: Iterable[Rule]) -> Iterator[Rule]:
        """Yield the selected ones of some rules with their levels and fixes."""
        for rule in rules:
            if self._runs(rule):
                yield self._mended(self._levelled(rule))

    def _selectors(self) -> Iterator[str]:
        yield from (*self.select, *self.extend_select, *self.ignore)
        yield from (*self.severity, *self.safe, *self.unsafe)

    def _runs(self, rule: Rule) -> bool:
        chosen = _longest((*(self.select or (ALL,)), *self.extend_select), rule)
        return chosen > 0 and chosen > _longest(self.ignore, rule)

    def _levelled(self, rule: Rule) -> Rule:
        fitting = [selector for selector in self.severity if _fits(selector, rule)]
        if not fitting:
            return rule
        return replace(rule, severity=self.severity[max(fitting, key=_weight)])

    def _mended(self, rule: Rule) -> Rule:
        """Return a rule with the applicability that its fix was given; `display` stays."""
        if rule.fix is None or rule.fix.applicability is Applicability.DISPLAY:
            return rule
        safe, unsafe = _longest(self.safe, rule), _longest(self.unsafe, rule)
        if safe == unsafe:
            return rule
        wanted = Applicability.SAFE if safe > unsafe else Applicability.UNSAFE
        return replace(rule, fix=rule.fix._replace(applicability=wanted))


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
