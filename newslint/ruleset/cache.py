"""Parsed files kept between runs, because parsing YAML costs more than a short run."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = 2


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


def plain_cache(name: str, files: Iterable[Path], stamps: Iterable[str] = ()) -> PlainCache:
    """Return the cache of what is made from some files.

    Args:
        name: what is cached.
        files: the files it is made from.
        stamps: whatever else it depends on.
    """
    parts = [str(FORMAT), *map(stamp, files), *stamps]
    key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return PlainCache(cache_directory() / f"{name}-{key}.json")


@dataclass(frozen=True, slots=True)
class PlainCache:
    """One value in one file.

    Args:
        path: the file.
    """

    path: Path

    def read(self) -> dict[str, Any] | None:
        """Return the value, or None if there is none."""
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            # A damaged or missing cache is no error: the value is made anew.
            return None
        return content if isinstance(content, dict) else None

    def write(self, content: dict[str, Any]) -> None:
        """Keep a value."""
        write_cache(self.path, json.dumps(content, ensure_ascii=False).encode())


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
    except OSError:
        # A read-only home costs time at the next start and nothing else.
        with suppress(OSError):
            temporary.unlink()
