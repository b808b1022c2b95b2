"""Whatever makes a run fast, it finds the same: the scan, the processes, the cache."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.cache import NAME
from newslint.cli.main import main
from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.linter import Linter
from newslint.processes import forks
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.model import Example, Rule
from newslint.stamping import stamped
from tests.conftest import NASTY_TEXTS, SEEDS

# The scan looks for what most doubled small words hold, and not for what all do.
INEXACT = "REP101"
RULES = [rule for rule in load_rules() if rule.code != INEXACT]
EXAMPLES = [example for rule in load_rules() for example in rule.examples]
PIECES = NASTY_TEXTS | st.sampled_from([example.text for example in EXAMPLES])


@dataclass(frozen=True)
class Corpus:
    """Texts to lint, and what a run without anything that makes it fast says of them."""

    folder: Path
    expected: tuple[int, str, str]

    def run(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        command = [
            "check",
            "--isolated",
            "--ignore",
            INEXACT,
            "--format",
            "jsonl",
            *arguments,
            str(self.folder),
        ]
        done = CliRunner().invoke(main, command, env=variables, catch_exceptions=False)
        return done.exit_code, done.stdout, done.stderr


def record(number: int, example: Example, text: str) -> str:
    known = {
        key: example.fields[key] for key in ("date", "language", "title") if key in example.fields
    }
    return json.dumps({"id": str(number), "text": text, **known}) + "\n"


def mixtures() -> Iterator[str]:
    """Yield every example again, with others around it."""
    chosen = random.Random(7)  # noqa: S311 - the same in every run
    for number, example in enumerate(EXAMPLES):
        if number % 8 == 0:
            others = [one.text for one in chosen.sample(EXAMPLES, 5)]
            yield record(number, example, "\n\n".join([*others[:2], example.text, *others[2:]]))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    every = [record(number, example, example.text) for number, example in enumerate(EXAMPLES)]
    (folder / "examples.jsonl").write_text("".join(every))
    (folder / "mixtures.jsonl").write_text("".join(mixtures()))
    for number in range(0, len(EXAMPLES), 10):
        text = "\n\n".join(example.text for example in EXAMPLES[number : number + 10])
        (folder / f"{number:04}.txt").write_text(text, newline="")
    for seed in SEEDS.glob("*.txt"):
        (folder / seed.name).write_bytes(seed.read_bytes())
    unscanned = Corpus(folder, (0, "", ""))
    expected = unscanned.run("--no-cache", "--jobs", "1", NEWSLINT_NO_SCAN="1")
    assert len({json.loads(line)["code"] for line in expected[1].splitlines()}) > 200
    return Corpus(folder, expected)


def test_the_scan_changes_nothing(corpus: Corpus) -> None:
    assert corpus.run("--no-cache", "--jobs", "1") == corpus.expected


def test_processes_and_cache_change_nothing(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("newslint.cli.sharing._LINTED", 4 << 10)
    monkeypatch.setattr("newslint.cli.sharing._WORTH", 16 << 10)
    monkeypatch.setattr("newslint.cli.sharing._BATCH", 8 << 10)
    assert corpus.run("--jobs", "3") == corpus.expected
    assert list((tmp_path / NAME).glob("*.json"))
    assert corpus.run("--jobs", "3") == corpus.expected
    assert corpus.run("--jobs", "1") == corpus.expected


@pytest.fixture(scope="module")
def scanned() -> Linter:
    return Linter(RULES)


@pytest.fixture(scope="module")
def unscanned() -> Linter:
    linter = Linter(RULES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_NO_SCAN", "1")
        linter.check_rules()
    return linter


@pytest.mark.skipif(not forks(), reason="processes that fork share the checks of a text")
def test_sharing_the_checks_of_a_long_text_changes_nothing(
    scanned: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["\n\n".join(one.text for one in EXAMPLES[start::9]) for start in range(9)]
    expected = [scanned.lint(Document(text)) for text in texts]
    here: list[str] = []

    def watched(rule: Rule, *arguments: Any) -> Diagnostic | None:  # noqa: ANN401 - passed on
        here.append(rule.code)
        return stamped(rule, *arguments)

    monkeypatch.setattr("newslint.linter._LONG", 1000)
    monkeypatch.setattr("newslint.linter.stamped", watched)
    made = []
    for jobs in (1, 3):
        here.clear()
        linter = Linter(RULES, jobs=jobs)
        assert [linter.lint(Document(text)) for text in texts] == expected
        made.append(len(here))
    assert 0 < made[1] < made[0]


def test_the_scan_changes_nothing_in_a_translation(scanned: Linter, unscanned: Linter) -> None:
    for example in EXAMPLES:
        if "source" not in example.fields:
            continue
        day = example.fields.get("date")
        document = Document(
            example.text,
            date=dt.date.fromisoformat(day) if day else None,
            title=example.fields.get("title"),
            source_text=example.fields.get("source"),
        )
        assert scanned.lint(document) == unscanned.lint(document), example.text


@settings(max_examples=80)
@given(st.lists(PIECES, min_size=1, max_size=3))
def test_the_scan_changes_nothing_in_any_text(
    scanned: Linter, unscanned: Linter, pieces: list[str]
) -> None:
    for text in ("".join(pieces), "\n\n".join(pieces)):
        assert scanned.lint(Document(text)) == unscanned.lint(Document(text))
