"""A few tasks done by this process and copies of it: whoever is free takes the next."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.helpers import Helper, started

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Task = TypeVar("Task")
Result = TypeVar("Result")

_NUMBER = 4
"""Bytes of the number of a task."""


def done_together(
    work: Callable[[Task], Result], tasks: Sequence[Task], count: int
) -> list[Result]:
    """Return what comes of some tasks, in their order; only where processes can be forked.

    Args:
        work: does a task; what it changes in another process is lost.
        tasks: what to do; what takes longest first, so that all processes end at about the
            same time.
        count: how many processes there are at most, this one among them.

    Raises:
        WorkerLostError: if a process ended.
    """
    helpers: list[Helper] = []
    with _frozen(), _turns(len(tasks)) as turns:
        try:
            while len(helpers) < min(count, len(tasks)) - 1:
                helpers.append(started(_help, work, tasks, turns))
            results = {number: work(tasks[number]) for number in _taken(turns)}
            for helper in helpers:
                results.update(_sent(helper))
        finally:
            for helper in helpers:
                helper.end()
    # What failed elsewhere shows why here.
    return [results[n] if n in results else work(task) for n, task in enumerate(tasks)]


@contextmanager
def _frozen() -> Iterator[None]:
    """Let no collection in a copy of this process copy the pages that it shares."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _turns(count: int) -> Iterator[int]:
    """Give a pipe that holds a number for each task: who reads one does the task."""
    reading, writing = os.pipe()
    try:
        # A full pipe must not be waited for: nobody reads it yet.
        os.set_blocking(writing, False)
        os.write(writing, b"".join(n.to_bytes(_NUMBER, "little") for n in range(count)))
        os.close(writing)
        yield reading
    finally:
        os.close(reading)


def _taken(turns: int) -> Iterator[int]:
    while number := os.read(turns, _NUMBER):
        yield int.from_bytes(number, "little")


def _sent(helper: Helper) -> dict[int, Any]:
    try:
        results: dict[int, Any] = helper.connection.recv()
    except (EOFError, OSError):
        raise helper.lost() from None
    return results


def _help(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    turns: int,
    connection: Connection[Any, Any],
) -> None:
    """Do tasks until none is left or nobody wants them, and send their results."""
    results: dict[int, Result] = {}
    for number in _taken(turns):
        if connection.poll():
            return
        with suppress(Exception):
            results[number] = work(tasks[number])
    with suppress(OSError):
        connection.send(results)
