from __future__ import annotations

from pathlib import Path

import pytest

from bench.fitting import exponent
from bench.growth import Growth, Point
from bench.judging import judged
from bench.own import FIRST_RUN, NO_CACHE, SECOND_RUN
from bench.profiling import slowest_imports
from bench.ratios import Judged, judged_table, pairwise
from bench.series import Series, Start
from bench.subjects import Subject
from bench.table import figure, table
from bench.timing import Run
from bench.workloads import Workload


def series(name: str, walls: list[float], workload: str = "files-2000", size: int = 10) -> Series:
    """Runs that took so long; their CPU time is the same."""
    path = Path(workload)
    work = Workload(workload, workload, path, (path,), size)
    runs = [Run(wall, wall, 50_000_000, 0) for wall in walls]
    return Series(Subject(name, lambda _: []), work, work, runs=runs)


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_the_exponent_is_found(power: float) -> None:
    points = [(size, 0.3 * size**power) for size in (10.0, 100.0, 1000.0)]
    assert exponent(points) == pytest.approx(power)


def test_costs_in_the_noise_do_not_count() -> None:
    assert exponent([(1, -0.1), (10, 1), (100, 10)]) == pytest.approx(1)
    assert exponent([(1, 0), (10, 1)]) is None
    assert exponent([(10, 1), (10, 2)]) is None


def test_ratios_are_taken_round_by_round() -> None:
    assert pairwise([1, 20, 3], [1, 10, 1]) == 2


def test_a_table_is_aligned() -> None:
    assert table(["", "wall s"], [["typos", "1.50"], ["a", "12"]]).splitlines() == [
        "|       | wall s |",
        "|:------|-------:|",
        "| typos |   1.50 |",
        "| a     |     12 |",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (0.01234, "0.0123"),
        (1.5, "1.50"),
        (39.26, "39.3"),
        (1234.5, "1,234"),
        (-2, "-2.00"),
    ],
)
def test_figures_have_three_digits(value: float, shown: str) -> None:
    assert figure(value) == shown


def test_targets_are_bounds() -> None:
    assert Judged("a", 1.0, "≥", 1.0).met
    assert not Judged("a", 1.1, "≤", 1.0).met
    assert judged_table([Judged("a", 2, "≤", 1.5)]).endswith(
        "| a      |     2.00 |  ≤ 1.5 |  NO |\n"
    )


def test_only_what_was_measured_is_judged() -> None:
    assert judged({}) == []
    found = judged(
        {
            "start": [series(NO_CACHE, [0.3], "start"), series("codespell", [0.1], "start")],
            "files-2000": [
                series(NO_CACHE, [2, 4]),
                series(FIRST_RUN, [2, 4]),
                series(SECOND_RUN, [0.2, 0.4]),
                series("codespell", [3, 4]),
            ],
            "line": [series(NO_CACHE, [3, 6], "line", 5)],
        }
    )
    assert [item.value for item in found] == pytest.approx([1.25, 3, 10, 3, 50])
    assert [item.met for item in found] == [True, False, True, False, True]


def test_a_part_is_scaled_up() -> None:
    whole = series("proselint", [2.0], size=100)
    part = Workload("part", "part", Path("part"), (Path("part"),), 10)
    scaled = Series(whole.subject, whole.workload, part, runs=whole.runs)
    assert scaled.wall == scaled.cpu == 20
    scaled.start = Start(wall=1.5)
    assert scaled.wall == 1.5 + 0.5 * 10
    assert scaled.cpu == 20
    assert scaled.is_scaled
    assert not whole.is_scaled


def test_growth_is_net_of_the_start() -> None:
    empty = series("newslint", [1, 1])
    points = [Point(f"{n}", n, series("newslint", [1 + n, 1 + n]), empty) for n in (10, 100)]
    growth = Growth("More files", points, linear=True)
    assert [item.value for item in growth.judged()] == [pytest.approx(1)] * 3
    assert growth.section().splitlines()[-1].endswith(" 1.00 |")


def test_what_costs_little_is_held_against_none() -> None:
    empty = series("newslint", [1, 2])
    sizes = {0: [2.0, 3.0], 1000: [3.0, 4.0]}
    points = [Point(f"{n}", n, series("newslint", walls), empty) for n, walls in sizes.items()]
    [item] = Growth("More rules", points, linear=False, judged_size=1000).judged()
    assert item.value == 2
    assert not Growth("More names", points, linear=False).judged()


def test_a_crash_is_no_fast_run() -> None:
    subject = Subject("typos", lambda _: [], statuses=frozenset({0, 2}))
    assert subject.complaint(Run(1, 1, 1, 2)) is None
    assert (
        subject.complaint(Run(1, 1, 1, 101, errors="no\nidea")) == "it ended with status 101: idea"
    )
    said = "Traceback (most recent call last):\n  …\nOSError: gone"
    assert subject.complaint(Run(1, 1, 1, 0, errors=said)) == "it failed: OSError: gone"


def test_imports_are_listed_by_what_they_take_themselves() -> None:
    said = (
        "import time: self [us] | cumulative | imported package\n"
        "import time:       120 |        120 |   re2\n"
        "import time:       900 |       1020 | newslint.scan\n"
        "1 text read\n"
    )
    assert slowest_imports(said, 1) == [("newslint.scan", 900, 1020)]
