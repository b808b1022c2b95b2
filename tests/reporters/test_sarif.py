"""What code scanning needs of a SARIF file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newslint.document import Document
from newslint.reporters import sarif
from newslint.reporters.base import Style, Summary, reporter_of
from newslint.ruleset.bundled import load_rules
from tests.reporters.samples import DOCUMENTS, report
from tests.reporters.test_hostile_text import SCHEMA


def run_of(text: str) -> dict[str, Any]:
    log = json.loads(text)
    Draft202012Validator(SCHEMA).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(report("sarif", DOCUMENTS))
    log["runs"][0]["results"][0]["nonsense"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(log)


def test_every_bundled_rule_is_described() -> None:
    rules = load_rules()
    reporter = reporter_of("sarif", Style(), rules)
    run = run_of("".join(reporter.assemble([], Summary())))
    described = run["tool"]["driver"]["rules"]
    assert [item["id"] for item in described] == [rule.code for rule in rules]
    for item in described:
        texts = [item[key]["text"] for key in ("shortDescription", "fullDescription", "help")]
        assert all(texts)
        assert max(map(len, texts[:2])) <= 1024
        assert item["properties"]["precision"] in ("very-high", "high", "medium", "low")


def test_beside_a_baseline_all_that_is_reported_is_new() -> None:
    states = []
    for style in (Style(), Style(only_new=True)):
        results = run_of(report("sarif", DOCUMENTS, style))["results"]
        states.append({item.get("baselineState") for item in results})
    assert states == [{None}, {"new"}]


def test_results_point_to_their_rule() -> None:
    run = run_of(report("sarif", DOCUMENTS))
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in run["results"])
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"] == {"id": "newslint/"}
    assert "toolExecutionNotifications" not in run["invocations"][0]


def test_the_worst_results_are_kept_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "MOST", 3)
    run = run_of(report("sarif", [Document("“ “ “ “ <b> <i>", "a.txt")]))
    assert [item["level"] for item in run["results"]] == ["error", "error", "warning"]
    [notification] = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == ("3 results left out: code scanning takes 3 at most.")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü.txt", "a%20b/%C3%BC.txt"),
        ("/srv/a.txt", "file:///srv/a.txt"),
        ("a\udcff.txt", "a%FF.txt"),
        ("a\ud83d.txt", "a%3F.txt"),
    ],
)
def test_a_path_is_a_reference(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri
