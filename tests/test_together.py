from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from newslint.dealing import found_together
from newslint.processes import WorkerLostError
from newslint.together import done_together

HERE = os.getpid()

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a fork")


def doubled(number: int) -> int:
    return 2 * number


def refused(number: int) -> int:
    if number == 3:
        raise ValueError(number)
    return number


def dying(number: int) -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.5)
    return number


def where(number: int) -> tuple[int, bytes]:
    time.sleep(0.02)
    return os.getpid(), bytes(number << 16)


def test_results_come_in_the_order_of_the_tasks() -> None:
    for count in (1, 2, 3, 9):
        assert done_together(doubled, range(5), count) == [0, 2, 4, 6, 8]
    assert done_together(doubled, [], 2) == []


def test_all_processes_work_and_send_as_much_as_they_like() -> None:
    found = done_together(where, range(40), 3)
    assert len({pid for pid, _ in found}) == 3
    assert HERE in {pid for pid, _ in found}
    assert [len(sent) for _, sent in found] == [n << 16 for n in range(40)]


def test_work_that_fails_shows_why() -> None:
    for _ in range(5):
        with pytest.raises(ValueError, match="3"):
            done_together(refused, range(5), 2)


def test_more_tasks_than_fit_a_pipe_are_done() -> None:
    assert done_together(doubled, range(40_000), 2) == [2 * n for n in range(40_000)]


def test_a_killed_process_is_an_error() -> None:
    with pytest.raises(WorkerLostError, match="ended by signal 9"):
        done_together(dying, range(4), 2)


def test_checks_are_found_in_their_order() -> None:
    families = {2: "REP", 5: "NAM", 7: "OFF", 8: "ABC", 9: "NAM"}
    assert list(found_together(doubled, families, 2)) == [4, 10, 14, 16, 18]
