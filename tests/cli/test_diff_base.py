from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.main import main

LINE = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt."


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *who, *arguments],  # noqa: S607 - the git that there is
        cwd=folder,
        check=True,
        capture_output=True,
        env=quiet,
    )


def check(*arguments: str) -> Result:
    options = ("check", "--isolated", "--format", "concise", "--diff-base", "HEAD")
    return CliRunner().invoke(main, [*options, *arguments])


def places(done: Result) -> list[str]:
    assert done.exit_code in (0, 1), done.output
    return [line.split(" ")[0] for line in done.stdout.splitlines()]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    (tmp_path / "a.txt").write_text(f"One.\n\n{LINE}\n\nTwo.\n")
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "text": f"One.\n{LINE}"}) + "\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "x")
    return tmp_path


def test_only_added_lines_are_reported(repository: Path) -> None:
    assert places(check(".")) == []
    path = repository / "a.txt"
    path.write_text(f"{LINE}\n\nOne.\n\n{LINE}\n\nTwo.\n\n{LINE}")
    assert places(check(".")) == ["a.txt:1:21:", "a.txt:9:21:"]
    git(repository, "add", ".")
    assert places(check("a.txt")) == ["a.txt:1:21:", "a.txt:9:21:"]
    git(repository, "commit", "-q", "-m", "y")
    assert places(check(".")) == []
    assert places(check("--diff-base", "HEAD~1", ".")) == ["a.txt:1:21:", "a.txt:9:21:"]


def test_new_files_count_as_a_whole(repository: Path) -> None:
    name = "\u00e4 \"b'*.txt"
    (repository / name).write_text(f"\n{LINE}\n")
    for done in (check("."), check(name)):
        assert [line.split(":")[:3] for line in done.stdout.splitlines()] == [[name, "2", "21"]]
    git(repository, "add", ".")
    assert len(places(check("."))) == 1
    git(repository, "commit", "-q", "-m", "y")
    assert places(check(".")) == []


def test_records_count_by_their_line(repository: Path) -> None:
    with (repository / "a.jsonl").open("a") as file:
        file.write(json.dumps({"id": "y", "text": f"One.\n{LINE}"}) + "\n")
    assert places(check("a.jsonl")) == ["a.jsonl:2[y]:2:21:"]


def test_a_diagnostic_of_many_lines_counts_if_one_was_added(repository: Path) -> None:
    path = repository / "a.txt"
    lines = ["Share this:", "Facebook", "Twitter", "WhatsApp"]
    path.write_text("He left.\n\n" + "\n".join([lines[0], *lines[2:]]) + "\n\nShe stayed.\n")
    git(repository, "commit", "-q", "-a", "-m", "y")
    assert places(check("a.txt")) == []
    path.write_text("He left.\n\n" + "\n".join(lines) + "\n\nShe stayed.\n")
    done = check("a.txt")
    [found] = [line for line in done.stdout.splitlines() if "INS" in line]
    assert found.startswith(("a.txt:3:1:", "a.txt:4:1:"))


def test_a_carriage_return_ends_no_line_for_git(repository: Path) -> None:
    path = repository / "a.txt"
    path.write_bytes(f"One.\rTwo.\r{LINE}\nThree.\n".encode())
    git(repository, "commit", "-q", "-a", "-m", "y")
    path.write_bytes(f"One.\rTwo.\r{LINE}\nThree.\n\nFour.\n".encode())
    assert places(check("a.txt")) == []


def test_a_directory_without_repository_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LINE)
    done = check("a.txt")
    assert done.exit_code == 2
    assert "--diff-base: “.” is in no git repository; run newslint inside one." in done.stderr


@pytest.mark.parametrize("revision", ["nope", "--output=x", "-h"])
def test_an_unknown_revision_is_said_and_never_an_option(repository: Path, revision: str) -> None:
    done = check("--diff-base", revision, "a.txt")
    assert done.exit_code == 2
    assert f"git knows no revision “{revision}” here" in done.stderr
    assert not (repository / "x").exists()


def test_it_does_not_fix(repository: Path) -> None:
    before = (repository / "a.txt").read_text()
    done = check("--fix", "a.txt")
    assert done.exit_code == 2
    assert "--diff-base reports" in done.stderr
    assert (repository / "a.txt").read_text() == before
