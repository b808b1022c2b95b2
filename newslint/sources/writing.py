"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path


class ChangedSinceReadError(OSError):
    """A file that somebody else wrote in the meantime."""


def replace_file(path: Path, chunks: Iterable[bytes]) -> bool:
    """Write chunks to a file beside a path and rename it there, if the content differs.

    The file keeps its mode; a link stays a link to the written file. A device or a pipe,
    such as /dev/null, is written to and stays what it is.

    Args:
        path: the file to replace.
        chunks: the new content; made while the old content is still in place.

    Returns:
        Whether the file was changed.

    Raises:
        ChangedSinceReadError: if the file changed while the chunks were made.
        OSError: if the file cannot be written.
    """
    target = path.resolve()
    before = target.stat()
    if not stat.S_ISREG(before.st_mode):
        with target.open("wb") as device:
            device.writelines(chunks)
        return True
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(chunks)
            stream.flush()
            os.fsync(stream.fileno())
        after = target.stat()
        if (after.st_mtime_ns, after.st_size) != (before.st_mtime_ns, before.st_size):
            reason = "it changed while it was being fixed; run newslint again"
            raise ChangedSinceReadError(0, reason, str(path))
        if _same(temporary, target):
            return False
        shutil.copymode(target, temporary)
        temporary.replace(target)
        return True
    finally:
        temporary.unlink(missing_ok=True)


def _same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(1 << 20):
            if chunk != right.read(len(chunk)):
                return False
    return True
