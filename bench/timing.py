"""One run of one command, measured."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LAUNCHER = Path(__file__).with_name("launching.py")
_SAMPLED_EVERY = 0.02
_KILOBYTE = 1024
_NOT_STARTED = 127


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost.

    Args:
        wall: seconds from its start to its end.
        cpu: seconds of user and system time of the process and all that it waited for.
        peak: the largest resident memory of any one of these processes, in bytes.
        status: its exit status, or the negative number of the signal that ended it.
        lines: how many lines it wrote to standard output.
        errors: the end of what it wrote to standard error.
        tree_peak: the highest sum of the proportional memory of all processes, in bytes;
            None where it was not sampled.
    """

    wall: float
    cpu: float
    peak: int
    status: int
    lines: int = 0
    errors: str = ""
    tree_peak: int | None = None


class TookTooLongError(Exception):
    """A command did not end in time, and was ended."""


def measure(
    command: Sequence[str],
    directory: Path,
    *,
    environment: Mapping[str, str] | None = None,
    seconds: float | None = None,
    sample: bool = False,
) -> Run:
    """Run a command and return what it cost; its output goes to files.

    Args:
        command: an executable's path and its arguments.
        directory: where it runs, and where its output is kept.
        environment: variables beside those of this process.
        seconds: how long it may take; None for as long as it takes.
        sample: whether the memory of the whole tree of processes is sampled, which slows it.

    Raises:
        TookTooLongError: if it took longer.
    """
    output, errors = directory / "output.log", directory / "errors.log"
    with subprocess.Popen(  # noqa: S603 - the commands are this folder's own
        [sys.executable, "-I", "-S", str(_LAUNCHER), str(output), str(errors), *command],
        cwd=directory,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as launcher:
        sampler = _Sampler(launcher.pid) if sample else None
        try:
            report, _ = launcher.communicate(timeout=seconds)
        except BaseException as error:
            # Also when this process is interrupted, nothing is left running.
            os.killpg(launcher.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                raise TookTooLongError from error
            raise
        finally:
            tree_peak = sampler.stop() if sampler else None
    if launcher.returncode:
        return Run(0.0, 0.0, 0, _NOT_STARTED, errors=f"{command[0]} cannot be started.")
    wall, cpu, peak, status = report.split()
    return Run(
        *(float(wall), float(cpu), int(peak) * _KILOBYTE, int(status)),
        lines=output.read_bytes().count(b"\n"),
        errors=errors.read_text(encoding="utf-8", errors="replace")[-2000:],
        tree_peak=tree_peak,
    )


class _Sampler:
    """Samples the memory of a session of processes until it is stopped."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._peak = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> int | None:
        self._stopped.set()
        self._thread.join()
        return self._peak or None

    def _run(self) -> None:
        while not self._stopped.wait(_SAMPLED_EVERY):
            shares = map(_proportional, _members(self._session))
            self._peak = max(self._peak, sum(shares))


def _members(session: int) -> Iterator[Path]:
    """Yield the processes of a session, without the one that leads it."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            # Behind the name, which may hold anything: state, parent, group, session.
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and int(process.name) != session:
                yield process


def _proportional(process: Path) -> int:
    """Return the memory of a process, what it shares with others in equal parts, in bytes."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * _KILOBYTE
    return 0
