"""The one pass over a text that decides which checks can match it at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import re2

from newslint.automaton import Automaton
from newslint.text.literals import required_literals, top_alternatives
from newslint.text.regex import Regex, compiled, options

Triggers = tuple[str, ...] | None
"""RE2 patterns of which one is found in every text that a check can match.

None stands for any text.
"""

Checks = frozenset[int]
_SHORT = 64
_FEW_BYTES = 100_000
_LINE = "(?m)^"
_MANY_STATES = re.compile(r"[*+]|\{(?![1-9](?:,[1-9])?\})")
_WORTH_AN_AUTOMATON = 4_000_000
"""After how many bytes an automaton has paid for the second that it takes to compile."""

# Letters that RE2 takes for k and s whatever the case, and other engines do not.
_FOLDED = (("\N{KELVIN SIGN}".encode(), b"k"), ("\N{LATIN SMALL LETTER LONG S}".encode(), b"s"))


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look for, worked out from the triggers of all checks.

    Args:
        always: checks that any text can match.
        literals: literals in small letters, each with its checks.
        patterns: short patterns without literals.
        lines: patterns anchored to the beginning of a line.
        line_needs: literals of which one stands wherever such a pattern matches; an
            empty one where there are none.
        alone: patterns without literals that are too large to share an automaton.
    """

    always: tuple[int, ...]
    literals: dict[str, list[int]]
    patterns: dict[str, list[int]]
    lines: dict[str, list[int]]
    line_needs: dict[str, list[int]]
    alone: dict[str, list[int]]


def plan_of(triggers: Sequence[Triggers]) -> Plan:
    """Return how to look for the triggers of each check."""
    kinds: dict[str, defaultdict[str, list[int]]] = {
        name: defaultdict(list) for name in ("literals", "patterns", "lines", "line_needs", "alone")
    }
    for check, items in enumerate(triggers):
        for kind, key in dict.fromkeys(pair for item in items or () for pair in _needs(item)):
            kinds[kind][key].append(check)
    always = tuple(check for check, items in enumerate(triggers) if items is None)
    return Plan(always, **{name: dict(found) for name, found in kinds.items()})


def _needs(trigger: str) -> Iterator[tuple[str, str]]:
    """Yield what to look for in place of a trigger, each with how."""
    if trigger.startswith(_LINE):
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


def patterns_by_literal(triggers: Sequence[Triggers]) -> dict[str, list[int]]:
    """Return the patterns that a scan looks for by literals, each with its checks."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for check, items in enumerate(triggers):
        for item in items or ():
            if not item.startswith(_LINE):
                for part in top_alternatives(item):
                    if required_literals(part) is not None:
                        found[part].append(check)
    return dict(found)


class KeptAutomaton(Protocol):
    """Where the automaton of `patterns_by_literal` is kept."""

    def load(self) -> tuple[Automaton, list[list[int]]] | None:
        """Return the automaton and the checks of its patterns, if it was kept."""

    def make(self) -> tuple[Automaton, list[list[int]]] | None:
        """Compile and keep it; None where that cannot be done here."""


class Scan:
    """The triggers of all checks in a few automata.

    A pattern that cannot match without certain literals is looked for by those
    literals, in one set of literals over the text in small letters (130 MB/s for
    4,000 of them over news). Where an automaton of the patterns themselves was kept, or the
    run is long enough to make one, that one says exactly what matches (90 MB/s), and ten
    checks run in place of forty. The few patterns without literals form a set of their own
    (250 MB/s for a hundred); a large one would make its automaton explode, and is searched
    alone. Patterns anchored to the beginning of a line soon fail in a paragraph of prose:
    they form another set, which says exactly what matches (150 MB/s for fifty).

    Args:
        plan: what to look for.
        kept: the automaton of the patterns that have literals; None to do without.

    Raises:
        ValueError: if RE2 cannot read a pattern.
    """

    def __init__(self, plan: Plan, kept: KeptAutomaton | None = None) -> None:
        self._always = frozenset(plan.always)
        self._literals = _Literals(plan.literals, kept)
        self._patterns = _Set(plan.patterns, literal=False)
        self._lines = _Lines(plan.lines, plan.line_needs)
        self._alone: list[tuple[Regex, Checks]] = [
            (compiled(item), frozenset(checks)) for item, checks in plan.alone.items()
        ]

    def expect(self, size: int) -> None:
        """Make ready for a run over about so many bytes."""
        if size >= _WORTH_AN_AUTOMATON:
            self._literals.make_automaton()

    def candidates(self, data: bytes) -> set[int]:
        """Return the indexes of the checks that can match a text.

        Args:
            data: the text as UTF-8.
        """
        found = set(self._always)
        self._look(data, found)
        for folded, letter in _FOLDED:
            if folded in data:
                self._look(data.replace(folded, letter), found)
        return found

    def _look(self, data: bytes, found: set[int]) -> None:
        lowered = data.lower()
        self._literals.find(data, lowered, found)
        self._patterns.find(data, found)
        self._lines.find(data, lowered, found)
        for regex, checks in self._alone:
            if not checks <= found and regex.search(data):
                found |= checks


class _Literals:
    """Patterns that need literals, found by their automaton or else by the literals."""

    def __init__(self, literals: dict[str, list[int]], kept: KeptAutomaton | None) -> None:
        self._plan = literals
        self._kept = kept
        self._read = 0
        self._automaton = kept.load() if kept else None

    @cached_property
    def _set(self) -> _Set:
        return _Set(self._plan, literal=True)

    def make_automaton(self) -> None:
        """Compile the automaton, unless there is one, or none can be had."""
        if self._automaton is None and self._kept is not None:
            self._automaton = self._kept.make()
            self._kept = None

    def find(self, data: bytes, lowered: bytes, found: set[int]) -> None:
        """Add the checks whose patterns are found in a text, or can be.

        Args:
            data: the text.
            lowered: the text with its capitals lowered.
            found: the checks found so far.
        """
        if self._automaton is None:
            self._set.find(lowered, found)
            self._read += len(data)
            if self._read >= _WORTH_AN_AUTOMATON:
                self.make_automaton()
            return
        automaton, checks = self._automaton
        for number in automaton.find(data):
            found.update(checks[number])


class _Set:
    """Patterns in one automaton, each with the checks that it stands for."""

    def __init__(self, patterns: dict[str, list[int]], *, literal: bool) -> None:
        self._checks = [frozenset(checks) for checks in patterns.values()]
        self._set = _compiled_set(patterns, literal=literal) if patterns else None

    def find(self, data: bytes, found: set[int]) -> None:
        """Add the checks whose patterns are found in a text."""
        if self._set is not None:
            for index in self._set.Match(data) or ():
                found |= self._checks[index]


class _Lines:
    """Patterns anchored to lines, each with the checks that it stands for.

    Their automaton takes longer to build than a short run lasts: the first texts
    are looked through for the literals that the patterns need, one by one.
    """

    def __init__(self, patterns: dict[str, list[int]], needs: dict[str, list[int]]) -> None:
        self._patterns = patterns
        self._needs = [(need.encode(), frozenset(checks)) for need, checks in needs.items()]
        self._read = 0

    @cached_property
    def _set(self) -> _Set:
        return _Set(self._patterns, literal=False)

    def find(self, data: bytes, lowered: bytes, found: set[int]) -> None:
        """Add the checks whose patterns are found in a text, or can be.

        Args:
            data: the text.
            lowered: the text with its capitals lowered.
            found: the checks found so far.
        """
        self._read += len(data)
        if self._read > _FEW_BYTES:
            self._set.find(data, found)
            return
        for need, checks in self._needs:
            if need in lowered:
                found |= checks


def _small(pattern: str) -> bool:
    """Say whether a pattern adds few states to a shared automaton."""
    return len(pattern) <= _SHORT or not _MANY_STATES.search(pattern)


def _compiled_set(patterns: Iterable[str], *, literal: bool) -> Any:  # noqa: ANN401
    chosen = options()
    chosen.literal = literal
    made = re2.Set.SearchSet(chosen)
    for pattern in patterns:
        try:
            made.Add(pattern.encode())
        except re2.error as error:
            raise ValueError(f"RE2 cannot read the trigger “{pattern}”") from error
    made.Compile()
    return made
