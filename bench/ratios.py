"""Ratios of interleaved runs, and the targets that they are judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from bench.table import figure, table


def pairwise(over: Sequence[float], under: Sequence[float]) -> float:
    """Return the median of the ratios round by round.

    What slows the machine for a while slows both runs of a round, and cancels out.

    Args:
        over: one figure a round.
        under: one figure a round, none of them zero.
    """
    return median(above / below for above, below in zip(over, under, strict=True))


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure with its target.

    Args:
        what: what the figure is.
        value: the figure.
        bound: whether it should be at least or at most the target.
        target: the target.
    """

    what: str
    value: float
    bound: Literal["≥", "≤"]
    target: float

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.value >= self.target if self.bound == "≥" else self.value <= self.target


def judged_table(judged: Sequence[Judged]) -> str:
    """Return a table of figures, their targets, and whether these are met."""
    return table(["figure", "measured", "target", "met"], map(_row, judged))


def _row(item: Judged) -> list[str]:
    met = "yes" if item.met else "NO"
    return [item.what, figure(item.value), f"{item.bound} {item.target:g}", met]
