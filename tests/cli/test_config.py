from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.main import main
from newslint.config import read_config
from newslint.config.keys import Keys
from newslint.config.model import Config
from newslint.config.starter import EXAMPLES
from newslint.ruleset.typed import field_types

DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_key_is_shown_with_its_origin(folder: Path) -> None:
    (folder / "base.yaml").write_text("ignore: [INS101]\naccept: [a]\nlanguage: en\n")
    (folder / "newslint.yaml").write_text("extends: base.yaml\nseverity: {QUO: info}\n")
    done = run("config", "show", "--format", "json", "--ignore", "EMB")
    assert done.exit_code == 0, done.output
    keys = {
        item["key"]: (item["value"], item["origin"]) for item in json.loads(done.stdout)["keys"]
    }
    assert keys["extends"] == (["base.yaml"], f"{folder / 'newslint.yaml'}:1")
    assert keys["severity.QUO"] == ("info", f"{folder / 'newslint.yaml'}:2")
    assert keys["ignore.0"] == ("INS101", f"extends {folder / 'base.yaml'}:1")
    assert keys["ignore.1"] == ("EMB", "option")
    assert keys["accept"] == (["a"], f"extends {folder / 'base.yaml'}:2")
    assert keys["fail-on"] == ("error", "default")
    shown = {key.partition(".")[0] for key in keys}
    assert shown == {name.replace("_", "-") for name in field_types(Keys)}
    text = run("config", "show").stdout.splitlines()
    assert f'language: "en"  # extends {folder / "base.yaml"}:3' in text


def test_a_hostile_value_obeys_no_terminal(folder: Path) -> None:
    (folder / "newslint.yaml").write_text('accept: ["\\e[31mred"]\n')
    assert "\x1b" not in run("config", "show").stdout


def test_init_writes_a_file_that_changes_nothing_and_overwrites_nothing(folder: Path) -> None:
    assert run("init").exit_code == 0
    written = (folder / "newslint.yaml").read_text(encoding="utf-8")
    assert read_config(folder / "newslint.yaml") == Config(path=folder / "newslint.yaml")
    again = run("init")
    assert again.exit_code == 2
    assert "newslint.yaml is already there; edit it, or remove it first." in again.stderr
    assert (folder / "newslint.yaml").read_text(encoding="utf-8") == written


def test_init_leaves_a_project_with_a_table_alone(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.newslint]\n")
    assert run("init").exit_code == 2
    assert not (folder / "newslint.yaml").exists()


def test_every_example_of_the_starter_file_can_be_used(folder: Path) -> None:
    assert list(EXAMPLES) == [name.replace("_", "-") for name in field_types(Keys)]
    (folder / "newslint-shared.yaml").write_text("")
    (folder / "inner").mkdir()
    path = folder / "inner" / "newslint.yaml"
    path.write_text("\n".join(EXAMPLES.values()))
    (folder / "inner" / "our-rules").mkdir()
    (folder / "inner" / "our-people.yaml").write_text("people: {}\n")
    done = run("config", "show", "--config", str(path))
    assert done.exit_code == 0, done.stderr


def test_an_unknown_code_in_a_file_names_file_and_line(folder: Path) -> None:
    (folder / "newslint.yaml").write_text("fail-on: info\nignore: [EMB1O1]\n")
    done = run("check", "newslint.yaml")
    assert done.exit_code == 2
    place = folder / "newslint.yaml"
    assert f"{place}:2: “EMB1O1” names no rule. Did you mean “EMB101”?" in done.stderr
    assert "newslint: “EMBO” names no rule" in run("check", "--select", "EMBO", ".").stderr


@pytest.mark.parametrize("key", ["rules", "knowledge"])
def test_a_path_that_is_not_there_names_file_and_line(folder: Path, key: str) -> None:
    (folder / "newslint.yaml").write_text(f"{key}:\n  - none\n")
    done = run("check", "newslint.yaml")
    assert done.exit_code == 2
    assert "newslint.yaml:2: there is no " in done.stderr


def test_a_file_that_is_passed_over_is_named(folder: Path) -> None:
    (folder / "newslint.yaml").write_text("ignore: [EMB]\n")
    (folder / "pyproject.toml").write_text('[tool.newslint]\nignore = ["QUO"]\n')
    (folder / "a.txt").write_text(DIRTY)
    done = run("check", "a.txt")
    assert done.exit_code == 0
    assert "pyproject.toml is not read, because newslint.yaml stands beside it" in done.stderr


def test_options_hold_for_every_source_too(folder: Path) -> None:
    record = {"text": DIRTY, "url": "https://bbc.com/1"}
    (folder / "a.jsonl").write_text(json.dumps(record) + "\n")
    (folder / "newslint.yaml").write_text(
        "per-source: {bbc.com: {select: [EMB], severity: {EMB: info}}}\n"
    )
    assert run("check", "a.jsonl").exit_code == 0
    assert run("check", "--severity", "EMB=error", "a.jsonl").exit_code == 1
    assert run("check", "--select", "QUO", "--format", "json", "a.jsonl").stdout.count("EMB") == 0


def test_fields_and_files_and_fixes_are_configured(folder: Path) -> None:
    (folder / "a.jsonl").write_text(json.dumps({"body": DIRTY}) + "\n")
    (folder / "a.txt").write_text(DIRTY)
    (folder / "newslint.yaml").write_text(
        "fields: {text: body}\nper-file-ignores: {'*.txt': EMB}\nextend-safe-fixes: EMB101\n"
    )
    done = run("check", "--format", "concise", "a.jsonl", "a.txt")
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["EMB101"]
    assert run("check", "--fix", "a.jsonl").exit_code == 0
    assert json.loads((folder / "a.jsonl").read_text())["body"] == (
        "The bridge is gone. Nobody was hurt.\n"
    )


def test_what_newslint_says_of_a_file_can_be_left_out_too(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"caf\xe9 society\n")
    (folder / "newslint.yaml").write_text("per-file-ignores: {'a.*': NWL103}\n")
    assert run("check", "--format", "concise", "a.txt").stdout == ""
