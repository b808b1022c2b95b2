"""Which patterns share an automaton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newslint.text.expressions import expression
from newslint.text.literals import required_literals, top_alternatives

Group = dict[str, list[tuple[int, int]]]
"""Patterns of one automaton, each with its checks and its number among their triggers."""

LINE = "(?m)^"
"""What a pattern begins with that is anchored to the beginning of a line."""

_TOGETHER = 50
_NEEDING_TOGETHER = 170
_WORDS_TOGETHER = 10_000

_LETTERS = r"(?:[^\\^$.|?*+()\[\]{}]|\\[^\w])"
_WORD = expression(
    rf"(?:\\b)?(?:(?:{_LETTERS}){{3,}}|(?:{_LETTERS})*\(\?i:(?:{_LETTERS})+\))(?:\\b)?"
    r"|\[\\x\{[0-9a-f]+\}-\\x\{[0-9a-f]+\}\]"
)
"""A pattern that is some letters, the last perhaps whatever the case, or one of some letters."""

_REPEATS = expression(r"[*+]|(?<!\\[xpP])\{")


def groups_of(triggers: Sequence[tuple[str, ...] | None]) -> list[Group]:
    """Return the patterns that automata look for by themselves, as a plan has them.

    Thousands that need literals and repeat nothing are quick together, and a hundred and fifty
    that repeat something better than five hundred; the time that it takes to compile the others
    grows faster than their number. Rules that come after others change the last group of their
    sort alone.

    Args:
        triggers: those of each check.
    """
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    parts: dict[str, list[str]] = {}
    for check, items in enumerate(triggers):
        for number, item in enumerate(items or ()):
            if item not in parts:
                whole = item.startswith(LINE) or _WORD.fullmatch(item)
                parts[item] = [item] if whole else top_alternatives(item)
            for part in parts[item]:
                found[part].append((check, number))
    sorts: defaultdict[str, list[str]] = defaultdict(list)
    for part in found:
        sorts[_sort(part)].append(part)
    groups = (
        *_chunks(sorts["words"], _WORDS_TOGETHER),
        *_chunks(sorts["needing"], _NEEDING_TOGETHER),
        *_chunks(sorts["rest"], _TOGETHER),
        *_chunks(sorts["lines"], _TOGETHER),
    )
    return [{part: found[part] for part in group} for group in groups]


def needs_literals(pattern: str) -> bool:
    """Say whether a pattern stands in a group of those that cannot match without literals."""
    return _sort(pattern) in ("words", "needing")


def _sort(part: str) -> str:
    """Return the sort of a pattern, by what makes it quick."""
    if part.startswith(LINE):
        return "lines"
    if _WORD.fullmatch(part):
        return "words"
    if required_literals(part) is None:
        return "rest"
    return "needing" if _REPEATS.search(part) else "words"


def _chunks(patterns: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(patterns), size):
        yield patterns[start : start + size]
