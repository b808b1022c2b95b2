"""Scan plans kept between runs, so that a start makes no check that no text asks for."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from newslint.automaton import Automaton, compile_patterns
from newslint.engines import ExactSet
from newslint.ruleset.cache import PlainCache, plain_cache, stamp, stamps, write_cache
from newslint.ruleset.model import Rule
from newslint.scan import Plan

_AUTOMATA = (
    "automaton",
    *(f"text/{name}" for name in ("byte_pattern", "byte_classes", "byte_ranges", "letter_case")),
    "text/literals",
)
"""The modules that decide what an automaton finds."""


@dataclass(slots=True)
class KeptPlan:
    """The plan of some rules, where one was kept.

    Args:
        cache: where it is kept.
        plan: the plan, or None.
        names: what tells the automaton of each of its groups from every other.
        used_before: whether an earlier run had kept it, and this one can keep what it makes.
    """

    cache: PlainCache
    plan: Plan | None = None
    names: Sequence[str] = ()
    used_before: bool = False

    def keep(self, plan: Plan) -> Plan:
        """Return a plan, kept for the next run."""
        self.plan, self.names = plan, [_name(group) for group in plan.groups]
        self.cache.write((asdict(plan), self.names))
        return plan

    def load(self) -> list[ExactSet]:
        """Return the automata with the checks of their patterns, if all of them were kept."""
        try:
            return [ExactSet(Automaton(path.read_bytes()), checks) for path, checks in self._kept()]
        except (OSError, ValueError, ImportError):
            # Missing, damaged or foreign automata are no error: there are the literals.
            return []

    def make(self) -> list[ExactSet]:
        """Compile and keep what is missing; return none where Hyperscan is not installed."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        groups = self.plan.groups if self.plan else []
        with ThreadPoolExecutor() as threads:
            made = list(threads.map(_made, (path for path, _ in self._kept()), groups))
        automata = [automaton for automaton in made if automaton is not None]
        if len(automata) < len(groups):
            return []
        checks = (checks for _, checks in self._kept())
        return [ExactSet(*pair) for pair in zip(automata, checks, strict=True)]

    def _kept(self) -> Iterator[tuple[Path, list[list[tuple[int, int]]]]]:
        """Yield where the automata are kept, each with the checks of its patterns."""
        suffix = f"{platform.machine()}.{sys.implementation.cache_tag}.automaton"
        for name, group in zip(self.names, self.plan.groups if self.plan else (), strict=True):
            path = self.cache.path.with_name(f"patterns-{name}.{suffix}")
            yield path, list(group.values())


def _made(path: Path, patterns: Collection[str]) -> Automaton | None:
    """Return the automaton of some patterns, kept for the next run, if it can be made."""
    with suppress(OSError, ValueError, ImportError):
        automaton = Automaton(path.read_bytes())
        path.touch()
        return automaton
    compiled = compile_patterns(patterns)
    if compiled is None:
        return None
    write_cache(path, compiled)
    return Automaton(compiled)


def kept_plan(rules: Sequence[Rule]) -> KeptPlan:
    """Return the kept plan of some rules; the code of the checks belongs to its key."""
    parameters = repr([(rule.kind, rule.match, rule.message, rule.fix) for rule in rules])
    cache = plain_cache("plan", [*_code_of_triggers(), parameters])
    content = cache.read()
    if content is None:
        return KeptPlan(cache)
    try:
        plan, names = content
        return KeptPlan(cache, Plan(**plan), names, os.access(cache.path.parent, os.W_OK))
    except (TypeError, ValueError):
        # A plan of another version is no error: it is made anew.
        return KeptPlan(cache)


def _name(patterns: Collection[str]) -> str:
    from hashlib import sha256  # noqa: PLC0415

    made_of = repr((*_stamps_of(_AUTOMATA), *patterns))
    return sha256(made_of.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _code_of_triggers() -> list[str]:
    """Return what changes with the code that decides what the triggers of a rule are."""
    checks = stamps(Path(__file__).parent / "checks", ".py")
    return [*checks, *_stamps_of((*_AUTOMATA, "scan", "engines", "text/dates", "text/language"))]


def _stamps_of(modules: Iterable[str]) -> list[str]:
    package = Path(__file__).parent
    return [stamp(package / f"{name}.py") for name in modules]
