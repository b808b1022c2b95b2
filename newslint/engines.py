"""The automata of the scan, each with the checks that its patterns stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Protocol

import re2

from newslint.text.regex import compiled, options
from newslint.values import value

_FEW_BYTES = 100_000
_FEW_BYTES_FOR_LITERALS = 20_000
# Letters that RE2 takes for k and s whatever the case, and other engines do not.
_FOLDED = (("\N{KELVIN SIGN}".encode(), b"k"), ("\N{LATIN SMALL LETTER LONG S}".encode(), b"s"))


@value
class Look:
    """A text that is looked through.

    Args:
        data: the text as UTF-8.
        found: the checks found so far, each with the numbers of its triggers that were found;
            with none where these are not told apart.
    """

    data: bytes
    found: dict[int, set[int]]

    @cached_property
    def lowered(self) -> bytes:
        """The text with its capitals lowered (ASCII only)."""
        return self.data.lower()

    def find(self, checks: Iterable[int]) -> None:
        """Note that some checks were found, by whichever of their triggers."""
        for check in checks:
            self.found.setdefault(check, set())

    def folded(self) -> Iterator[Look]:
        """Yield the text with plain letters for those that are them whatever the case."""
        for letter, plain in _FOLDED:
            if letter in self.data:
                yield Look(self.data.replace(letter, plain), self.found)


class Engine(Protocol):
    """Patterns that are looked for together."""

    def find(self, look: Look) -> None:
        """Add the checks whose patterns are found in a text, or can be."""


class Finder(Protocol):
    """What finds each of some patterns by itself, such as an automaton."""

    def find(self, data: bytes) -> list[int]:
        """Return the numbers of the patterns that a text holds, each once."""


class ExactSet:
    """Patterns that are found each by itself.

    Args:
        finder: what finds them.
        checks: of each pattern, the checks that it is a trigger of, each with its number there.
    """

    def __init__(self, finder: Finder, checks: list[list[tuple[int, int]]]) -> None:
        self._finder = finder
        self.checks = checks

    def find(self, look: Look) -> None:
        """Add the checks whose patterns are found in a text."""
        for number in self._finder.find(look.data):
            for check, trigger in self.checks[number]:
                # In one step, as other threads look through the same text.
                look.found.setdefault(check, set()).add(trigger)


class PatternSet:
    """Patterns in one set, each with the checks that it stands for."""

    def __init__(self, patterns: dict[str, list[int]]) -> None:
        self._checks = [frozenset(checks) for checks in patterns.values()]
        self._set = _compiled_set(patterns, literal=False) if patterns else None

    def find(self, look: Look) -> None:
        """Add the checks whose patterns are found in a text."""
        if self._set is not None:
            for index in self._set.Match(look.data) or ():
                look.find(self._checks[index])


class Needs:
    """Literals that are looked for one by one, each with the checks whose patterns need it."""

    def __init__(self, literals: dict[str, list[int]]) -> None:
        self._needs = [(literal.encode(), checks) for literal, checks in literals.items()]

    def checks(self, index: int) -> list[int]:
        """Return the checks of a literal by its place."""
        return self._needs[index][1]

    def find(self, look: Look) -> None:
        """Add the checks whose patterns can be found in a text."""
        lowered = look.lowered
        for literal, checks in self._needs:
            if literal in lowered:
                look.find(checks)


class LiteralSet:
    """Literals in one set, each with the checks whose patterns need it.

    The set takes 20 ms to build, in which thousands of literals are looked for one by one
    in several texts.
    """

    def __init__(self, literals: dict[str, list[int]]) -> None:
        self._literals = literals
        self._needs = Needs(literals)
        self._read = 0

    @cached_property
    def _set(self) -> Any:  # noqa: ANN401
        return _compiled_set(self._literals, literal=True)

    def find(self, look: Look) -> None:
        """Add the checks whose patterns can be found in a text."""
        self._read += len(look.data)
        if self._read <= _FEW_BYTES_FOR_LITERALS or not self._literals:
            self._needs.find(look)
            return
        for index in self._set.Match(look.lowered) or ():
            look.find(self._needs.checks(index))


class LineSet:
    """Patterns anchored to lines, each with the checks that it stands for.

    Their automaton takes longer to build than a short run lasts: the first texts
    are looked through for the literals that the patterns need, one by one.
    """

    def __init__(self, patterns: dict[str, list[int]], needs: dict[str, list[int]]) -> None:
        self._patterns = patterns
        self._needs = Needs(needs)
        self._read = 0

    @cached_property
    def _set(self) -> PatternSet:
        return PatternSet(self._patterns)

    def find(self, look: Look) -> None:
        """Add the checks whose patterns are found in a text, or can be."""
        self._read += len(look.data)
        (self._needs if self._read <= _FEW_BYTES else self._set).find(look)


class PatternAlone:
    """One pattern that would make an automaton explode."""

    def __init__(self, pattern: str, checks: list[int]) -> None:
        self._regex = compiled(pattern)
        self._checks = frozenset(checks)

    def find(self, look: Look) -> None:
        """Add its checks if it is found in a text, unless they were found already."""
        if not self._checks <= look.found.keys() and self._regex.search(look.data):
            look.find(self._checks)


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
