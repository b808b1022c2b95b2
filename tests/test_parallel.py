from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from newslint.parallel import Workers
from newslint.processes import WorkerLostError, forks, processors

HERE = os.getpid()


def doubled(number: int) -> int:
    return 2 * number


def refused(number: int) -> int:
    if number == 3:
        raise ValueError(number)
    return number


def dying(number: int) -> int:
    if number == 3:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(5)
    return number


def where(number: int) -> int:
    time.sleep(0.01)
    return os.getpid() if number >= 0 else 0


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


def test_all_processes_work() -> None:
    for count in (1, 2, 3):
        with Workers(where, count) as workers:
            found = {pid for _, pid in workers.results(range(60))}
        assert len(found) == count
        assert HERE in found


def test_tasks_and_results_larger_than_a_pipe_block_nobody() -> None:
    tasks = [bytes(1 << 22)] * 12
    with Workers(bytes.swapcase, 2) as workers:
        assert sum(result == task for task, result in workers.results(tasks)) == 12


def test_a_killed_worker_is_an_error() -> None:
    with Workers(dying, 3) as workers, pytest.raises(WorkerLostError, match="ended by signal 9"):
        list(workers.results([3] * 8))


def test_what_cannot_be_forked_is_pickled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.helpers.forks", lambda: False)
    with Workers(doubled, 2) as workers:
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
