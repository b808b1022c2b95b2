from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given

from newslint.cache import NAME, ResultCache
from newslint.checks.context import Context
from newslint.cli.main import main
from newslint.document import Document
from newslint.linter import Linter
from tests.conftest import NASTY_TEXTS, rule_linter

LINE = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt."
RULE = """\
code: TST101
name: bad-word
kind: pattern
severity: warning
message: "{match}"
explanation: x
match: {regex: 'gone'}
examples: [{good: x}]
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--isolated", "--format", "concise", *arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"One.\n\n{LINE}\n")
    return tmp_path


def shards(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (folder / NAME).glob("*.json")}


def test_the_second_run_compiles_nothing_and_says_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("a.txt")
    assert first.stdout.startswith("a.txt:3:21: EMB101")
    assert (folder / NAME / ".gitignore").read_text() == "*\n"

    def compiled(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("newslint.checks.registry.check_of", compiled)
    monkeypatch.setattr("newslint.scan.Scan", compiled)
    monkeypatch.setattr(Linter, "check_rules", compiled)
    second = run("a.txt")
    assert (second.stdout, second.stderr) == (first.stdout, first.stderr)
    assert isinstance(run("--no-cache", "a.txt").exception, AssertionError)


def test_the_cache_is_no_text_and_can_be_cleaned(folder: Path) -> None:
    (folder / "sub").mkdir()
    before = run(".").stdout
    assert run(".").stdout == before
    (folder / NAME / "mine.txt").write_text("x")
    done = CliRunner().invoke(main, ["clean"])
    assert (done.exit_code, "1 file deleted" in done.stderr) == (0, True)
    assert [path.name for path in (folder / NAME).iterdir()] == ["mine.txt"]
    (folder / NAME / "mine.txt").unlink()
    run(".")
    CliRunner().invoke(main, ["clean"])
    assert not (folder / NAME).exists()
    assert CliRunner().invoke(main, ["clean"]).exit_code == 0


def test_nothing_is_kept_for_fixes_standard_input_and_without_the_cache(folder: Path) -> None:
    run("--fix", "a.txt")
    run("--diff", "a.txt")
    run("--no-cache", "a.txt")
    CliRunner().invoke(main, ["check", "--isolated", "-"], input=LINE)
    assert not (folder / NAME).exists()


def test_fixes_never_come_from_the_cache(folder: Path) -> None:
    run("a.txt")
    for name in shards(folder):
        path = folder / NAME / name
        path.write_text(path.read_text().replace("EMB101", "EMB999"))
    assert "EMB999" in run("a.txt").stdout
    assert "EMB999" not in run("--fix", "a.txt").stdout
    run("--unsafe-fixes", "a.txt")
    assert "twitter" not in (folder / "a.txt").read_text()
    assert run("a.txt").stdout == ""


def test_suppressions_and_selections_count_after_the_cache(folder: Path) -> None:
    text = f"<!-- newslint-disable EMB -->\n\n{LINE}\n"
    path = folder / "a.md"
    path.write_text(text.replace("EMB", "EMX"))
    assert [line.split()[1] for line in run("a.md").stdout.splitlines()] == ["EMB101", "NWL002"]
    path.write_text(text)
    assert run("a.md").stdout == ""
    ignore = folder / "newslint-ignore.yaml"
    ignore.write_text("- {path: a.txt, code: EMB, reason: x}\n")
    assert run("a.txt").stdout == ""
    ignore.unlink()
    assert "EMB101" in run("a.txt").stdout
    assert "warning" in run("--severity", "EMB=warning", "a.txt").stdout
    assert run("--ignore", "EMB", "a.txt").stdout == ""


def test_every_part_of_a_record_is_in_the_key(folder: Path) -> None:
    cache = ResultCache(rule_linter(RULE), folder / NAME)
    base = Document("It is gone.", "a.jsonl")
    others = [
        replace(base, date=dt.date(2022, 1, 1)),
        replace(base, language="en"),
        replace(base, title="It is gone."),
        replace(base, url="https://example.org"),
        replace(base, source="x"),
        replace(base, source_text="It is gone."),
        replace(base, text="It is gone. "),
    ]
    for document in (base, *others):
        cache.lint(document)
    cache.save()
    assert sum(len(json.loads(text)) for text in shards(folder).values()) == 1 + len(others)


def test_a_date_makes_another_result(folder: Path) -> None:
    text = "The minister said on December 15, 2023, that the road was closed."
    path = folder / "a.jsonl"
    found = []
    for day in ("2022-11-14", "2024-01-01", "2022-11-14"):
        path.write_text(json.dumps({"id": "x", "date": day, "text": text}) + "\n")
        found.append(run("--select", "NUM104", "a.jsonl").stdout)
    assert found[0] == found[2] != found[1] == ""


def test_rules_context_and_code_are_in_the_digest(folder: Path) -> None:
    knowledge = folder / "k.yaml"
    knowledge.write_text("{}")
    one = rule_linter(RULE)
    others = [
        rule_linter(RULE.replace("gone", "went")),
        rule_linter(RULE.replace("warning", "error")),
        Linter(one.rules, Context(house="ap")),
        Linter(one.rules, Context(accepted=frozenset({"gone"}))),
        Linter(one.rules, Context(knowledge_files=(knowledge,))),
    ]
    digests = [ResultCache(linter, folder / NAME)._digest for linter in (one, *others)]  # noqa: SLF001
    assert len(set(digests)) == len(digests)
    again = ResultCache(rule_linter(RULE), folder / NAME)._digest  # noqa: SLF001
    assert again == digests[0]
    os.utime(knowledge, ns=(1, 1))
    assert ResultCache(others[-1], folder / NAME)._digest != digests[-1]  # noqa: SLF001


def test_digests_are_the_same_in_every_process(folder: Path) -> None:
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "newslint", "check", "--isolated", "--exit-zero", "a.txt"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    assert len(shards(folder)) == 1


@pytest.mark.parametrize("damage", ["", "{", "[]", "[" * 100_000, "null", "\ud800"])
def test_a_damaged_cache_is_made_anew(folder: Path, damage: str) -> None:
    first = run("a.txt").stdout
    for name in shards(folder):
        (folder / NAME / name).write_bytes(damage.encode("utf-8", "surrogatepass"))
    assert run("a.txt").stdout == first


@pytest.mark.parametrize("entry", ["[[1]]", '[["EMB101"]]', "5", "[[null,0,0,0,0,0,0,0,0]]"])
def test_a_damaged_entry_is_made_anew(folder: Path, entry: str) -> None:
    first = run("a.txt").stdout
    for name, text in shards(folder).items():
        kept = {key: json.loads(entry) for key in json.loads(text)}
        (folder / NAME / name).write_text(json.dumps(kept))
    assert run("a.txt").stdout == first


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path) -> None:
    (folder / NAME).write_text("a file is in the way")
    assert "EMB101" in run("a.txt").stdout


def test_a_link_is_no_cache(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / NAME).symlink_to("elsewhere")
    assert "EMB101" in run("a.txt").stdout
    assert list((folder / "elsewhere").iterdir()) == []


def test_runs_beside_one_another_keep_the_cache_whole(folder: Path) -> None:
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"{number}. {LINE}\n")
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--format", "concise"]
    runs = [
        subprocess.Popen(
            [*command, *(f"{n}.txt" for n in range(start, 60, 3))],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for start in (0, 1, 2, 0)
    ]
    for process in runs:
        output, _ = process.communicate(timeout=120)
        assert output.count(b"EMB101") == 20
    assert all(json.loads(text) for text in shards(folder).values())
    assert list((folder / NAME).glob("*.tmp")) == []
    assert run(".").stdout.count("EMB101") == 61


def test_old_shards_are_forgotten(folder: Path) -> None:
    run("a.txt")
    old = folder / NAME / "0123456789abcdef-0.json"
    old.write_text("{}")
    long_ago = time.time() - 40 * 86400
    os.utime(old, (long_ago, long_ago))
    (folder / "b.txt").write_text("It ended.\n")
    run("b.txt")
    assert not old.exists()


@given(NASTY_TEXTS)
def test_what_is_kept_is_what_was_found(
    linter: Linter, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    directory = tmp_path_factory.getbasetemp() / "kept"
    document = Document(text, "a.txt")
    first = ResultCache(linter, directory)
    found = first.lint(document)
    first.save()
    assert ResultCache(linter, directory).lint(document) == found == linter.lint(document)
