from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from bench.rounds import Terms, interleaved
from bench.subjects import Subject, floor
from bench.timing import TookTooLongError, measure
from bench.workloads import Workload, text_workload

PYTHON = [sys.executable, "-I", "-S", "-c"]


@pytest.fixture
def text(tmp_path: Path) -> Workload:
    return text_workload(tmp_path, "a", "a text", "The port was closed.\n")


def test_a_run_is_measured_with_what_it_waited_for(tmp_path: Path) -> None:
    program = (
        "import os, sys\n"
        "if os.fork() == 0:\n"
        "    sum(range(3_000_000)); os._exit(0)\n"
        "os.wait(); print('one'); print('two'); print('no', file=sys.stderr); sys.exit(3)"
    )
    run = measure([*PYTHON, program], tmp_path)
    assert run.status == 3
    assert run.lines == 2
    assert run.errors == "no\n"
    assert run.cpu > 0.03
    assert run.wall > 0.03
    assert 4e6 < run.peak < 100e6


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux says of processes")
def test_the_memory_of_all_processes_is_sampled(tmp_path: Path) -> None:
    program = "held = b'x' * 30_000_000; import os, time; os.fork(); held + b''; time.sleep(0.2)"
    run = measure([*PYTHON, program], tmp_path, sample=True)
    assert run.tree_peak is not None
    assert run.tree_peak > 29e6


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(TookTooLongError):
        measure([*PYTHON, "import time; time.sleep(60)"], tmp_path, seconds=0.1)


def test_what_cannot_be_started_says_so(tmp_path: Path, text: Workload) -> None:
    missing = Subject("missing", lambda _: [str(tmp_path / "none")])
    [series] = interleaved([(missing, text)], Terms(1, tmp_path))
    assert series.why_not is not None
    assert "cannot be started" in series.why_not
    assert not series.runs


def test_rounds_are_interleaved(tmp_path: Path, text: Workload) -> None:
    order: list[str] = []
    limit = floor(sys.executable)
    subjects = [Subject(name, limit.command, before=partial(order.append, name)) for name in "ab"]
    found = interleaved([(subject, text) for subject in subjects], Terms(2, tmp_path))
    assert "".join(order) == "ab" * 3
    assert [len(series.runs) for series in found] == [2, 2]


def test_what_is_over_its_budget_says_so(tmp_path: Path, text: Workload) -> None:
    slow = Subject("slow", lambda _: [*PYTHON, "import time; time.sleep(60)"])
    cannot = Subject("cannot", lambda _: [], reads=lambda _: False)
    found = interleaved([(slow, text), (cannot, text)], Terms(1, tmp_path, 0.1))
    assert [series.why_not for series in found] == ["not done after 0 s", "does not read it"]
