from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from newslint.checks.registry import kinds
from newslint.cli.main import main
from newslint.config.starter import EXAMPLES
from newslint.ruleset import loader
from newslint.ruleset.bundled import bundled_directory
from newslint.ruleset.loader import rule_files

PUBLISHED = Path(__file__).parents[2] / "docs" / "schemas"
NAMES = ("config", "rule", "report")
RULE = """\
code: TST101
name: bad-word
kind: pattern
severity: error
message: x
explanation: x
match: {regex: foo}
examples: [{good: x}]
"""


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((PUBLISHED / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def read(source: str) -> Any:  # noqa: ANN401
    """YAML as JSON: an unquoted date is text there."""
    return json.loads(json.dumps(yaml.safe_load(source), default=str))


def check(*arguments: str) -> str:
    return CliRunner().invoke(main, ["check", "--isolated", *arguments]).stdout


@pytest.mark.parametrize("name", NAMES)
def test_the_published_schema_is_up_to_date(name: str) -> None:
    made = CliRunner().invoke(main, ["schema", name]).stdout
    assert json.loads(made) == import_module(f"newslint.schemas.{name}").schema()
    written = (PUBLISHED / f"{name}.schema.json").read_text(encoding="utf-8")
    assert written == made, f"run: newslint schema {name} > docs/schemas/{name}.schema.json"


def test_every_bundled_rule_fits_the_schema() -> None:
    rule = validator("rule")
    for path in rule_files(bundled_directory()):
        errors = list(rule.iter_errors(read(path.read_text(encoding="utf-8"))))
        assert not errors, f"{path}: {errors[0].message} at {errors[0].json_path}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("code: TST101", "code: T1"),
        ("name: bad-word", "name: Bad Word"),
        ("severity: error", "severity: fatal"),
        ("severity: error", "serverity: error"),
        ("regex: foo", "regx: foo"),
        ("regex: foo", "regex: 5"),
        ("regex: foo", "once: true"),
        ("match: {regex: foo}", "references: []"),
        ("kind: pattern", "kind: mojibake"),
        ("examples:", "roles: [headlne]\nexamples:"),
        ("examples:", "roles: [body]\nnot-roles: [quote]\nexamples:"),
        ("examples:", "fix: {applicability: sfe, title: x}\nexamples:"),
        ("examples:", "fix: {applicability: safe}\nexamples:"),
        ("examples:", "fix: {applicability: safe, title: x, delete: word}\nexamples:"),
        ("{good: x}", "{good: x, bad: y}"),
        ("{good: x}", "{bad: x, expect: hit}"),
        ("{good: x}", "{bad: x, at: [{text: x}]}"),
    ],
)
def test_a_wrong_rule_does_not_fit(old: str, new: str) -> None:
    rule = validator("rule")
    assert rule.is_valid(read(RULE))
    assert old in RULE
    assert not rule.is_valid(read(RULE.replace(old, new)))


def test_the_schema_knows_what_the_loader_knows() -> None:
    schema = import_module("newslint.schemas.rule").schema()
    assert set(schema["properties"]) == {*loader.REQUIRED, *loader.OPTIONAL}
    assert set(schema["$defs"]) == set(kinds())


def test_the_rule_of_a_plugin_fits() -> None:
    assert validator("rule").is_valid(read(RULE.replace("kind: pattern", "kind: shouting")))


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_described(name: str) -> None:
    def nameless(schema: Any, path: str) -> list[str]:  # noqa: ANN401
        found = []
        for key, inner in schema.get("properties", {}).items():
            if not inner.get("description"):
                found.append(f"{path}.{key}")
            found += nameless(inner, f"{path}.{key}")
        for key, inner in schema.get("$defs", {}).items():
            found += nameless(inner, f"{path}.{key}")
        return found

    assert nameless(import_module(f"newslint.schemas.{name}").schema(), name) == []


def test_reports_fit_the_schema(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt，he said.\n")
    records = tmp_path / "a.jsonl"
    records.write_text(json.dumps({"id": "x", "text": "The the bridge."}) + "\n{\n")
    clean = tmp_path / "clean.txt"
    clean.write_text("The minister met reporters in Paris on Monday.\n")
    report = validator("report")
    for paths in ([file], [clean], [file, records]):
        whole = json.loads(check("--format", "json", *map(str, paths)))
        assert list(report.iter_errors(whole)) == []
    codes = {item["code"] for item in whole["diagnostics"]}
    assert codes >= {"EMB101", "ENC301", "REP101", "NWL104"}
    line = Draft202012Validator(import_module("newslint.schemas.report").line_schema())
    lines = check("--format", "jsonl", str(file), str(records)).splitlines()
    assert [list(line.iter_errors(json.loads(item))) for item in lines] == [[]] * len(lines)
    assert not line.is_valid({"code": "EMB101"})


def test_the_seeds_give_a_report_that_fits() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    whole = json.loads(check("--format", "json", str(seeds)))
    assert list(validator("report").iter_errors(whole)) == []
    assert whole["diagnostics"]


def test_the_starter_file_fits_the_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init"]).exit_code == 0
    written = (tmp_path / "newslint.yaml").read_text(encoding="utf-8")
    config = validator("config")
    assert config.is_valid(read(written) or {})
    keys = re.sub(r"^# \S.*$|^#", "", written, flags=re.MULTILINE)
    assert list(read(keys)) == list(EXAMPLES)
    assert list(config.iter_errors(read(keys))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "slect: [EMB]",
        "severity: {EMB: fatal}",
        "fail-on: eror",
        "house-style: gardian",
        "per-source: {x: {ignored: EMB}}",
        "per-file-ignores: [EMB]",
        "fields: {txt: body}",
        "baseline: [a]",
        "accept: [1]",
    ],
)
def test_a_wrong_configuration_does_not_fit(wrong: str) -> None:
    assert not validator("config").is_valid(read(wrong))
