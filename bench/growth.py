"""Costs beside sizes: what one more file, byte, rule or name costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from bench.fitting import exponent
from bench.ratios import Judged, pairwise
from bench.series import Series
from bench.table import figure, table

STRAIGHT = 1.05
MANY_RULES = 1000
MANY_RULES_COST = 1.5


@dataclass(frozen=True, slots=True)
class Point:
    """One size and its cost.

    Args:
        label: the size, for people.
        size: what the cost is held against: bytes, rules or names.
        full: the runs on the workload.
        empty: the runs on an empty file with the same configuration, in the same rounds.
    """

    label: str
    size: int
    full: Series
    empty: Series

    @property
    def walls(self) -> list[float]:
        """Seconds without those of the start, round by round."""
        return _less(self.full.walls, self.empty.walls)

    @property
    def cpus(self) -> list[float]:
        """Seconds of CPU without those of the start, round by round."""
        return _less(self.full.cpus, self.empty.cpus)


@dataclass(frozen=True, slots=True)
class Growth:
    """How cost grows with one thing.

    Args:
        title: what grows, for people.
        points: the sizes in order, the smallest first.
        linear: whether cost is to be in proportion to size; else size is to cost little.
        judged_size: the size that is judged where it is to cost little; None for none.
    """

    title: str
    points: Sequence[Point]
    linear: bool
    judged_size: int | None = None

    @property
    def measured(self) -> list[Point]:
        """The points that have runs."""
        return [point for point in self.points if point.full.runs and point.empty.runs]

    def section(self) -> str:
        """Return the table, in Markdown."""
        head = ["", "wall s", "CPU s", "start s", "start CPU s", "net s", "net CPU s"]
        head += ["grows with"] if self.linear else ["net × none", "CPU × none"]
        measured = self.measured
        rows = self._steps(measured) if self.linear else self._beside_base(measured)
        lost = [point for point in self.points if point not in measured]
        why = "".join(f"\n{point.label}: {_why(point)}.\n" for point in lost)
        return f"## {self.title}\n\n{table(head, rows)}{why}"

    def judged(self) -> list[Judged]:
        """Return the figures that have targets."""
        measured = self.measured
        if self.linear:
            fitted = {
                "exponent of CPU": _exponent(measured),
                "exponent of CPU, last step": _exponent(measured[-2:]),
                "exponent of wall": exponent((item.size, median(item.walls)) for item in measured),
            }
            return [
                Judged(f"{self.title}: {name}", value, "≤", STRAIGHT)
                for name, value in fitted.items()
                if value is not None
            ]
        return [
            Judged(f"{self.title}: {point.label}, net CPU × none", ratio, "≤", MANY_RULES_COST)
            for point in measured[1:]
            if point.size == self.judged_size
            for ratio in [pairwise(point.cpus, measured[0].cpus)]
        ]

    def _steps(self, measured: Sequence[Point]) -> Iterable[list[str]]:
        for index, point in enumerate(measured):
            step = _exponent(measured[index - 1 : index + 1]) if index else None
            yield [*_costs(point), "" if step is None else figure(step)]

    def _beside_base(self, measured: Sequence[Point]) -> Iterable[list[str]]:
        for point in measured:
            net = pairwise(point.cpus, measured[0].cpus)
            whole = pairwise(point.full.cpus, measured[0].full.cpus)
            yield [*_costs(point), figure(net), figure(whole)]


def _exponent(points: Sequence[Point]) -> float | None:
    return exponent((point.size, median(point.cpus)) for point in points)


def _costs(point: Point) -> list[str]:
    full, empty = point.full, point.empty
    costs = (full.wall, full.cpu, empty.wall, empty.cpu, median(point.walls), median(point.cpus))
    return [point.label, *map(figure, costs)]


def _less(full: Sequence[float], empty: Sequence[float]) -> list[float]:
    return [above - below for above, below in zip(full, empty, strict=True)]


def _why(point: Point) -> str:
    return point.full.why_not or point.empty.why_not or "it was not measured"
