"""The runs of one subject on one workload, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from bench.subjects import Subject
from bench.timing import Run
from bench.workloads import Workload

_MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Start:
    """What it costs to start.

    Args:
        wall: seconds.
        cpu: seconds of CPU.
    """

    wall: float = 0.0
    cpu: float = 0.0


@dataclass(slots=True)
class Series:
    """The runs of one subject on one workload.

    Args:
        subject: what ran.
        workload: what it was asked to do.
        done: what of it was done: all, or a part where all would have taken too long.
        why_not: why there is no run, if there is none.
        runs: the runs that count, one a round.
        tree_peak: see `Run.tree_peak`, from a run of its own.
        start: what its start costs, where that is known.
    """

    subject: Subject
    workload: Workload
    done: Workload
    why_not: str | None = None
    runs: list[Run] = field(default_factory=list)
    tree_peak: int | None = None
    start: Start = field(default_factory=Start)

    @property
    def scale(self) -> float:
        """How many times what was done makes up the workload."""
        return self.workload.size / self.done.size if self.done.size else 1.0

    @property
    def is_scaled(self) -> bool:
        """Whether only a part of the workload was done."""
        return self.done is not self.workload

    @property
    def walls(self) -> list[float]:
        """Seconds for the whole workload, round by round."""
        return [self._scaled(run.wall, self.start.wall) for run in self.runs]

    @property
    def cpus(self) -> list[float]:
        """Seconds of CPU for the whole workload, round by round."""
        return [self._scaled(run.cpu, self.start.cpu) for run in self.runs]

    @property
    def wall(self) -> float:
        """The median of the seconds."""
        return median(self.walls)

    @property
    def cpu(self) -> float:
        """The median of the seconds of CPU."""
        return median(self.cpus)

    @property
    def peak(self) -> float:
        """The most memory that one of its processes had in any round, in MB."""
        return max(run.peak for run in self.runs) / _MEGABYTE

    @property
    def memory(self) -> float:
        """The most memory, of one process or of all of them together, in MB."""
        return max(self.peak, (self.tree_peak or 0) / _MEGABYTE)

    def _scaled(self, cost: float, start: float) -> float:
        """Return the cost of the whole workload: a program starts once, however much it does."""
        fixed = min(start, cost)
        return fixed + (cost - fixed) * self.scale
