"""Inputs shared among worker processes, where there are enough of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol, Self, TypeVar

import click

from newslint.linter import Linter
from newslint.processes import forks, processors
from newslint.sources.base import Input
from newslint.sources.discovery import pieces_of

Batch = list[Input]

_LINTED = 128 << 10
"""Characters that are linted here first: after that, rules and knowledge are at hand to share."""
_LARGE = 2 << 20
"""Bytes of an input that is not read here as long as others could be read beside it."""
_WORTH = 768 << 10
"""Bytes that must wait: to lint half of them takes longer than to start two workers (40 ms)."""
_WORTH_LOADING = 16 << 20
"""The same where each worker has to load rules and knowledge anew (about a second)."""
_LONG = 8 << 20
"""Bytes that are waited for before the workers start, to know whether the run is a long one."""
_BATCH = 256 << 10
"""Bytes of a batch: its way to a worker and back takes a hundredth of the time to lint it."""
_MOST = 200
"""Inputs of a batch, however small."""


Outcome = TypeVar("Outcome")

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Lint in up to N processes where there is enough to lint (default: one a processor).",
)
"""Adds the option that says how many processes there are; None for one a processor."""


class Work(Protocol[Outcome]):
    """What a run does with inputs, and can do with some of them in another process."""

    @property
    def type(self) -> str | None:
        """The format of every input; None to go by names."""

    @property
    def linter(self) -> Linter:
        """What lints them."""

    @property
    def linted(self) -> int:
        """How many characters were linted here, and not found in a cache."""

    def steps(self, sources: Iterable[Input]) -> Iterator[Iterable[str]]:
        """Yield the parts of the report about some inputs, bit by bit, and count them."""

    def aside(self) -> Self:
        """Return one that does the same and counts by itself."""

    def outcome(self, sources: Batch) -> Outcome:
        """Return what comes of some inputs, as if they were the only ones."""

    def accept(self, outcome: Outcome) -> Iterable[str] | None:
        """Count an outcome in and return its parts; None if it would be another one here."""


def shared(
    work: Work[Outcome], inputs: Iterable[Input], jobs: int | None
) -> Iterator[Iterable[str]]:
    """Yield the parts of the report, some inputs at a time, in their order.

    What is quickly done, or remembered in the cache, is done here.

    Args:
        work: what is done with an input.
        inputs: the inputs.
        jobs: how many processes there are at most; None for one a processor.

    Raises:
        WorkerLostError: if a worker process ended.
    """
    jobs = processors() if jobs is None else jobs
    if jobs == 1:
        yield from work.steps(inputs)
        return
    work.linter.jobs = jobs
    pieces = chain.from_iterable(pieces_of(source, work.type, _BATCH) for source in inputs)
    batches = _batches(pieces)
    for batch in batches:
        if work.linted >= _LINTED or _size(batch) > _LARGE:
            yield from _shared(work, chain([batch], batches), jobs)
        else:
            yield from work.steps(batch)


def _shared(work: Work[Outcome], batches: Iterator[Batch], jobs: int) -> Iterator[Iterable[str]]:
    waiting: list[Batch] = []
    worth = _WORTH if forks() else _WORTH_LOADING
    size = 0
    for batch in batches:
        waiting.append(batch)
        size += _size(batch)
        if size >= _LONG and len(waiting) > 1:
            break
    if size < worth or len(waiting) == 1:
        yield from work.steps(chain.from_iterable(chain(waiting, batches)))
        return
    from newslint.parallel import Workers  # noqa: PLC0415 - most runs are too short for them

    work.linter.expect(size)
    # What a worker lints is not shared once more.
    work.linter.jobs = 1
    with Workers(work.aside().outcome, jobs) as workers:
        for inputs, outcome in workers.results(chain(waiting, batches)):
            parts = None if outcome is None else work.accept(outcome)
            if parts is None:
                yield from work.steps(inputs)
            else:
                yield parts


def _batches(pieces: Iterable[Input]) -> Iterator[Batch]:
    batch: Batch = []
    room = _BATCH
    for piece in pieces:
        size = piece.size
        if batch and (size > room or len(batch) == _MOST):
            yield batch
            batch, room = [], _BATCH
        batch.append(piece)
        room -= size
    if batch:
        yield batch


def _size(batch: Batch) -> int:
    return sum(piece.size for piece in batch)
