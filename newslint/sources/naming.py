"""Paths as they are written down, so that they mean the same wherever a run starts."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(name: str) -> Path:
    """Return a path from the root of the file system, links left as they are.

    Args:
        name: a path as it was given, perhaps with ``..`` in it.
    """
    return Path(os.path.abspath(name))  # noqa: PTH100 - `resolve` would follow links


def seen_from(root: Path, name: str) -> str:
    """Return a path as seen from a directory; one that is not below it stays absolute.

    Args:
        root: the directory.
        name: a path as it was given.

    >>> seen_from(Path("/copy"), "/copy/old/../a.txt")
    'a.txt'
    """
    path = absolute(name)
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
