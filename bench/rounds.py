"""Interleaved runs: A B C A B C, so that what slows the machine slows all of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.series import Series, Start
from bench.subjects import Subject
from bench.timing import Run, TookTooLongError, measure
from bench.workloads import Workload

_SHARES = (1, 10, 100)


def say(sentence: str) -> None:
    """Tell whoever waits how far it is."""
    sys.stderr.write(f"{sentence}\n")


@dataclass(frozen=True, slots=True)
class Terms:
    """How runs are made.

    Args:
        rounds: how many rounds count.
        directory: where they run.
        budget: seconds that one run may take of a subject that is not patient; a tenth or a
            hundredth of the files is linted where all take longer. None for as long as it takes.
        memory: whether one more round samples the memory of all processes together.
        starts: what the start of a subject costs, by its name, for scaling parts.
    """

    rounds: int
    directory: Path
    budget: float | None = None
    memory: bool = False
    starts: Mapping[str, Start] = field(default_factory=dict)


def interleaved(pairs: Sequence[tuple[Subject, Workload]], terms: Terms) -> list[Series]:
    """Run subjects in turn, after a round that does not count, and return their runs.

    Args:
        pairs: what runs on what, in the order of a round.
        terms: how.
    """
    every = [
        Series(subject, workload, workload, start=terms.starts.get(subject.name, Start()))
        for subject, workload in pairs
    ]
    for series in every:
        _warm(series, terms)
    for number in range(terms.rounds):
        say(f"  round {number + 1} of {terms.rounds}")
        for series in every:
            if series.why_not is None and (run := _run(series, terms.directory)):
                series.runs.append(run)
    if terms.memory:
        say("  memory")
        for series in every:
            if series.why_not is None and (run := _run(series, terms.directory, sample=True)):
                series.tree_peak = run.tree_peak
    return every


def _warm(series: Series, terms: Terms) -> None:
    """Run once what the budget allows, and remember why if it allows nothing."""
    if not series.subject.reads(series.workload):
        series.why_not = "does not read it"
        return
    say(f"  warming up: {series.subject.name}")
    budget = None if series.subject.patient else terms.budget
    for part in dict.fromkeys(map(series.workload.part, _SHARES)):
        series.done = part
        try:
            _run(series, terms.directory, seconds=budget)
        except TookTooLongError:
            series.why_not = f"not done after {budget:.0f} s"
        else:
            return


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
