"""What the figures were measured on."""

from __future__ import annotations

import datetime as dt
import os
import platform
from contextlib import suppress
from pathlib import Path

from bench.own import version_of


def machine(versions: dict[str, str]) -> str:
    """Return a list of the day, the machine, the system and the programs, in Markdown.

    Args:
        versions: what else was used, and its version.
    """
    today = dt.datetime.now(dt.UTC).date().isoformat()
    cores = len(os.sched_getaffinity(0))
    processor = _after("/proc/cpuinfo", "model name") or platform.machine()
    lines = {
        "Date": today,
        "Processor": f"{processor}, {cores} cores",
        "Memory": _memory(),
        "System": f"{_system()}, {platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        **versions,
    }
    return "".join(f"- {name}: {value}\n" for name, value in lines.items())


def runtimes() -> dict[str, str]:
    """Return the versions of what runs the peers that are not Python, where it is there."""
    found = {}
    for name, command in {"Node.js": ["node", "--version"], "Java": ["java", "--version"]}.items():
        with suppress(OSError):
            found[name] = version_of(command)
    return found


def _after(path: str, key: str) -> str | None:
    with suppress(OSError):
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == key:
                return value.strip()
    return None


def _memory() -> str:
    total = _after("/proc/meminfo", "MemTotal")
    return "unknown" if total is None else f"{int(total.split()[0]) / 1024**2:.0f} GiB"


def _system() -> str:
    with suppress(OSError):
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    return platform.system()
