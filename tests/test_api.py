"""The names that other programs import, and what they may do with them at once."""

from __future__ import annotations

import multiprocessing
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import newslint
from newslint import Diagnostic, Document, Linter, load_rules
from newslint.checks.context import Context

SEEDS = Path(__file__).parent.parent / "seeds"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def lint(linter: Linter, text: str) -> list[Diagnostic]:
    return linter.lint(Document(text))


def test_every_public_name_is_there() -> None:
    for name in newslint.__all__:
        assert getattr(newslint, name).__name__ == name
    assert dir(newslint) == sorted(newslint.__all__)


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, newslint; print([m for m in sys.modules if m.startswith('newslint.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_threads_share_a_linter() -> None:
    expected = [lint(Linter(load_rules()), text) for text in TEXTS]
    assert all(expected)
    for _ in range(2):
        # A fresh one each time: the threads meet while it compiles its rules.
        linter = Linter(load_rules())
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lint, [linter] * 20, TEXTS * (20 // len(TEXTS))))
        assert found == expected * (20 // len(TEXTS))


def test_processes_are_handed_a_linter() -> None:
    linter = Linter(load_rules(), Context(accepted=frozenset({"staff"})))
    expected = [lint(linter, text) for text in TEXTS]
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawned) as pool:
        assert list(pool.map(lint, [linter] * len(TEXTS), TEXTS)) == expected


def test_a_linter_pickles_as_its_rules_and_context() -> None:
    linter = Linter(load_rules(), Context(house="bbc", accepted=frozenset({"staff"})))
    size = len(pickle.dumps(linter))
    lint(linter, TEXTS[0])
    data = pickle.dumps(linter)
    assert len(data) == size
    again = pickle.loads(data)  # noqa: S301 - made on the line above
    assert (again.rules, again.context) == (linter.rules, linter.context)
    assert lint(again, TEXTS[0]) == lint(linter, TEXTS[0])


def test_diagnostics_pickle_and_compare() -> None:
    found = newslint.lint_text(TEXTS[0])
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - made here
    assert len(set(found)) == len(found)


def test_linting_twice_says_the_same() -> None:
    linter = Linter(load_rules())
    document = Document(TEXTS[0])
    assert linter.lint(document) == linter.lint(document) == linter.lint(Document(TEXTS[0]))
