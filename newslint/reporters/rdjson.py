"""Format `rdjson`: one JSON object with all diagnostics, as reviewdog reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.reporters.base import Summary
from newslint.reporters.rdjsonl import ReviewdogLines


class Reviewdog(ReviewdogLines):
    """The objects of `rdjsonl` in one list."""

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002 - no counts
        """Yield the object."""
        yield '{"source": {"name": "newslint"}, "diagnostics": ['
        separator = "\n"
        for part in parts:
            yield separator + part.rstrip("\n")
            separator = ",\n"
        yield "\n]}\n"


REPORTER = Reviewdog
