"""A run over one text imports what it needs, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "The river rose in Wexlingham on Friday.\n\nThe bridge is closed, and nobody was hurt.\n"
"""A text with a rare name, that is asked for among those of people and places."""

SELDOM = frozenset(
    """
    csv difflib email ftfy html importlib.metadata langdetect markdown_it
    multiprocessing pathspec rapidfuzz secrets subprocess tempfile tomllib xml yaml
    newslint.added_lines newslint.baseline newslint.cli.adopting newslint.fixer
    newslint.dealing newslint.helpers newslint.knowledge.compiling newslint.knowledge.model
    newslint.parallel newslint.reporters.excerpt newslint.ruleset.loader
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
from dataclasses import is_dataclass
from newslint.__main__ import main

def tell():
    known = {item for module in list(sys.modules.values()) for item in vars(module).values()
             if isinstance(item, type) and is_dataclass(item)
             and item.__dataclass_params__.init}
    print(len(known), file=sys.stderr)
    print(*sys.modules, file=sys.stderr)

atexit.register(tell)
sys.argv[0] = "newslint"
main()
"""


MOST_DATACLASSES = 10
"""To define one takes 0.4 to 1 ms: it is for what changes; `newslint.values` makes the others."""


def said(folder: Path, *options: str) -> list[str]:
    chosen = options if "--config" in options else ("--isolated", *options)
    command = [sys.executable, "-c", COUNT, "check", *chosen, "a.txt"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stderr.splitlines()


def imported(folder: Path, *options: str) -> set[str]:
    return set(said(folder, *options)[-1].split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose one text was linted before, so that every cache is filled."""
    (tmp_path / "a.txt").write_text(TEXT)
    imported(tmp_path)
    # The second look at a text compiles the automata, if no other test did.
    imported(tmp_path, "--no-cache")
    return tmp_path


def test_a_text_imports_nothing_that_few_texts_need(folder: Path) -> None:
    modules = imported(folder, "--no-cache")
    assert modules & SELDOM == set()
    assert modules & {"hashlib", "json", "newslint.cache"} == set()
    assert "newslint.knowledge.bloom" in modules


def test_a_text_needs_few_dataclasses(folder: Path) -> None:
    assert int(said(folder, "--no-cache")[-2]) <= MOST_DATACLASSES


def test_a_text_that_was_linted_before_is_not_looked_through(folder: Path) -> None:
    modules = imported(folder)
    assert modules & (SELDOM | UNREAD) == set()


def test_a_configuration_that_did_not_change_is_not_parsed_again(folder: Path) -> None:
    chosen = ("--no-cache", "--config", "newslint.yaml")
    (folder / "newslint.yaml").write_text("select: [MRK]\n")
    assert "yaml" in imported(folder, *chosen)
    # The second run with the same rules compiles their automata, in other processes.
    assert "yaml" not in imported(folder, *chosen)
    assert imported(folder, *chosen) & SELDOM == set()
    (folder / "newslint.yaml").write_text("select: [SPC]\n")
    assert "yaml" in imported(folder, *chosen)


def test_what_is_to_run_at_the_end_runs_and_the_status_is_kept(folder: Path) -> None:
    (folder / "a.txt").write_text("Fish &amp; chips\n")
    command = [sys.executable, "-c", COUNT, "check", "--isolated", "a.txt"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "MRK301" in done.stdout
    assert "1 text read" in done.stderr
    assert "newslint.linter" in done.stderr.splitlines()[-1].split()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="nothing here is full at all times")
@pytest.mark.parametrize("given", [("--version",), ("check", "--isolated", "a.txt")])
def test_a_report_that_does_not_arrive_ends_with_a_sentence(
    folder: Path, given: tuple[str, ...]
) -> None:
    (folder / "a.txt").write_text("Fish &amp; chips\n")
    command = [sys.executable, "-m", "newslint", *given]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    said = "newslint: the output could not be written: No space left on device."
    assert (done.returncode, done.stderr.decode().splitlines()) == (2, [said])
