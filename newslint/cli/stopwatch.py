"""Where the time of a run goes: every moment belongs to one phase."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")

START = "start-up"


class Stopwatch:
    """The seconds of each phase; a phase within another one stops the outer one.

    It begins with the processor time of the program so far.
    """

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.seconds[START] = time.process_time()
        self._phases = [START]
        self._since = time.perf_counter()

    def begin(self, phase: str) -> None:
        """Begin a phase."""
        self._count()
        self._phases.append(phase)

    def end(self) -> None:
        """End the phase that began last."""
        self._count()
        self._phases.pop()

    def timed(self, phase: str, function: Callable[..., Value]) -> Callable[..., Value]:
        """Return a function whose calls are a phase."""

        def call(*arguments: Any) -> Value:  # noqa: ANN401 - those of the function
            self.begin(phase)
            try:
                return function(*arguments)
            finally:
                self.end()

        return call

    def each(self, phase: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items; to make them is a phase."""
        following = self.timed(phase, iter(items).__next__)
        while True:
            try:
                item = following()
            except StopIteration:
                return
            yield item

    def _count(self) -> None:
        now = time.perf_counter()
        self.seconds[self._phases[-1]] += now - self._since
        self._since = now


class Watched:
    """An object as it is, but the calls of its methods are a phase.

    Args:
        watch: counts the time.
        phase: the phase.
        watched: the object.
    """

    def __init__(self, watch: Stopwatch, phase: str, watched: object) -> None:
        self._watch = watch
        self._phase = phase
        self._watched = watched

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what the object has
        found = getattr(self._watched, name)
        return self._watch.timed(self._phase, found) if callable(found) else found
