"""The one pass over a text that decides which checks can match it at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from newslint.engines import (
    Engine,
    ExactSet,
    LineSet,
    LiteralSet,
    Look,
    PatternAlone,
    PatternSet,
)
from newslint.grouping import LINE, Group, groups_of
from newslint.text.expressions import expression
from newslint.text.literals import required_literals, top_alternatives
from newslint.values import value

Triggers = tuple[str, ...] | None
"""RE2 patterns of which one is found in every text that a check can match.

None stands for any text.
"""

_SHORT = 64
_WORTH_AN_AUTOMATON = 8_000_000
"""From how many bytes on a run has automata compiled for rules that no run had before it."""

_WORTH_A_SET = 12_000_000
"""From how many bytes on a run is quicker with sets of RE2, which first cost 0.15 s."""

_MANY_STATES = expression(r"[*+]|\{(?![1-9](?:,[1-9])?\})")


@value
class Loose:
    """What to look for without automata, each with its checks.

    Args:
        literals: literals in small letters.
        patterns: short patterns without literals.
        lines: patterns anchored to the beginning of a line.
        line_needs: literals of which one stands wherever such a pattern matches; an
            empty one where there are none.
        alone: patterns without literals that are too large to share an automaton.
    """

    literals: dict[str, list[int]]
    patterns: dict[str, list[int]]
    lines: dict[str, list[int]]
    line_needs: dict[str, list[int]]
    alone: dict[str, list[int]]


@value
class Plan:
    """What to look for, worked out from the triggers of all checks.

    Args:
        always: checks that any text can match.
        groups: all patterns, as automata look for them.
        loose: the same without automata.
    """

    always: tuple[int, ...]
    groups: list[Group]
    loose: Loose


class Planned(Protocol):
    """A plan, or as much of one as a scan asks for."""

    @property
    def always(self) -> tuple[int, ...]:
        """Checks that any text can match."""

    @property
    def loose(self) -> Loose:
        """What to look for without automata."""


def plan_of(triggers: Sequence[Triggers], exact: Sequence[Triggers] | None = None) -> Plan:
    """Return how to look for the triggers of each check.

    Args:
        triggers: those of each check.
        exact: the same for automata, where they differ.
    """
    kinds: dict[str, defaultdict[str, list[int]]] = {
        name: defaultdict(list) for name in ("literals", "patterns", "lines", "line_needs", "alone")
    }
    for check, items in enumerate(triggers):
        for kind, key in dict.fromkeys(pair for item in items or () for pair in _needs(item)):
            kinds[kind][key].append(check)
    always = tuple(check for check, items in enumerate(triggers) if items is None)
    loose = Loose(**{name: dict(found) for name, found in kinds.items()})
    return Plan(always, groups_of(triggers if exact is None else exact), loose)


def _needs(trigger: str) -> Iterator[tuple[str, str]]:
    """Yield what to look for in place of a trigger, each with how."""
    if trigger.startswith(LINE):
        yield "lines", trigger
        for part in top_alternatives(trigger):
            yield from (("line_needs", need) for need in required_literals(part) or {""})
        return
    for part in top_alternatives(trigger):
        literals = required_literals(part)
        if literals is None:
            yield ("patterns" if _small(part) else "alone"), part
        else:
            yield from (("literals", literal) for literal in sorted(literals))


def _small(pattern: str) -> bool:
    """Say whether a pattern adds few states to a shared automaton."""
    return len(pattern) <= _SHORT or not _MANY_STATES.search(pattern)


class KeptAutomata(Protocol):
    """Where the automata of a plan are kept."""

    @property
    def used_before(self) -> bool:
        """Whether an earlier run had the same plan."""

    def load(self) -> list[ExactSet]:
        """Return the automata, if all of them were kept."""

    def make(self) -> list[ExactSet]:
        """Compile and keep those that are missing; return none where that cannot be done here."""

    def quickened(self, exact: Sequence[ExactSet]) -> list[ExactSet]:
        """Return the automata, some of them in a form that is quicker in a long run."""


class Scan:
    """The triggers of all checks, looked for together.

    Where their automata were kept, these say
    exactly which of them a text holds (20 MB/s for 1,500 patterns over news). Without them, a
    pattern that cannot match without certain literals is looked for by those literals, in one
    set of literals over the text in small letters (100 MB/s for 4,000), which wakes ten checks
    more a text. The few patterns without literals form a set of their own (200 MB/s for a
    hundred); a large one would make the set explode, and is searched alone. Patterns anchored
    to the beginning of a line soon fail in a paragraph of prose: they form another set.

    Args:
        plan: what to look for.
        kept: the automata of the patterns; None to do without.

    Raises:
        ValueError: if RE2 cannot read a pattern.
    """

    def __init__(self, plan: Planned, kept: KeptAutomata | None = None) -> None:
        self._plan = plan
        self._kept = kept
        self._exact: Sequence[ExactSet] = kept.load() if kept else []

    @cached_property
    def _loose(self) -> list[Engine]:
        loose = self._plan.loose
        return [
            LiteralSet(loose.literals),
            PatternSet(loose.patterns),
            LineSet(loose.lines, loose.line_needs),
            *(PatternAlone(item, checks) for item, checks in loose.alone.items()),
        ]

    def expect(self, size: int) -> None:
        """Make ready for a run over about so many bytes.

        Automata take seconds to compile and serve all runs to come: they are made in a long
        run, and in the second one with the same rules however short it is. A run that lasts
        does without some of them.
        """
        if self._kept is None:
            return
        if not self._exact and (self._kept.used_before or size >= _WORTH_AN_AUTOMATON):
            self._exact = self._kept.make()
            self._kept = self._kept if self._exact else None
        if self._exact and self._kept is not None and size >= _WORTH_A_SET:
            self._exact = self._kept.quickened(self._exact)
            self._kept = None

    def candidates(self, data: bytes) -> set[int]:
        """Return the indexes of the checks that can match a text.

        Args:
            data: the text as UTF-8.
        """
        return set(self.all_candidates([data])[0])

    def all_candidates(self, texts: Iterable[bytes], threads: int = 1) -> list[dict[int, set[int]]]:
        """Return the indexes of the checks that can match each of some texts.

        With them come the numbers of those of their exact triggers that were found, or none
        where any of them may be.

        They are all read before any check is: the automata are larger than the fast caches of
        a processor, and cost twice as much where they take turns with the checks.

        Args:
            texts: the texts as UTF-8.
            threads: how many automata may look at once, which takes time to begin.
        """
        looks = [Look(data, {check: set() for check in self._plan.always}) for data in texts]
        found = [look.found for look in looks]
        looks += [folded for look in looks for folded in look.folded()]

        def look_with(engine: Engine) -> None:
            for look in looks:
                engine.find(look)

        for _ in _mapped(look_with, self._exact or self._loose, threads):
            pass
        return found


def _mapped(
    work: Callable[[Engine], None], engines: Iterable[Engine], threads: int
) -> Iterator[None]:
    """Do some work with each engine, with several at once if there may be threads."""
    if threads == 1:
        yield from map(work, engines)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - most texts are short

    with ThreadPoolExecutor(threads) as pool:
        yield from pool.map(work, engines)
