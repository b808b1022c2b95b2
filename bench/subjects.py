"""What is measured: a command for a workload, and what tells a good run from a crash."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bench.timing import Run
from bench.workloads import Workload

_CRASH = re.compile(
    r"^Traceback|^panic:|^Exception in thread|^\w*Error\b|out of memory",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to measure.

    Args:
        name: what it is called in tables.
        command: returns the command for a workload.
        reads: says whether it can read a workload at all.
        statuses: the exit statuses of runs that went well, whatever they found.
        before: what is done before each run, not measured.
        environment: variables of the command.
        patient: whether it is given all the time that it needs, whatever the budget.
    """

    name: str
    command: Callable[[Workload], list[str]]
    reads: Callable[[Workload], bool] = lambda _: True
    statuses: frozenset[int] = frozenset({0, 1})
    before: Callable[[], None] = lambda: None
    environment: Mapping[str, str] = field(default_factory=dict)
    patient: bool = False

    def complaint(self, run: Run) -> str | None:
        """Return why a run does not count, or None: a crash must not pass for a fast run."""
        last = run.errors.strip().splitlines()[-1:]
        if run.status not in self.statuses:
            return f"it ended with status {run.status}: {' '.join(last) or 'it said nothing'}"
        if _CRASH.search(run.errors):
            return f"it failed: {' '.join(last)}"
        return None


def floor(python: str) -> Subject:
    """Return the limit: a bare Python process that reads and decodes the same files.

    Args:
        python: the interpreter.
    """
    program = (
        "import os, sys\n"
        "for path in sys.argv[1:]:\n"
        "    every = [path] if os.path.isfile(path) else sorted(\n"
        "        os.path.join(root, name) for root, _, names in os.walk(path) for name in names)\n"
        "    for name in every:\n"
        "        with open(name, 'rb') as file:\n"
        "            file.read().decode('utf-8')\n"
    )
    return Subject(
        "the limit: read and decode",
        lambda workload: [python, "-I", "-S", "-c", program, str(workload.path)],
        statuses=frozenset({0}),
        patient=True,
    )
