"""Tasks handed out to worker processes as they come, results in the order of the tasks."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from newslint.helpers import Helper, started

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from queue import SimpleQueue

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4
"""How many tasks for each process are begun before the oldest result was taken."""
_AT_HAND = 3
"""How many tasks a worker has, so that it does not wait while this process does one."""


@dataclass(slots=True)
class _Job:
    task: Any
    done: bool = False
    result: Any = None


@dataclass(slots=True)
class _Worker:
    helper: Helper
    jobs: deque[_Job] = field(default_factory=deque)


class Workers(Generic[Task, Result]):
    """This process and others that do one kind of work, started as there are tasks for them.

    Where a process can be forked safely, the others share all that this one has
    loaded and compiled; elsewhere the work is pickled.

    Args:
        work: what is done with a task.
        count: how many processes there are at most, this one among them.
    """

    def __init__(self, work: Callable[[Task], Result], count: int) -> None:
        self._work = work
        self._count = count
        self._workers: list[_Worker] = []
        self._waiting: deque[_Job] = deque()

    def __enter__(self) -> Self:
        # A collection in a worker must not copy the pages that it shares.
        gc.freeze()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        gc.unfreeze()
        for worker in self._workers:
            worker.helper.process.terminate()
        for worker in self._workers:
            worker.helper.end()
        self._workers.clear()

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | None]]:
        """Yield each task with its result, in order; tasks are taken as they are needed.

        A result is None where the work raised an exception: to do it again shows it.

        Args:
            tasks: what to do.

        Raises:
            WorkerLostError: if a worker ended.
        """
        coming = iter(tasks)
        jobs: deque[_Job] = deque()
        while True:
            for task in islice(coming, self._count * _AHEAD - len(jobs)):
                job = _Job(task)
                jobs.append(job)
                self._waiting.append(job)
                self._hand_out(jobs)
            self._hand_out(jobs)
            if not jobs:
                return
            if jobs[0].done:
                job = jobs.popleft()
                yield job.task, job.result
            elif self._waiting:
                job = self._waiting.popleft()
                job.done, job.result = True, _outcome(self._work, job.task)
                self._receive(0)
            else:
                self._receive(None)

    def _hand_out(self, jobs: Iterable[_Job]) -> None:
        """Give tasks to the workers, to each as many as it needs, and no more than its share."""
        undone = sum(not job.done for job in jobs)
        most = min(_AT_HAND, -(-undone // self._count))
        while self._waiting and (worker := self._free(most)):
            self._give(worker, self._waiting.popleft())

    def _free(self, most: int) -> _Worker | None:
        """Return the worker with the fewest tasks if it can have more, a new one if all have one.

        Args:
            most: how many tasks a worker may have.
        """
        worker = min(self._workers, key=lambda worker: len(worker.jobs), default=None)
        if (worker is None or worker.jobs) and len(self._workers) < self._count - 1:
            worker = _Worker(started(_serve, self._work))
            self._workers.append(worker)
        return worker if worker is not None and len(worker.jobs) < most else None

    def _give(self, worker: _Worker, job: _Job) -> None:
        worker.jobs.append(job)
        try:
            worker.helper.connection.send(job.task)
        except OSError:
            raise worker.helper.lost() from None

    def _receive(self, seconds: float | None) -> None:
        """Take what workers have sent.

        Args:
            seconds: how long to wait if there is nothing yet; None for as long as it takes.
        """
        from multiprocessing.connection import wait  # noqa: PLC0415

        busy = {worker.helper.connection: worker for worker in self._workers if worker.jobs}
        for ready in wait(list(busy), seconds):
            worker = busy[ready]  # type: ignore[index]
            try:
                result = worker.helper.connection.recv()
            except (EOFError, OSError):
                raise worker.helper.lost() from None
            job = worker.jobs.popleft()
            job.done, job.result = True, result


def _outcome(work: Callable[[Task], Result], task: Task) -> Result | None:
    try:
        return work(task)
    except Exception:  # noqa: BLE001 - shown where the work is done again
        return None


def _serve(work: Callable[[Task], Result], connection: Connection[Any, Any]) -> None:
    """Do tasks until there are no more or nobody wants them."""
    from queue import SimpleQueue  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    tasks: SimpleQueue[tuple[Task] | None] = SimpleQueue()
    # Whoever sends a task must never wait until this process has sent what it found: it may
    # wait for that process to read.
    Thread(target=_listen, args=(connection, tasks), daemon=True).start()
    with suppress(OSError):
        while (given := tasks.get()) is not None:
            connection.send(_outcome(work, *given))


def _listen(connection: Connection[Any, Any], tasks: SimpleQueue[Any]) -> None:
    with suppress(EOFError, OSError):
        while True:
            tasks.put((connection.recv(),))
    tasks.put(None)
