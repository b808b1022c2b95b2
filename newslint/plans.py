"""Scan plans kept between runs, so that a start makes no check that no text asks for."""

from __future__ import annotations

import marshal
import os
import platform
import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint.automaton import Automaton, compile_patterns
from newslint.byte_set import ByteSet
from newslint.checks.context import Context
from newslint.engines import ExactSet
from newslint.grouping import needs_literals
from newslint.processes import WorkerLostError, forks, processors
from newslint.ruleset.cache import PlainCache, plain_cache, stamp, stamps, write_cache
from newslint.ruleset.model import Rule
from newslint.scan import Loose, Plan

_AUTOMATA = (
    "automaton",
    *(f"text/{name}" for name in ("byte_pattern", "byte_classes", "byte_ranges", "letter_case")),
    "text/literals",
)
"""The modules that decide what an automaton finds."""

_COMPILING = 2
"""How many processes compile at once: each takes up to 40 MB."""


class KeptPlan:
    """The plan of some rules, where one was kept; what automata do without is unpacked if asked.

    Args:
        cache: where it is kept.
    """

    def __init__(self, cache: PlainCache) -> None:
        self.cache = cache
        self.always: tuple[int, ...] = ()
        self._named: list[tuple[str, list[list[tuple[int, int]]]]] = []
        self._packed = b""
        kept = cache.read()
        # A run that cannot keep what it makes must not make it every time.
        self.known = kept is not None
        self.used_before = self.known and os.access(cache.path.parent, os.W_OK)
        if kept is not None:
            self.always, self._named, self._packed = kept

    def keep(self, plan: Plan) -> None:
        """Keep a plan for this run and the next."""
        self.always = plan.always
        self._named = [(_name(group), list(group.values())) for group in plan.groups]
        self._packed = marshal.dumps((list(map(list, plan.groups)), asdict(plan.loose)))
        self.cache.write((self.always, self._named, self._packed))

    @property
    def loose(self) -> Loose:
        """What to look for without automata."""
        return Loose(**self._unpacked[1])

    @cached_property
    def _unpacked(self) -> tuple[list[list[str]], dict[str, Any]]:
        unpacked: tuple[list[list[str]], dict[str, Any]] = marshal.loads(self._packed)  # noqa: S302
        return unpacked

    def load(self) -> list[ExactSet]:
        """Return the automata with the checks of their patterns, if all of them were kept."""
        try:
            return [
                ExactSet(Automaton(self._automaton(name).read_bytes()), checks)
                for name, checks in self._named
            ]
        except (OSError, ValueError, ImportError):
            # Missing, damaged or foreign automata are no error: there are the literals.
            return []

    def make(self) -> list[ExactSet]:
        """Compile and keep what is missing; return none where Hyperscan is not installed."""
        paths = [self._automaton(name) for name, _ in self._named]
        made = {path: _kept(path) for path in paths}
        missing = {
            path: patterns
            for path, patterns in zip(paths, self._unpacked[0], strict=True)
            if made[path] is None
        }
        for path, compiled in zip(missing, _compiled(list(missing.values())), strict=True):
            if compiled is not None:
                write_cache(path, compiled)
                made[path] = Automaton(compiled)
        pairs = zip(map(made.__getitem__, paths), self._named, strict=True)
        exact = [ExactSet(one, checks) for one, (_, checks) in pairs if one is not None]
        return exact if len(exact) == len(paths) else []

    def quickened(self, exact: Sequence[ExactSet]) -> list[ExactSet]:
        """Return automata with sets of RE2 for those whose patterns need no literals.

        Args:
            exact: all automata of the plan.
        """
        return [
            one if needs_literals(patterns[0]) else _quickened(one, patterns)
            for one, patterns in zip(exact, self._unpacked[0], strict=True)
        ]

    def _automaton(self, name: str) -> Path:
        suffix = f"{platform.machine()}.{sys.implementation.cache_tag}.automaton"
        return self.cache.path.with_name(f"patterns-{name}.{suffix}")


def _kept(path: Path) -> Automaton | None:
    """Return an automaton that was kept, and is kept for as long again."""
    with suppress(OSError, ValueError, ImportError):
        automaton = Automaton(path.read_bytes())
        path.touch()
        return automaton
    return None


def _compiled(groups: list[list[str]]) -> list[bytes | None]:
    """Return groups of patterns compiled; none of them where that cannot be done.

    Hyperscan's compiler leaves 30 MB behind for each, which other processes take with them.
    """
    if forks():
        from newslint.helpers import done_aside  # noqa: PLC0415 - it is done once for some rules

        with suppress(WorkerLostError):
            return done_aside(compile_patterns, groups, min(_COMPILING, processors()))
        return [None for _ in groups]
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    with ThreadPoolExecutor() as threads:
        return list(threads.map(compile_patterns, groups))


def _quickened(exact: ExactSet, patterns: Sequence[str]) -> ExactSet:
    try:
        return ExactSet(ByteSet(patterns), exact.checks)
    except ValueError:
        return exact


def kept_plan(rules: Sequence[Rule], context: Context | None = None) -> KeptPlan:
    """Return the kept plan of some rules; the code of the checks belongs to its key.

    Args:
        rules: the rules.
        context: what the run tells the checks, which some make triggers of.
    """
    fingerprints = repr([rule.fingerprint for rule in rules])
    known = (context or Context()).made_of
    return KeptPlan(plain_cache("plan", [*_code_of_triggers(), *known, fingerprints]))


def _name(patterns: Collection[str]) -> str:
    from hashlib import sha256  # noqa: PLC0415

    made_of = repr((*_stamps_of(_AUTOMATA), *patterns))
    return sha256(made_of.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _code_of_triggers() -> list[str]:
    """Return what changes with the code that decides what the triggers of a rule are."""
    checks = stamps(Path(__file__).parent / "checks", ".py")
    others = "plans scan grouping engines knowledge/variants text/dates text/language".split()
    return [*checks, *_stamps_of((*_AUTOMATA, *others))]


def _stamps_of(modules: Iterable[str]) -> list[str]:
    package = Path(__file__).parent
    return [stamp(package / f"{name}.py") for name in modules]
