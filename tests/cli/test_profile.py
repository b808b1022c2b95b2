from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.main import main

TEXT = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"


def run(*arguments: str) -> Result:
    command = ["check", "--isolated", "--select", "EMB,REP", *arguments]
    return CliRunner().invoke(main, command)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT * 3)
    return tmp_path


def test_the_report_is_the_same_and_the_table_follows(folder: Path) -> None:
    plain, profiled = run("--no-cache", "."), run("--profile", ".")
    assert (profiled.stdout, profiled.exit_code) == (plain.stdout, plain.exit_code)
    assert profiled.stderr.startswith(plain.stderr)
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt"]


def test_the_phases_add_up(folder: Path) -> None:  # noqa: ARG001 - where the run is
    table = run("--profile", ".").stderr.split("phase", 1)[1].split("\n\n")[0]
    *phases, total = [float(line.split()[-2]) for line in table.splitlines()[1:]]
    assert sum(phases) == pytest.approx(total, abs=0.06 * len(phases))
    assert all(phase >= 0 for phase in phases)


def test_each_rule_says_what_it_found_and_took(folder: Path) -> None:  # noqa: ARG001
    lines = run("--profile", ".").stderr.split("\nrule", 1)[1].splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in lines[1:-1]}
    assert rows["EMB101"][:3] == ["pattern", "2", "4"]
    assert rows["REP102"][:3] == ["doubled-word", "2", "0"]
    spent = [float(row[3]) for row in rows.values()]
    assert spent == sorted(spent, reverse=True)
    assert "paid by the first that asks" in lines[-1]


def test_a_profiled_run_mends_too(folder: Path) -> None:
    done = run("--profile", "--fix", "--unsafe-fixes", "a.txt")
    assert "pic.twitter" not in (folder / "a.txt").read_text()
    assert "1 fix applied" in done.stderr
