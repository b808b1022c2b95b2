"""A count on standard error while a long run goes on."""

from __future__ import annotations

import sys
import time

_AFTER = 1.0


class Progress:
    """A line on standard error that counts, on a terminal and on long runs only."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = 0.0
        self._terminal = sys.stderr.isatty()

    def show(self, documents: int) -> None:
        """Show how many texts were read, if it is time to.

        Args:
            documents: the count.
        """
        now = time.monotonic()
        if self._terminal and now - self._began > _AFTER and now - self._shown > 0.1:
            sys.stderr.write(f"\r{documents:,} texts …")
            sys.stderr.flush()
            self._shown = now

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
