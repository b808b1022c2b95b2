"""Processes that this one starts to help it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newslint.processes import WorkerLostError, forks

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")


class Helper(NamedTuple):
    """A process that was started.

    Args:
        process: the process.
        connection: what it is spoken to through.
    """

    process: BaseProcess
    connection: Connection[Any, Any]

    def lost(self) -> WorkerLostError:
        """Return what is to be said about its end, which nobody expected."""
        self.process.join(1)
        status = self.process.exitcode
        if status is not None and status < 0:
            return WorkerLostError(f"was ended by signal {-status}")
        return WorkerLostError("ended before its work was done")

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.terminate()
        self.process.join()
        self.connection.close()


def started(serve: Callable[..., None], *given: Any) -> Helper:  # noqa: ANN401
    """Start a process, which shares all that this one has loaded where it can be forked.

    Args:
        serve: what it does with what is given and its end of the connection.
        given: what it is given; pickled where it cannot be forked.
    """
    # Twenty milliseconds that a run on a few files does not spend.
    import multiprocessing  # noqa: PLC0415

    context: Any = multiprocessing.get_context("fork" if forks() else "spawn")
    here, there = context.Pipe()
    target, arguments = _begin, (here, serve, *given, there)
    process = context.Process(target=target, args=arguments, daemon=True)
    with _undisturbed():
        process.start()
    there.close()
    return Helper(process, here)


def done_aside(work: Callable[[Task], Result], tasks: Iterable[Task], count: int) -> list[Result]:
    """Return what comes of some tasks, each done by another process, whose memory ends with it.

    Args:
        work: does a task; what it changes in the other process is lost.
        tasks: what to do.
        count: how many processes there are at most beside this one.

    Raises:
        WorkerLostError: if a process ended before its task was done.
    """
    from multiprocessing.connection import wait  # noqa: PLC0415 - as in `started`

    waiting = deque(enumerate(tasks))
    running: dict[Any, tuple[int, Helper]] = {}
    results: dict[int, Result] = {}
    try:
        while waiting or running:
            while waiting and len(running) < count:
                number, task = waiting.popleft()
                helper = started(_answer, work, task)
                running[helper.connection] = number, helper
            for ready in wait(list(running)):
                number, helper = running.pop(ready)
                results[number] = _answered(helper)
    finally:
        for _, helper in running.values():
            helper.end()
    return [results[number] for number in range(len(results))]


def _answered(helper: Helper) -> Any:  # noqa: ANN401 - whatever the work returns
    try:
        return helper.connection.recv()
    except (EOFError, OSError):
        raise helper.lost() from None
    finally:
        helper.end()


def _answer(work: Callable[[Task], Result], task: Task, connection: Connection[Any, Any]) -> None:
    connection.send(work(task))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold an interrupt back until a process that is being started ignores it."""
    import signal  # noqa: PLC0415

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(other: Connection[Any, Any], serve: Callable[..., None], *given: Any) -> None:  # noqa: ANN401
    import signal  # noqa: PLC0415

    # An interrupt is for the process that started this one, and so is the other end:
    # as long as it is open here, nothing tells that the process is gone.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other.close()
    serve(*given)
