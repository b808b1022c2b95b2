"""What a run must know of processes before it starts any."""

from __future__ import annotations

import os
import sys
import threading


class WorkerLostError(RuntimeError):
    """A worker process ended without a result, such as one that was killed."""

    def __str__(self) -> str:
        return f"a worker process {self.args[0]}"


def forks() -> bool:
    """Say whether workers share what is loaded; else they load it themselves.

    A fork copies locks that other threads may hold, and the frameworks of macOS do
    not survive it.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
