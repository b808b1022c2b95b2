"""Scan plans kept between runs, so that a start makes no check that no text asks for."""

from __future__ import annotations

import marshal
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from newslint.automaton import Automaton, compile_patterns
from newslint.engines import ExactSet
from newslint.ruleset.cache import PlainCache, plain_cache, stamp, stamps, write_cache
from newslint.ruleset.model import Rule
from newslint.scan import Plan, Triggers, patterns_of


@dataclass(slots=True)
class KeptPlan:
    """The plan of some rules, where one was kept.

    Args:
        cache: where it is kept.
        plan: the plan, or None.
        token: what names the automaton that was made for this plan and no other.
    """

    cache: PlainCache
    plan: Plan | None = None
    token: str = ""

    def keep(self, plan: Plan) -> None:
        """Keep a plan for the next run."""
        self.plan, self.token = plan, os.urandom(8).hex()
        self.cache.write((asdict(plan), self.token))


def kept_plan(rules: Sequence[Rule]) -> KeptPlan:
    """Return the kept plan of some rules; the code of the checks belongs to its key."""
    parameters = repr([(rule.kind, rule.match, rule.message, rule.fix) for rule in rules])
    cache = plain_cache("plan", [*_code(), parameters])
    content = cache.read()
    try:
        plan, token = content or (None, "")
        return KeptPlan(cache, plan and Plan(**plan), token)
    except (TypeError, ValueError):
        # A plan of another version is no error: it is made anew.
        return KeptPlan(cache)


@dataclass(frozen=True, slots=True)
class KeptPatterns:
    """The automata of some rules, in one file; see `newslint.scan.KeptAutomata`.

    Args:
        path: where they are kept, each with the checks of its patterns.
        triggers: makes the triggers of all checks.
    """

    path: Path
    triggers: Callable[[], Sequence[Triggers]]

    def load(self) -> list[ExactSet]:
        """Return the automata with the checks of their patterns, if they were kept."""
        try:
            kept = marshal.loads(self.path.read_bytes())  # noqa: S302 - plain values only
            return [ExactSet(Automaton(compiled), checks) for compiled, checks in kept]
        except (OSError, ValueError, EOFError, TypeError, ImportError):
            # Missing, damaged or foreign automata are no error: there are the literals.
            return []

    def make(self) -> list[ExactSet]:
        """Compile and keep them; return none where Hyperscan is not installed."""
        groups = patterns_of(self.triggers())
        kept = [(compile_patterns(group), list(group.values())) for group in groups]
        made = [(compiled, checks) for compiled, checks in kept if compiled is not None]
        if len(made) < len(groups):
            return []
        write_cache(self.path, marshal.dumps(made))
        return [ExactSet(Automaton(compiled), checks) for compiled, checks in made]


def kept_patterns(plan: KeptPlan, triggers: Callable[[], Sequence[Triggers]]) -> KeptPatterns:
    """Return where the automata of the rules of a plan is kept.

    Args:
        plan: the plan.
        triggers: makes the triggers of all checks.
    """
    name = f"plan-{plan.token}.{platform.machine()}.{sys.implementation.cache_tag}.automata"
    return KeptPatterns(plan.cache.path.with_name(name), triggers)


@lru_cache(maxsize=1)
def _code() -> tuple[str, ...]:
    """Return what changes with the code that decides what a rule's triggers are."""
    package = Path(__file__).parent
    text = ("literals", "byte_pattern", "byte_ranges", "letter_case", "dates", "language")
    modules = ("scan", "automaton", "engines", *(f"text/{name}" for name in text))
    return (
        *stamps(package / "checks", ".py"),
        *(stamp(package / f"{name}.py") for name in modules),
    )
