"""A run over one text imports what it needs, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "The river rose in Kyiv on Friday.\n\nThe bridge is closed, and nobody was hurt.\n"

SELDOM = frozenset(
    """
    csv difflib email ftfy html importlib.metadata langdetect markdown_it multiprocessing pathspec
    rapidfuzz secrets subprocess tempfile tomllib xml yaml
    newslint.added_lines newslint.baseline newslint.cli.adopting newslint.fixer
    newslint.knowledge.compiling newslint.knowledge.model newslint.reporters.excerpt
    newslint.sources.html newslint.sources.json_ newslint.sources.markdown newslint.sources.records
    newslint.sources.writing newslint.suppression.comments newslint.suppression.entries
    newslint.suppression.sidecar newslint.text.roles
    """.split()
)
"""What a text needs in which nothing is found, suppressed or mended, and neither does its start."""

UNREAD = frozenset(
    """
    hyperscan re2 newslint.checks.base newslint.knowledge.store newslint.plans newslint.scan
    """.split()
)
"""What a text needs that was never linted before."""

COUNT = """
import atexit, sys
from newslint.__main__ import main
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
sys.argv[0] = "newslint"
main()
"""


def imported(folder: Path, *options: str) -> set[str]:
    command = [sys.executable, "-c", COUNT, "check", "--isolated", *options, "a.txt"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose one text was linted before, so that every cache is filled."""
    (tmp_path / "a.txt").write_text(TEXT)
    imported(tmp_path)
    return tmp_path


def test_a_text_imports_nothing_that_few_texts_need(folder: Path) -> None:
    modules = imported(folder, "--no-cache")
    assert modules & SELDOM == set()
    assert modules & {"hashlib", "newslint.cache"} == set()


def test_a_text_that_was_linted_before_is_not_looked_through(folder: Path) -> None:
    modules = imported(folder)
    assert modules & (SELDOM | UNREAD) == set()
