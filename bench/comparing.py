"""`bench/peers`: newslint beside other linters of prose, on the same texts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NoReturn

from bench.judging import judged
from bench.machine import machine, runtimes
from bench.options import articles_of, numbers, parser, run, workspace
from bench.own import NO_CACHE, found_newslint
from bench.ratios import judged_table, pairwise
from bench.rounds import Terms, interleaved, say
from bench.series import Series, Start
from bench.subjects import Subject, floor
from bench.table import figure, table
from bench.tools import PEERS
from bench.workloads import (
    Workload,
    line_workload,
    records_workload,
    start_workload,
    tree_workload,
)

_HEAD = ("", "wall s", "CPU s", "MB/s", "peak MB", "tree MB", "lines", "÷ newslint")
_LARGE = 20_000


def main() -> NoReturn:
    """Read the options and compare."""
    options = parser(__doc__, "RESULTS.md")
    options.add_argument("--tools", type=Path, metavar="DIR", help="what install-peers filled")
    options.add_argument("--peers", metavar="NAME,…", help="only these peers")
    options.add_argument("--files", type=numbers, default=[200, 2000], metavar="N,…", help="trees")
    options.add_argument("--large", action="store_true", help=f"{_LARGE:,} files too")
    options.add_argument("--start-rounds", type=int, default=20, metavar="N", help="for the start")
    options.add_argument("--budget", type=float, default=120, metavar="S", help="for one run")
    run(compare, options.parse_args())


def compare(options: argparse.Namespace) -> None:
    """Measure, print the tables, and write them."""
    articles = articles_of(options)
    with workspace() as directory:
        newslint = found_newslint(options.newslint, directory / "newslint")
        versions = {"newslint": newslint.version(), **runtimes()}
        peers, missing = _peers(options, directory, versions)
        subjects = [*newslint.modes(), *peers, floor(sys.executable)]
        head = _head(options, len(articles), versions, missing)
        results: dict[str, list[Series]] = {}
        for workload in _workloads(directory / "texts", articles, options):
            say(f"{workload.title} ({workload.megabytes:.3g} MB)")
            start = workload.name == "start"
            terms = Terms(
                options.start_rounds if start else options.rounds,
                directory,
                options.budget,
                memory=not start,
                starts=_starts(results),
            )
            pairs = [(subject, workload) for subject in subjects]
            results[workload.name] = interleaved(pairs, terms)
            sys.stdout.write(f"\n{_section(results[workload.name])}")
            # After each, so that what was measured is kept if a later one is interrupted.
            figures = judged_table(judged(results))
            pages = [head, f"## Judged\n\n{figures}", *map(_section, results.values())]
            options.output.write_text("\n".join(pages), encoding="utf-8")
    sys.stdout.write(f"\n{figures}\n{missing}")


def _starts(results: Mapping[str, Sequence[Series]]) -> dict[str, Start]:
    """Return what a start costs, where it was measured."""
    measured = [series for series in results.get("start", ()) if series.runs]
    return {series.subject.name: Start(series.wall, series.cpu) for series in measured}


def _peers(
    options: argparse.Namespace, directory: Path, versions: dict[str, str]
) -> tuple[list[Subject], str]:
    """Return the peers that are there, and sentences on those that are not."""
    tools = options.tools and options.tools.resolve()
    wanted = options.peers.split(",") if options.peers else None
    subjects = []
    missing = ""
    for peer in PEERS:
        if wanted is not None and peer.name not in wanted:
            continue
        head = peer.head(tools)
        if head is None:
            missing += f"- {peer.name} could not be measured: {peer.why_not(tools)}\n"
            continue
        versions[peer.name] = peer.version_text(head) + (f" ({peer.note})" if peer.note else "")
        subjects.append(peer.subject(head, directory))
    return subjects, missing


def _workloads(
    directory: Path, articles: Sequence[str], options: argparse.Namespace
) -> list[Workload]:
    counts = sorted({*options.files, *([_LARGE] if options.large else [])})
    trees = [tree_workload(directory, articles, count) for count in counts]
    ordinary = [tree for tree in trees if len(tree.files) < _LARGE] or trees
    most = ordinary[-1:]
    return [
        start_workload(directory, articles),
        *trees,
        *(records_workload(directory, tree) for tree in most),
        *(line_workload(directory, tree) for tree in most),
    ]


def _section(every: Sequence[Series]) -> str:
    workload = every[0].workload
    size = f"{workload.megabytes:.1f} MB" if workload.size > 1e6 else f"{workload.size:,} bytes"
    rounds = max(len(series.runs) for series in every)
    own = next((item for item in every if item.subject.name == NO_CACHE and item.runs), None)
    rows = [_row(series, own) for series in every]
    title = workload.title[0].upper() + workload.title[1:]
    return f"## {title} ({size}; rounds: {rounds})\n\n{table(_HEAD, rows)}"


def _row(series: Series, own: Series | None) -> list[str]:
    if series.why_not is not None:
        return [f"{series.subject.name}: {series.why_not}", *[""] * 7]
    name = series.subject.name
    if series.is_scaled:
        name += f" (on {len(series.done.files)} files, scaled)"
    tree = "" if series.tree_peak is None else figure(series.tree_peak / 1e6)
    ratio = "" if own is None else figure(pairwise(series.walls, own.walls))
    return [
        name,
        figure(series.wall),
        figure(series.cpu),
        figure(series.workload.megabytes / series.wall),
        figure(series.peak),
        tree,
        f"{median(run.lines for run in series.runs):.0f}",
        ratio,
    ]


def _head(
    options: argparse.Namespace, articles: int, versions: dict[str, str], missing: str
) -> str:
    return f"""# newslint and its peers

Written by `bench/peers`; [README.md](README.md) says what the columns mean and what the limits are.
{articles:,} articles; {options.rounds} rounds, {options.start_rounds} for the start, interleaved;
a run of a peer may take {options.budget:.0f} s.
Compiled rules and knowledge were kept from the round before the first that counts.

{machine(versions)}{missing}"""
