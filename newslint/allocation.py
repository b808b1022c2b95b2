"""What this process asks of the allocator of its memory."""

from __future__ import annotations

from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Options of `mallopt`."""
_KEPT = 1 << 20


def keep_little() -> None:
    """Have what is not needed any more given back to the system, from a megabyte on.

    glibc learns from the largest block that is given back to it to keep as much, and twice as
    much at the end: 40 MB in each process that shares a text of 10 MB.
    """
    with suppress(ImportError, OSError, TypeError, AttributeError):
        import ctypes  # noqa: PLC0415 - most texts are short

        allocator = ctypes.CDLL(None)
        allocator.mallopt(_TRIM_THRESHOLD, _KEPT)
        allocator.mallopt(_MMAP_THRESHOLD, _KEPT)
        allocator.malloc_trim(0)
