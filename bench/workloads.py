"""Workloads on disk: what is linted, and how much of it there is."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.articles import in_one_line, packed

START_SIZE = 2048
_FEWEST = 10
_FOLDER_SIZE = 1000
"""How many files a folder holds: trees of copy are not flat."""


@dataclass(frozen=True, slots=True)
class Workload:
    """One thing to lint.

    Args:
        name: what it is called in tables and on disk.
        title: what it is, for people.
        path: a directory, or one file.
        files: the files, in order.
        size: bytes of all files.
    """

    name: str
    title: str
    path: Path
    files: tuple[Path, ...]
    size: int

    @property
    def megabytes(self) -> float:
        """The size in MB of a million bytes."""
        return self.size / 1e6

    def part(self, share: int) -> Workload:
        """Return the first files of a directory, in a directory of their own.

        Args:
            share: 10 for a tenth, but never fewer than ten files.
        """
        files = self.files[: max(_FEWEST, len(self.files) // share)]
        if len(files) == len(self.files):
            return self
        folder = self.path.with_name(f"{self.name}-first-{len(files)}")
        linked = []
        for path in files:
            link = folder / path.relative_to(self.path)
            link.parent.mkdir(parents=True, exist_ok=True)
            if not link.exists():
                os.link(path, link)
            linked.append(link)
        size = sum(path.stat().st_size for path in linked)
        return Workload(folder.name, self.title, folder, tuple(linked), size)


def start_workload(directory: Path, articles: Sequence[str]) -> Workload:
    """Write the article whose size is nearest to 2 KB, for measuring how long a start takes."""
    text = min(articles, key=lambda article: abs(len(article.encode()) - START_SIZE))
    return _one_file(directory, "start", "one file of 2 KB", ".txt", text)


def tree_workload(directory: Path, articles: Sequence[str], count: int) -> Workload:
    """Write a tree of files of about 5 KB.

    Raises:
        WorkloadError: if two files came out the same.
    """
    root = directory / f"files-{count}"
    files = []
    size = 0
    for number, text in enumerate(packed(articles, count)):
        path = root / f"{number // _FOLDER_SIZE:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(text.encode())
        files.append(path)
    title = f"{count:,} files of about 5 KB"
    return Workload(root.name, title, root, tuple(files), size)


def records_workload(directory: Path, tree: Workload) -> Workload:
    """Write one JSON Lines file with a record for every file of a tree."""
    lines = (
        json.dumps({"id": path.stem, "text": path.read_bytes().decode()}, ensure_ascii=False)
        for path in tree.files
    )
    text = "".join(f"{line}\n" for line in lines)
    return _one_file(directory, "records", "one file of JSON Lines", ".jsonl", text)


def line_workload(directory: Path, tree: Workload) -> Workload:
    """Write the text of a tree as one line."""
    text = in_one_line(path.read_bytes().decode() for path in tree.files)
    return _one_file(directory, "line", "one line", ".txt", text)


def text_workload(directory: Path, name: str, title: str, text: str) -> Workload:
    """Write one text.

    Args:
        directory: where.
        name: the name of the file without its suffix.
        title: what it is, for people.
        text: what it holds.
    """
    return _one_file(directory, name, title, ".txt", text)


def _one_file(directory: Path, name: str, title: str, suffix: str, text: str) -> Workload:
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{name}{suffix}"
    size = path.write_bytes(text.encode())
    return Workload(name, title, path, (path,), size)
