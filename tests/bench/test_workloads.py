from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.workloads import (
    Workload,
    line_workload,
    records_workload,
    start_workload,
    tree_workload,
)

ARTICLES = [f"Article {number}.\n" + "They met. " * number for number in range(100, 600, 10)]


@pytest.fixture
def tree(tmp_path: Path) -> Workload:
    return tree_workload(tmp_path, ARTICLES, 20)


def test_a_tree_holds_its_files(tree: Workload) -> None:
    assert sorted(tree.path.rglob("*.txt")) == list(tree.files)
    assert len({path.read_bytes() for path in tree.files}) == 20
    assert tree.size == sum(path.stat().st_size for path in tree.files)
    assert tree.megabytes == tree.size / 1e6


def test_a_part_holds_the_first_files(tree: Workload) -> None:
    part = tree.part(10)
    assert [path.name for path in part.files] == [path.name for path in tree.files[:10]]
    assert part.size == sum(path.stat().st_size for path in tree.files[:10])
    assert tree.part(100).files == part.files
    assert tree.part(1) is tree


def test_records_and_line_hold_the_same_text(tree: Workload, tmp_path: Path) -> None:
    texts = [path.read_text() for path in tree.files]
    records = records_workload(tmp_path, tree)
    rows = [json.loads(line) for line in records.path.read_text().splitlines()]
    assert [row["text"] for row in rows] == texts
    assert len({row["id"] for row in rows}) == 20
    line = line_workload(tmp_path, tree)
    assert line.path.read_text() == "\n".join(texts).replace("\n", " ")
    assert line.part(10) is line


def test_the_start_is_measured_on_about_two_kilobytes(tmp_path: Path) -> None:
    assert abs(start_workload(tmp_path, ARTICLES).size - 2048) < 60
