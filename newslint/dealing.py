"""The checks of one long text, dealt to several processes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from newslint.allocation import keep_little
from newslint.together import done_together

Found = TypeVar("Found")

_LONGEST = ("NAM", "REP", "SPC", "TRN", "QUO")
"""The families that take longest, in this order (measured on 10 MB of news)."""

_PARTS = {"OFF": "NAM"}
"""Families that are done with another: offices are looked for beside the names."""


def found_together(
    find: Callable[[int], Found], families: Mapping[int, str], jobs: int
) -> Iterator[Found]:
    """Yield what some checks find, in their order.

    Args:
        find: finds what a check finds, by its number.
        families: of each check, by its number, the family: its checks share much of what
            they work out of a text.
        jobs: how many processes there are at most.

    Raises:
        WorkerLostError: if a process ended.
    """
    keep_little()
    dealt: defaultdict[str, list[int]] = defaultdict(list)
    for check, family in families.items():
        dealt[_PARTS.get(family, family)].append(check)
    tasks = [dealt[family] for family in sorted(dealt, key=_turn)]
    done = done_together(lambda checks: list(map(find, checks)), tasks, jobs)
    found = dict(zip(chain.from_iterable(tasks), chain.from_iterable(done), strict=True))
    yield from map(found.__getitem__, families)


def _turn(family: str) -> int:
    return _LONGEST.index(family) if family in _LONGEST else len(_LONGEST)
