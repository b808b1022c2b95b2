from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.main import main

TWEET = "pic.twitter.com/AbCdEf1234"
LINE = f"The bridge is gone. {TWEET} Nobody was hurt."
OTHER = "The camp is open. pic.twitter.com/GhIjKl5678 Nobody was there."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def check(*arguments: str) -> Result:
    options = ("--format", "concise", "--baseline", "newslint-baseline.json")
    return run("check", *options, *arguments, ".")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"It began.\n\n{LINE}\n\nIt ended.\n\n{OTHER}\n")
    records = [{"id": "x", "text": LINE}, {"text": LINE}, {"text": LINE}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return tmp_path


def test_what_was_there_is_neither_reported_nor_counted_nor_fixed(folder: Path) -> None:
    done = run("baseline", "write", ".")
    assert done.exit_code == 0
    assert "5 diagnostics in newslint-baseline.json." in done.stderr
    before = (folder / "a.txt").read_bytes(), (folder / "a.jsonl").read_bytes()
    done = check()
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "4 texts read; nothing found.\n"
    assert check("--fix", "--unsafe-fixes").exit_code == 0
    assert before == ((folder / "a.txt").read_bytes(), (folder / "a.jsonl").read_bytes())


def test_the_file_is_sorted_one_entry_a_line_and_stable(folder: Path) -> None:
    run("baseline", "write", ".")
    path = folder / "newslint-baseline.json"
    content = path.read_text()
    entries = json.loads(content)["diagnostics"]
    assert len(content.splitlines()) == len(entries) + 2
    assert [(item["path"], item["record"], item["count"]) for item in entries] == [
        ("a.jsonl", "", 2),
        ("a.jsonl", "x", 1),
        ("a.txt", "", 1),
        ("a.txt", "", 1),
    ]
    assert "line" not in entries[0]
    run("baseline", "write", "a.txt", "a.jsonl")
    assert path.read_text() == content
    run("baseline", "prune", ".")
    assert path.read_text() == content


def test_entries_hold_where_lines_move_and_surroundings_change(folder: Path) -> None:
    run("baseline", "write", ".")
    path = folder / "a.txt"
    path.write_text("New head.\n\n" + path.read_text().replace("is gone", "went"))
    assert check().stdout == ""
    path.write_text(f"{path.read_text()}\n{LINE}\n")
    assert [line.split()[1] for line in check().stdout.splitlines()] == ["EMB101"]


def test_a_new_record_is_reported(folder: Path) -> None:
    run("baseline", "write", ".")
    with (folder / "a.jsonl").open("a") as file:
        file.write(json.dumps({"id": "y", "text": LINE}) + "\n")
    [line] = check().stdout.splitlines()
    assert line.startswith("a.jsonl:4[y]:")


def test_it_never_grows_and_what_is_stale_is_said_and_pruned(folder: Path) -> None:
    run("baseline", "write", ".")
    path = folder / "newslint-baseline.json"
    before = path.read_text()
    (folder / "a.txt").write_text(f"{OTHER}\n\nSee also: Ten things to know\n\nMore of it.\n")
    done = check()
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["INS201"]
    assert "1 accepted diagnostic is not found any more" in done.stderr
    assert path.read_text() == before
    assert "not found any more" not in check("--select", "QUO").stderr
    run("baseline", "prune", ".")
    after = path.read_text()
    gone = set(before.splitlines()) - set(after.splitlines())
    assert [json.loads(line.rstrip(","))["text"] for line in gone] == [TWEET]
    assert "INS201" not in after
    (folder / "a.txt").unlink()
    run("baseline", "prune", ".")
    assert "a.txt" not in path.read_text()


def test_the_configuration_names_it_and_its_paths_are_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "newslint.yaml").write_text("baseline: newslint-baseline.json\n")
    assert "use it with" not in run("baseline", "write", ".").stderr
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert run("check", "..").exit_code == 0
    assert run("check", str(folder)).exit_code == 0
    assert run("check", "--isolated", "..").exit_code == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "`newslint baseline write` makes one"),
        ("{", "this is no baseline"),
        ('{"version": 1}', "this is no baseline"),
        ('{"version": 1, "diagnostics": [{"path": "a"}]}', "this is no baseline"),
    ],
)
def test_a_wrong_baseline_is_bad_usage(folder: Path, content: str | None, says: str) -> None:
    if content is not None:
        (folder / "newslint-baseline.json").write_text(content)
    for done in (check(), run("baseline", "prune", ".")):
        assert done.exit_code == 2
        assert says in done.stderr
        assert "Traceback" not in done.stderr


def test_a_missing_path_writes_nothing(folder: Path) -> None:
    assert run("baseline", "write", "nope").exit_code == 2
    assert not (folder / "newslint-baseline.json").exists()
