"""Worker processes: tasks handed out as they come, results in the order of the tasks."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from newslint.processes import WorkerLostError, forks

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4
"""How many tasks for each worker are begun before the oldest result was taken."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection[Any, Any]
    job: _Job | None = None


@dataclass(slots=True)
class _Job:
    task: Any
    done: bool = False
    result: Any = None


class Workers(Generic[Task, Result]):
    """Processes that do one kind of work, started as there are tasks for them.

    Where a process can be forked safely, the workers share all that this one has
    loaded and compiled; elsewhere the work is pickled.

    Args:
        work: what is done with a task.
        count: how many workers there are at most.
    """

    def __init__(self, work: Callable[[Task], Result], count: int) -> None:
        self._work = work
        self._count = count
        self._workers: list[_Worker] = []

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
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers.clear()

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | None]]:
        """Yield each task with its result, in order; tasks are taken as they are needed.

        A result is None where the work raised an exception: to do it here shows it.

        Args:
            tasks: what to do.

        Raises:
            WorkerLostError: if a worker ended.
        """
        coming = iter(tasks)
        jobs: deque[_Job] = deque()
        more = True
        while more or jobs:
            while more and len(jobs) < self._count * _AHEAD and (worker := self._free()):
                try:
                    job = _Job(next(coming))
                except StopIteration:
                    more = False
                    break
                jobs.append(job)
                self._give(worker, job)
            if jobs and jobs[0].done:
                job = jobs.popleft()
                yield job.task, job.result
            elif jobs:
                self._receive()

    def _free(self) -> _Worker | None:
        """Return a worker that waits for a task, a new one if all have one."""
        for worker in self._workers:
            if worker.job is None:
                return worker
        if len(self._workers) == self._count:
            return None
        worker = _started(self._work)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker, job: _Job) -> None:
        # A worker has one task at most: one that is busy would not read the next, and
        # both sides could wait for each other to read.
        worker.job = job
        try:
            worker.connection.send(job.task)
        except OSError:
            raise _lost(worker) from None

    def _receive(self) -> None:
        """Take what workers have sent; wait if there is nothing yet."""
        from multiprocessing.connection import wait  # noqa: PLC0415

        busy = {worker.connection: worker for worker in self._workers if worker.job is not None}
        for ready in wait(list(busy)):
            worker = busy[ready]  # type: ignore[index]
            job, worker.job = worker.job, None
            try:
                result = worker.connection.recv()
            except (EOFError, OSError):
                raise _lost(worker) from None
            if job is not None:
                job.done, job.result = True, result


def done_together(
    work: Callable[[Task], Result], tasks: Iterable[Task], count: int
) -> Iterator[Result]:
    """Yield what comes of some tasks, in their order, done by several processes.

    Args:
        work: does a task; what it changes is lost.
        tasks: what to do.
        count: how many processes there are at most.

    Raises:
        WorkerLostError: if a process ended.
    """
    with Workers(work, count) as workers:
        for task, result in workers.results(tasks):
            yield work(task) if result is None else result


def _started(work: Callable[[Task], Result]) -> _Worker:
    # Twenty milliseconds that a run on a few files does not spend.
    import multiprocessing  # noqa: PLC0415

    context: Any = multiprocessing.get_context("fork" if forks() else "spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(work, there, here), daemon=True)
    with _undisturbed():
        process.start()
    there.close()
    return _Worker(process, here)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold an interrupt back until a worker that is being started ignores it."""
    import signal  # noqa: PLC0415

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    work: Callable[[Task], Result], tasks: Connection[Any, Any], other: Connection[Any, Any]
) -> None:
    """Do tasks until there are no more or nobody wants them."""
    import signal  # noqa: PLC0415

    # An interrupt is for the process that started this one, and so is the other end:
    # as long as it is open here, nothing tells that the process is gone.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other.close()
    with suppress(EOFError, OSError):
        while True:
            task = tasks.recv()
            try:
                result = work(task)
            except Exception:  # noqa: BLE001 - shown where the work is done again
                tasks.send(None)
            else:
                tasks.send(result)


def _lost(worker: _Worker) -> WorkerLostError:
    worker.process.join(1)
    status = worker.process.exitcode
    if status is not None and status < 0:
        return WorkerLostError(f"was ended by signal {-status}")
    return WorkerLostError("ended before its work was done")
