"""The figures of `bench/peers` that have targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bench.own import FIRST_RUN, NO_CACHE, SECOND_RUN
from bench.ratios import Judged, pairwise
from bench.series import Series

THROUGHPUT = {
    ("files-2000", "codespell"): 1.0,
    ("files-2000", "typos"): 0.35,
    ("files-2000", "proselint"): 30.0,
    ("files-20000", "typos"): 0.5,
}
START = 1.3
CACHED = 5.0
ONE_LINE = 2.0
MEMORY = 300.0

Results = Mapping[str, Sequence[Series]]


def judged(results: Results) -> list[Judged]:
    """Return the figures that were measured, with their targets.

    Args:
        results: the series of each workload, by its name.
    """
    return [*_throughput(results), *_start(results), *_cached(results), *_long(results)]


def _throughput(results: Results) -> Iterator[Judged]:
    for (workload, peer), target in THROUGHPUT.items():
        own, other = (_of(results, workload, name) for name in (NO_CACHE, peer))
        if own and other:
            scaled = " (scaled)" if other.is_scaled else ""
            what = f"throughput on {own.workload.title}, × {peer}{scaled}"
            yield Judged(what, pairwise(other.walls, own.walls), "≥", target)


def _start(results: Results) -> Iterator[Judged]:
    own, other = (_of(results, "start", name) for name in (NO_CACHE, "codespell"))
    if own and other:
        yield Judged("start-up, × codespell", pairwise(own.walls, other.walls), "≤", START)


def _cached(results: Results) -> Iterator[Judged]:
    first, second = (_of(results, "files-2000", name) for name in (FIRST_RUN, SECOND_RUN))
    if first and second:
        ratio = pairwise(first.walls, second.walls)
        yield Judged("second run with a cache, × the first", ratio, "≥", CACHED)


def _long(results: Results) -> Iterator[Judged]:
    many, line = (_of(results, name, NO_CACHE) for name in ("files-2000", "line"))
    if many and line:
        ratio = pairwise(_per_megabyte(line), _per_megabyte(many))
        what = "time per MB of one line, × that of many files"
        yield Judged(what, ratio, "≤", ONE_LINE)
    own = [
        item
        for every in results.values()
        for item in every
        if item.runs and item.subject.name in (NO_CACHE, FIRST_RUN, SECOND_RUN)
    ]
    if own:
        most = max(own, key=lambda item: item.memory)
        what = f"most memory in MB, on {most.workload.title}"
        yield Judged(what, most.memory, "≤", MEMORY)


def _per_megabyte(series: Series) -> list[float]:
    return [wall / series.workload.megabytes for wall in series.walls]


def _of(results: Results, workload: str, name: str) -> Series | None:
    found = (item for item in results.get(workload, ()) if item.runs)
    return next((item for item in found if item.subject.name == name), None)
