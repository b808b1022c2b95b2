"""Run one command and print what it cost: wall, CPU and memory of it and what it waited for.

A script of its own, run without `site`: the kernel counts the memory of whoever starts a
process as that process's own until it runs its program, so whoever starts it must be small.
"""

from __future__ import annotations

import os
import sys
import time

OUTPUT, ERRORS = 1, 2


def main(output: str, errors: str, command: list[str]) -> None:
    """Run a command, print `wall cpu maxrss status`: seconds, seconds, KB, exit status.

    Args:
        output: the file for its standard output.
        errors: the file for its standard error.
        command: an executable's path and its arguments.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, OUTPUT, output, flags, 0o600),
        (os.POSIX_SPAWN_OPEN, ERRORS, errors, flags, 0o600),
    ]
    started = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    cpu = usage.ru_utime + usage.ru_stime
    code = os.waitstatus_to_exitcode(status)
    sys.stdout.write(f"{wall} {cpu} {usage.ru_maxrss} {code}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
