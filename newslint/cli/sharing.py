"""Inputs shared among worker processes, where there are enough of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.cli.checking import Checker
from newslint.parallel import Workers, forks
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
"""The same where each worker has to load rules and knowledge anew (800 ms)."""
_LONG = 4 << 20
"""Bytes that are waited for before the workers start, to know whether the run is a long one."""
_BATCH = 256 << 10
"""Bytes of a batch: its way to a worker and back takes a hundredth of the time to lint it."""
_MOST = 200
"""Inputs of a batch, however small."""


def shared(checker: Checker, inputs: Iterable[Input], jobs: int) -> Iterator[Iterable[str]]:
    """Yield the parts of the report, some inputs at a time, in their order.

    What is quickly done, or remembered in the cache, is done here.

    Args:
        checker: what is done with an input.
        inputs: the inputs.
        jobs: how many processes there are at most.

    Raises:
        WorkerLostError: if a worker process ended.
    """
    if jobs == 1:
        yield from checker.steps(inputs)
        return
    pieces = chain.from_iterable(pieces_of(source, checker.type, _BATCH) for source in inputs)
    batches = _batches(pieces)
    for batch in batches:
        if checker.linted >= _LINTED or _size(batch) > _LARGE:
            yield from _shared(checker, chain([batch], batches), jobs)
        else:
            yield from checker.steps(batch)


def _shared(checker: Checker, batches: Iterator[Batch], jobs: int) -> Iterator[Iterable[str]]:
    waiting: list[Batch] = []
    worth = _WORTH if forks() else _WORTH_LOADING
    size = 0
    for batch in batches:
        waiting.append(batch)
        size += _size(batch)
        if size >= _LONG and len(waiting) > 1:
            break
    if size < worth or len(waiting) == 1:
        yield from checker.steps(chain.from_iterable(chain(waiting, batches)))
        return
    checker.linter.expect(size)
    with Workers(checker.outcome, jobs) as workers:
        for inputs, outcome in workers.results(chain(waiting, batches)):
            if outcome is not None and checker.accept(outcome):
                yield outcome.parts
            else:
                yield from checker.steps(inputs)


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
