from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from newslint.parallel import Workers, done_together
from newslint.processes import WorkerLostError, forks, processors


def doubled(number: int) -> int:
    return 2 * number


def refused(number: int) -> int:
    if number == 3:
        raise ValueError(number)
    return number


def dying(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_results_come_in_the_order_of_the_tasks() -> None:
    with Workers(doubled, 3) as workers:
        assert list(workers.results(range(40))) == [(n, 2 * n) for n in range(40)]


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    with Workers(doubled, 2) as workers:
        next(iter(workers.results(tasks())))
        assert len(taken) < 20


def test_work_that_fails_has_no_result() -> None:
    with Workers(refused, 2) as workers:
        assert list(workers.results(range(5))) == [(0, 0), (1, 1), (2, 2), (3, None), (4, 4)]


def test_work_that_fails_is_done_again_here() -> None:
    assert list(done_together(doubled, range(40), 3)) == [2 * n for n in range(40)]
    results = done_together(refused, range(5), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="3"):
        next(results)


def test_a_killed_worker_is_an_error() -> None:
    with Workers(dying, 2) as workers, pytest.raises(WorkerLostError, match="ended by signal 9"):
        list(workers.results(range(50)))


def test_what_cannot_be_forked_is_pickled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.parallel.forks", lambda: False)
    with Workers(doubled, 1) as workers:
        assert list(workers.results([1, 2])) == [(1, 2), (2, 4)]


def test_a_process_with_threads_is_not_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not forks()
    finally:
        done.set()
        thread.join()


def test_there_is_a_processor() -> None:
    assert processors() >= 1
