"""Interleaved runs: A B C A B C, so that what slows the machine slows all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.subjects import Subject
from bench.timing import Run, TookTooLongError, measure
from bench.workloads import Workload

_SHARES = (1, 10, 100)
_MEGABYTE = 1e6

Say = Callable[[str], None]


def say(sentence: str) -> None:
    """Tell whoever waits how far it is."""
    sys.stderr.write(f"{sentence}\n")


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
    """

    subject: Subject
    workload: Workload
    done: Workload
    why_not: str | None = None
    runs: list[Run] = field(default_factory=list)
    tree_peak: int | None = None

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
        return [run.wall * self.scale for run in self.runs]

    @property
    def cpus(self) -> list[float]:
        """Seconds of CPU for the whole workload, round by round."""
        return [run.cpu * self.scale for run in self.runs]

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


def interleaved(
    pairs: Sequence[tuple[Subject, Workload]],
    rounds: int,
    directory: Path,
    *,
    budget: float | None = None,
    memory: bool = False,
) -> list[Series]:
    """Run subjects in turn, after a round that does not count, and return their runs.

    Args:
        pairs: what runs on what, in the order of a round.
        rounds: how many rounds count.
        directory: where they run.
        budget: seconds that one run may take of a subject that is not patient; a tenth or a
            hundredth of the files is linted where all take longer. None for as long as it takes.
        memory: whether one more round samples the memory of all processes together.
    """
    every = [_warm(Series(*pair, pair[1]), directory, budget) for pair in pairs]
    for number in range(rounds):
        say(f"  round {number + 1} of {rounds}")
        for series in every:
            if series.why_not is None and (run := _run(series, directory)):
                series.runs.append(run)
    if memory:
        say("  memory")
        for series in every:
            if series.why_not is None and (run := _run(series, directory, sample=True)):
                series.tree_peak = run.tree_peak
    return every


def _warm(series: Series, directory: Path, budget: float | None) -> Series:
    """Run once what the budget allows, and remember why if it allows nothing."""
    if not series.subject.reads(series.workload):
        series.why_not = "does not read it"
        return series
    say(f"  warming up: {series.subject.name}")
    if series.subject.patient:
        budget = None
    for share in _SHARES:
        series.done = series.workload.part(share)
        try:
            _run(series, directory, seconds=budget)
        except TookTooLongError:
            if series.done.path.is_file():
                break
        else:
            return series
    series.why_not = f"not done after {budget:.0f} s"
    return series


def _run(
    series: Series, directory: Path, *, seconds: float | None = None, sample: bool = False
) -> Run | None:
    subject = series.subject
    subject.before()
    command = subject.command(series.done)
    run = measure(
        command, directory, environment=subject.environment, seconds=seconds, sample=sample
    )
    series.why_not = subject.complaint(run)
    if series.why_not is not None:
        series.runs.clear()
        return None
    return run
