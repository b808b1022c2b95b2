from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import active_children

import pytest

from newslint.helpers import done_aside
from newslint.processes import WorkerLostError

HERE = os.getpid()

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a fork")


def where(number: int) -> tuple[int, int, float, float]:
    begun = time.monotonic()
    time.sleep(0.2)
    return number, os.getpid(), begun, time.monotonic()


def dying(number: int) -> int:
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.1)
    return number


def slept(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_each_task_has_a_process_that_ends_with_it() -> None:
    numbers, processes, begun, ended = zip(*done_aside(where, range(5), 2), strict=True)
    assert numbers == (0, 1, 2, 3, 4)
    assert HERE not in processes
    assert all(map(is_gone, processes))
    at_once = [
        sum(start < moment < end for start, end in zip(begun, ended, strict=True))
        for moment in ended
    ]
    assert max(at_once) <= 1
    assert begun[1] < ended[0]


def test_a_process_that_is_lost_is_told_and_leaves_no_other_behind() -> None:
    before = active_children()
    with pytest.raises(WorkerLostError, match="was ended by signal 9"):
        done_aside(dying, range(4), 2)
    assert active_children() == before


def test_who_is_done_first_makes_room_for_the_next() -> None:
    begun = time.monotonic()
    assert done_aside(slept, (1.0, 0.3, 0.3, 0.3), 2) == [1.0, 0.3, 0.3, 0.3]
    assert time.monotonic() - begun < 1.25
