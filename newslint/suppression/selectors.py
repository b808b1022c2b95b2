"""Which rules a suppression is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from newslint.text.expressions import expression

_PREFIX = expression(r"[A-Z]{1,3}[0-9]{0,3}")


class Named(Protocol):
    """A rule or a diagnostic."""

    @property
    def code(self) -> str:
        """The rule's code."""

    @property
    def name(self) -> str:
        """The rule's name."""


def fits(selector: str, named: Named) -> bool:
    """Say whether a code, the beginning of one, or a name is that of a rule.

    Args:
        selector: what stands in the suppression.
        named: the rule, or a diagnostic of it.
    """
    if _PREFIX.fullmatch(selector):
        return named.code.startswith(selector)
    return selector == named.name


class Judge(NamedTuple):
    """Tells whether a suppression without effect is superfluous in this run.

    One that is about a rule which does not run may be needed by another run.

    Args:
        running: the rules of the run.
        known: returns every rule there is; asked only where something is to be judged.
    """

    running: Sequence[Named]
    known: Callable[[], Iterable[Named]]

    def superfluous(self, selector: str) -> bool:
        """Say whether every rule that a selector fits has run."""
        running = {rule.code for rule in self.running}
        return all(rule.code in running for rule in self.known() if fits(selector, rule))
