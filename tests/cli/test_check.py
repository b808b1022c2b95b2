from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.main import main

CLEAN = "The minister met reporters in Paris on Monday and said nothing new.\n"
DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"
TEXT_RULE = """\
code: TST101
name: bad-word
kind: pattern
severity: warning
message: "{match}"
explanation: x
match: {regex: 'gone'}
examples: [{good: x}]
"""


def run(*arguments: str, data: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--isolated", *arguments], input=data)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_clean_text_ends_with_zero(folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    done = run("a.txt")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == "1 text read; nothing found.\n"


def test_a_diagnostic_ends_with_one(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    done = run("--format", "concise", "a.txt")
    assert done.exit_code == 1
    assert done.stdout.startswith("a.txt:1:21: EMB101 error: ")
    assert "1 diagnostic (1 error); fixable: 1 more with --unsafe-fixes." in done.stderr
    assert run("--exit-zero", "a.txt").exit_code == 0


def test_severity_and_fail_on_decide_the_status(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    assert run("--severity", "EMB101=warning", "a.txt").exit_code == 0
    assert run("--severity", "EMB=warning", "--fail-on", "warning", "a.txt").exit_code == 1
    assert run("--ignore", "EMB", "a.txt").exit_code == 0
    assert run("--select", "MRK,QUO", "a.txt").exit_code == 0


def test_a_missing_path_loses_nothing_else(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    done = run("nope.txt", "a.txt", "--format", "concise")
    assert done.exit_code == 2
    assert "there is no file or directory “nope.txt”; check the path." in done.stderr
    assert "EMB101" in done.stdout


def test_bad_inputs_are_one_message_each(folder: Path) -> None:
    (folder / "binary.txt").write_bytes(b"\x00\x01")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes(b"caf\xe9 society\n")
    (folder / "cut.jsonl").write_bytes(b'{"text": "ok"}\n{"text": "cut\n{"no": 1}\n')
    done = run("--format", "concise", ".")
    lines = done.stdout.splitlines()
    assert [line.split(" ", 2)[:2] for line in lines] == [
        ["binary.txt:1:1:", "NWL102"],
        ["cut.jsonl:2:1:1:", "NWL104"],
        ["cut.jsonl:3:1:1:", "NWL105"],
        ["empty.txt:1:1:", "NWL106"],
        ["latin.txt:1:4:", "NWL103"],
    ]
    assert "0xe9 at offset 3" in lines[4]
    assert done.exit_code == 1


def test_an_unreadable_file_is_one_message(folder: Path) -> None:
    (folder / "link.txt").symlink_to("link.txt")
    (folder / "b.txt").write_text(DIRTY)
    done = run("--format", "concise", ".")
    assert "NWL101 error: link.txt cannot be read" in done.stdout
    assert "EMB101" in done.stdout


def test_a_directory_without_text_is_said(folder: Path) -> None:
    (folder / "image.png").write_bytes(b"x")
    done = run(".")
    assert done.exit_code == 0
    assert "holds no text to lint; known are ." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--select", "MRQ"], "“MRQ” names no rule"),
        (["--severity", "MRK=bad"], "should be CODE=LEVEL"),
        (["--severity", "MRK"], "should be CODE=LEVEL"),
        (["--fields", "txt=body"], "should be NAME=FIELD"),
        (["--rules", "none"], "there is no rule directory “none”"),
        (["--config", "none.yaml"], "none.yaml: the configuration cannot be read"),
        (["--format", "xml"], "xml"),
    ],
)
def test_bad_usage_ends_with_two(folder: Path, arguments: list[str], says: str) -> None:
    (folder / "a.txt").write_text(DIRTY)
    done = run(*arguments, "a.txt")
    assert done.exit_code == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_rule_file_names_file_and_line(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    (folder / "mine").mkdir()
    (folder / "mine" / "x.yaml").write_text(TEXT_RULE.replace("regex", "regx"))
    done = run("--rules", "mine", "a.txt")
    assert done.exit_code == 2
    assert "mine/x.yaml:7" in done.stderr
    assert "Did you mean “regex”?" in done.stderr


def test_own_rules_run_beside_the_bundled_ones(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    (folder / "mine").mkdir()
    (folder / "mine" / "x.yaml").write_text(TEXT_RULE)
    done = run("--rules", "mine", "--format", "concise", "a.txt")
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["TST101", "EMB101"]


def test_the_nearest_configuration_counts(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    (folder / "newslint.yaml").write_text("severity: {EMB: info}\nfail-on: warning\n")
    runner = CliRunner()
    assert runner.invoke(main, ["check", "a.txt"]).exit_code == 0
    (folder / "newslint.yaml").write_text("selct: [EMB]\n")
    done = runner.invoke(main, ["check", "a.txt"])
    assert done.exit_code == 2
    assert "newslint.yaml:1: the key “selct” is unknown. Did you mean “select”?" in done.stderr
    assert runner.invoke(main, ["check", "--isolated", "a.txt"]).exit_code == 1


def test_house_style_accepted_words_and_knowledge_are_configured(folder: Path) -> None:
    (folder / "a.txt").write_text(
        "President Volodymyr Zelenskky and Ana Oen were in Odessa for the talks.\n"
    )
    runner = CliRunner()
    select = ["check", "--select", "NAM", "--format", "concise", "a.txt"]
    (folder / "newslint.yaml").write_text("house-style: ap\naccept: [Zelenskky]\n")
    done = runner.invoke(main, select)
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["NAM106"]
    (folder / "people.yaml").write_text(
        "people:\n  ana-onne: {name: Ana Onnes, given: Ana, family: Onnes, misspellings: [Oen]}\n"
    )
    (folder / "newslint.yaml").write_text("knowledge: [people.yaml]\nselect: [NAM102]\n")
    done = runner.invoke(main, ["check", "--format", "concise", "a.txt"])
    assert "“Oen” looks like a misspelling of Onnes (Ana Onnes)" not in done.stdout
    assert "Zelenskky" in done.stdout


@pytest.mark.parametrize("without_scan", ["", "1"])
def test_a_knowledge_file_that_is_none_stops_the_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, without_scan: str
) -> None:
    monkeypatch.setenv("NEWSLINT_NO_SCAN", without_scan)
    (folder / "people.yaml").write_text("people: [Ana One]\n")
    (folder / "newslint.yaml").write_text("knowledge: [people.yaml]\n")
    done = CliRunner().invoke(main, ["check", "--no-cache", "a.txt"])
    assert done.exit_code == 2
    assert "people.yaml:1: “people” must be a mapping of keys." in done.stderr


def test_the_table_in_pyproject_is_read(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    (folder / "pyproject.toml").write_text('[tool.newslint]\nignore = ["EMB"]\n')
    assert CliRunner().invoke(main, ["check", "a.txt"]).exit_code == 0


def test_fixes_are_written_in_place_and_the_rest_is_reported(folder: Path) -> None:
    path = folder / "a.txt"
    path.write_bytes(("\ufeff" + DIRTY.replace("\n", "\r\n")).encode())
    assert run("--fix", "a.txt").exit_code == 1
    assert path.read_bytes().decode("utf-8-sig") == DIRTY.replace("\n", "\r\n")
    done = run("--unsafe-fixes", "a.txt")
    assert done.exit_code == 0
    assert "1 fix applied" in done.stderr
    fixed = "\ufeffThe bridge is gone. Nobody was hurt.\r\n"
    assert path.read_bytes() == fixed.encode()


def test_an_applied_fix_can_make_the_run_fail(folder: Path) -> None:
    (folder / "a.txt").write_text("The bridge &amp; the road are gone.\n")
    assert run("--fix", "--exit-non-zero-on-fix", "a.txt").exit_code == 1
    assert run("--fix", "--exit-non-zero-on-fix", "a.txt").exit_code == 0


def test_a_diff_changes_nothing(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    done = run("--unsafe-fixes", "--diff", "a.txt")
    assert "-The bridge is gone. pic.twitter" in done.stdout
    assert "+The bridge is gone. Nobody was hurt." in done.stdout
    assert (folder / "a.txt").read_text() == DIRTY
    assert "1 fix shown" in done.stderr
    assert done.exit_code == 1


def test_a_diff_in_the_log_of_a_job_commands_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"  ::error::x\n##[group]\x1b[2J\n{DIRTY}"
    (folder / "a.txt").write_text(text)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert "   ::error::x\n-##[group]\x1b[2J\n" in run("--unsafe-fixes", "--diff", "a.txt").stdout
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shown = run("--unsafe-fixes", "--diff", "a.txt").stdout
    assert "   : :error::x\n-# #[group]<U+001B>[2J\n" in shown


def test_standard_input_is_read_and_fixed() -> None:
    assert "<stdin>:1:21: EMB101" in run("--format", "concise", "-", data=DIRTY).stdout
    done = run("--unsafe-fixes", "--fix", "-", data=DIRTY)
    assert done.stdout == "The bridge is gone. Nobody was hurt.\n"


def test_json_lines_keep_to_the_contract(folder: Path) -> None:
    record = {"key": "x", "body": "One.\n" + DIRTY}
    (folder / "a.jsonl").write_text(json.dumps(record) + "\n")
    done = run("--format", "jsonl", "--fields", "id=key,text=body", "a.jsonl")
    [line] = done.stdout.splitlines()
    found = json.loads(line)
    assert found["path"] == "a.jsonl"
    assert found["record"] == {"line": 1, "id": "x"}
    assert (found["field"], found["code"], found["severity"]) == ("body", "EMB101", "error")
    assert record["body"][found["start"] : found["end"]] == found["text"]
    assert (found["line"], found["column"], found["end_line"]) == (2, 21, 2)
    assert found["fix"]["applicability"] == "unsafe"
    assert set(found["fix"]["edits"][0]) == {"start", "end", "replacement"}


def test_json_wraps_the_list(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    report = json.loads(run("--format", "json", "a.txt").stdout)
    assert report["version"] == 1
    assert report["columnKind"] == "unicodeCodePoints"
    assert len(report["diagnostics"]) == report["summary"]["severities"]["error"] == 1
    assert (
        json.loads(run("--format", "json", "--ignore", "EMB", "a.txt").stdout)["diagnostics"] == []
    )


def test_a_report_can_go_to_a_file(folder: Path) -> None:
    (folder / "a.txt").write_text(DIRTY)
    done = run("--format", "concise", "-o", "report.txt", "a.txt")
    assert done.stdout == ""
    assert "EMB101" in (folder / "report.txt").read_text()


@pytest.mark.parametrize(
    ("option", "variables", "colored"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_color(option: str, variables: dict[str, str], colored: bool, folder: Path) -> None:  # noqa: FBT001
    (folder / "a.txt").write_text(DIRTY)
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--color", option, "a.txt"]
    done = subprocess.run(
        command, env={**os.environ, **variables}, capture_output=True, check=False
    )
    assert (b"\x1b[" in done.stdout) == colored
