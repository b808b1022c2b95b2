"""`bench/scale`: how what newslint costs grows with the work."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from bench.articles import joined
from bench.growth import MANY_RULES, Growth, Point
from bench.machine import machine
from bench.made_names import write_knowledge
from bench.made_rules import write_rules
from bench.options import articles_of, numbers, parser, run, workspace
from bench.own import Newslint, found_newslint
from bench.ratios import judged_table
from bench.rounds import Terms, interleaved, say
from bench.subjects import Subject
from bench.workloads import Workload, text_workload, tree_workload


@dataclass(frozen=True, slots=True)
class Planned:
    """A size that is to be measured; see `Point`."""

    label: str
    size: int
    subject: Subject
    workload: Workload


def main() -> NoReturn:
    """Read the options and measure."""
    options = parser(__doc__, "SCALE.md")
    for name, default, what in (
        ("files", [200, 2000, 20_000], "files"),
        ("documents", [10**power for power in range(3, 8)], "bytes of one document"),
        ("rules", [10, 100, 1000], "rules of the user"),
        ("names", [100, 1000, 10_000, 100_000], "names in a knowledge file"),
    ):
        text = ",".join(map(str, default))
        options.add_argument(
            f"--{name}",
            type=numbers,
            default=default,
            metavar="N,…",
            help=f"{what} (default: {text}; empty for none)",
        )
    options.add_argument(
        "--corpus", type=int, default=200, metavar="N", help="files that rules and names meet"
    )
    run(measure, options.parse_args())


def measure(options: argparse.Namespace) -> None:
    """Measure, print the tables, and write them."""
    articles = articles_of(options)
    with workspace() as directory:
        newslint = found_newslint(options.newslint, directory / "newslint")
        maker = _Maker(newslint, directory, articles)
        plans = {
            "files": lambda: maker.files(options.files),
            "documents": lambda: maker.documents(options.documents),
            "rules": lambda: maker.rules(options.rules, options.corpus),
            "names": lambda: maker.names(options.names, options.corpus),
        }
        growths = []
        for name, title in _TITLES.items():
            if not getattr(options, name):
                continue
            say(title)
            linear = name in ("files", "documents")
            points = maker.measured(plans[name](), options.rounds)
            growths.append(Growth(title, points, linear, MANY_RULES if name == "rules" else None))
            sys.stdout.write(f"\n{growths[-1].section()}")
        versions = {"newslint": newslint.version()}
    figures = [figure for growth in growths for figure in growth.judged()]
    judged = f"## Judged\n\n{judged_table(figures)}"
    pages = [_head(options, len(articles), machine(versions)), judged]
    pages += [growth.section() for growth in growths]
    options.output.write_text("\n".join(pages), encoding="utf-8")
    sys.stdout.write(f"\n{judged}")


_TITLES = {
    "files": "More files",
    "documents": "A longer document",
    "rules": "More rules",
    "names": "More names",
}


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes what is measured, and measures it."""

    newslint: Newslint
    directory: Path
    articles: Sequence[str]

    def files(self, counts: Sequence[int]) -> list[Planned]:
        subject = self.newslint_with("base", {})
        trees = [tree_workload(self.directory / "texts", self.articles, count) for count in counts]
        return [
            Planned(f"{count:,} files, {tree.megabytes:.3g} MB", tree.size, subject, tree)
            for count, tree in zip(counts, trees, strict=True)
        ]

    def documents(self, sizes: Sequence[int]) -> list[Planned]:
        subject = self.newslint_with("base", {})
        planned = []
        for size in sizes:
            text = joined(self.articles, size)
            made = text_workload(self.directory / "texts", f"document-{size}", "a document", text)
            planned.append(Planned(f"{made.size:,} bytes", made.size, subject, made))
        return planned

    def rules(self, counts: Sequence[int], corpus: int) -> list[Planned]:
        tree = tree_workload(self.directory / "texts", self.articles, corpus)
        planned = []
        for count in (0, *counts):
            folder = self.directory / f"rules-{count}"
            write_rules(folder, count)
            subject = self.newslint_with(folder.name, {"rules": [str(folder)]} if count else {})
            planned.append(Planned(f"{count:,} more rules", count, subject, tree))
        return planned

    def names(self, counts: Sequence[int], corpus: int) -> list[Planned]:
        tree = tree_workload(self.directory / "texts", self.articles, corpus)
        planned = []
        for count in (0, *counts):
            path = self.directory / f"names-{count}.yaml"
            write_knowledge(path, count)
            settings = {"knowledge": [str(path)]} if count else {}
            subject = self.newslint_with(path.stem, settings)
            planned.append(Planned(f"{count:,} more names", count, subject, tree))
        return planned

    def newslint_with(self, name: str, settings: dict[str, list[str]]) -> Subject:
        configuration = self.newslint.configured(name, settings)
        return self.newslint.subject(f"newslint, {name}", configuration, "--no-cache")

    def measured(self, planned: Sequence[Planned], rounds: int) -> list[Point]:
        empty = text_workload(self.directory / "texts", "empty", "an empty file", "")
        pairs = [
            (point.subject, workload) for point in planned for workload in (point.workload, empty)
        ]
        series = interleaved(pairs, Terms(rounds, self.directory))
        return [
            Point(point.label, point.size, full, base)
            for point, full, base in zip(planned, series[::2], series[1::2], strict=True)
        ]


def _head(options: argparse.Namespace, articles: int, measured_on: str) -> str:
    return f"""# How the cost of newslint grows

Written by `bench/scale`; [README.md](README.md) says what the columns mean and what the limits are.
{articles:,} articles, {options.rounds} interleaved rounds, medians, `--no-cache`, every rule on;
rules and names meet {options.corpus} files.
Compiled rules and knowledge were kept from the round before the first that counts.

{measured_on}"""
