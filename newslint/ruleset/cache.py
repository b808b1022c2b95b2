"""What was made of files, kept between runs, because to make it costs more than a short run."""

from __future__ import annotations

import marshal
import os
import sys
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = "3"
_KEPT_DAYS = 60
"""After how many days a file is made anew; what nobody uses any more is gone by then."""


def cache_directory() -> Path:
    """Return where newslint keeps what it can make again.

    `NEWSLINT_CACHE_DIR`, else the platform's own place for caches.
    """
    if chosen := os.environ.get("NEWSLINT_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "newslint"


def stamp(path: Path) -> str:
    """Return what changes when a file changes."""
    state = path.stat()
    return f"{path} {state.st_size} {state.st_mtime_ns}"


def stamps(directory: Path | str, suffix: str = "", *, but: str = "") -> list[str]:
    """Return what changes when a file below a directory changes, in order.

    Args:
        directory: where to look; nothing is said of one that cannot be read.
        suffix: what the names of the files end in.
        but: the name of directories that are left out.
    """
    return sorted(_stamps(directory, suffix, but))


def _stamps(directory: Path | str, suffix: str, but: str) -> Iterator[str]:
    # Hundreds of files at every start: `Path.rglob` and `Path.stat` take ten times as long.
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != but:
                    yield from _stamps(entry.path, suffix, but)
            elif entry.name.endswith(suffix):
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"


def plain_cache(name: str, made_of: Iterable[str]) -> PlainCache:
    """Return the cache of what is made of some things.

    Args:
        name: what is cached.
        made_of: what changes when what it is made of changes, such as stamps of files.
    """
    every = "\0".join((FORMAT, sys.version, *made_of))
    number = zlib.crc32(every.encode("utf-8", "surrogatepass"))
    return PlainCache(cache_directory() / f"{name}-{number:08x}.cache", every)


class PlainCache(NamedTuple):
    """One plain value in one file, in the form that Python itself keeps its code in.

    It reads several times as fast as JSON.

    Args:
        path: the file.
        made_of: what the value is made of; a file that was made of anything else says nothing.
    """

    path: Path
    made_of: str = ""

    def read(self) -> Any | None:  # noqa: ANN401 - whatever was kept
        """Return the value, or None if there is none."""
        try:
            # Read in place: to copy megabytes before they are unpacked takes milliseconds.
            with self.path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
                made_of, content = marshal.loads(data)  # noqa: S302 - plain values
        except (OSError, ValueError, EOFError, TypeError):
            # A damaged or missing cache is no error: the value is made anew.
            return None
        return content if made_of == self.made_of else None

    def write(self, content: Any) -> None:  # noqa: ANN401 - plain data
        """Keep a value, if it is one of plain data."""
        with suppress(ValueError):
            write_cache(self.path, marshal.dumps((self.made_of, content)))


def write_cache(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all.

    Args:
        path: the file.
        data: its content.
    """
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
        _forget_old(path.parent)
    except OSError:
        # A read-only home costs time at the next start and nothing else.
        with suppress(OSError):
            temporary.unlink()


def _forget_old(directory: Path) -> None:
    """Delete what was made so long ago that other versions or rules have taken its place."""
    oldest = time.time() - _KEPT_DAYS * 86400
    for path in (*directory.glob("*.cache"), *directory.glob("*.automaton")):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
