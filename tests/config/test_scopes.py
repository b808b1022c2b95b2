from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from newslint.config import Config, read_config
from newslint.diagnostics import Applicability, Severity
from newslint.document import Document
from newslint.linter import Linter
from newslint.ruleset.loader import load_rule
from newslint.ruleset.selection import SelectionError

RULE = """\
code: {code}
name: {name}
kind: pattern
severity: warning
message: x
explanation: x
match: {{regex: '{regex}'}}
fix: {{applicability: {fix}, title: t, replace: ''}}
examples: [{{good: x}}]
"""
RULES = [
    load_rule(RULE.format(code=code, name=name, regex=regex, fix=fix), "x.yaml")
    for code, name, regex, fix in (
        ("EMB901", "one", "one", "unsafe"),
        ("EMB902", "two", "two", "safe"),
        ("SPC901", "three", "three", "display"),
    )
]
TEXT = "one two three"


def config_of(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "newslint.yaml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def found(config: Config, **about: Any) -> dict[str, str]:  # noqa: ANN401
    linter = Linter(config.scopes.everything(RULES), config.context, config.scopes)
    linter = pickle.loads(pickle.dumps(linter))  # noqa: S301 - our own
    return {item.code: item.severity.value for item in linter.lint(Document(TEXT, **about))}


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.jsonl", "deep/down/a.jsonl", True),
        ("*.jsonl", "a.txt", False),
        ("copy/*.txt", "copy/a.txt", True),
        ("copy/*.txt", "old/copy/a.txt", False),
        ("copy/", "copy/deep/a.txt", True),
        ("/copy", "copy/a.txt", True),
        ("**/copy/*", "old/copy/a.txt", True),
    ],
)
def test_rules_are_left_out_of_some_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, glob: str, path: str, *, fits: bool
) -> None:
    config = config_of(tmp_path, f"per-file-ignores: {{'{glob}': [EMB]}}\n")
    monkeypatch.chdir(tmp_path)
    left = {"SPC901"} if fits else {"EMB901", "EMB902", "SPC901"}
    assert set(found(config, path=path)) == left
    assert set(found(config, path=str(tmp_path / path))) == left


def test_what_is_ignored_claims_nothing(tmp_path: Path) -> None:
    rules = [*RULES, load_rule(RULE.format(code="SPC902", name="y", regex="one", fix="safe"), "y")]
    config = config_of(tmp_path, "per-source: {bbc: {ignore: EMB901}}\n")
    linter = Linter(config.scopes.everything(rules), config.context, config.scopes)
    assert "SPC902" not in {item.code for item in linter.lint(Document(TEXT))}
    assert "SPC902" in {item.code for item in linter.lint(Document(TEXT, source="bbc"))}


@pytest.mark.parametrize(
    ("about", "fits"),
    [
        ({"url": "https://www.bbc.com/news/1"}, True),
        ({"url": "https://BBC.com:443/x"}, True),
        ({"url": "https://bbc.com.example.org/x"}, False),
        ({"url": "https://[bad"}, False),
        ({"source": "BBC.com"}, True),
        ({"source": "Reuters"}, False),
        ({}, False),
    ],
)
def test_a_source_is_known_by_its_host_or_its_name(
    tmp_path: Path, about: dict[str, str], *, fits: bool
) -> None:
    config = config_of(tmp_path, "per-source: {bbc.com: {severity: {EMB: error}}}\n")
    assert found(config, **about)["EMB901"] == ("error" if fits else "warning")


def test_a_source_can_have_rules_of_its_own(tmp_path: Path) -> None:
    config = config_of(tmp_path, "select: [SPC]\nper-source: {bbc: {select: [EMB]}}\n")
    assert set(found(config)) == {"SPC901"}
    assert set(found(config, source="bbc")) == {"EMB901", "EMB902"}


def test_a_language_is_for_texts_that_do_not_say_theirs(tmp_path: Path) -> None:
    config = config_of(tmp_path, "language: de\nper-source: {tass: {language: ru}}\n")

    def spoken(document: Document) -> str | None:
        return config.scopes.spoken(document, config.scopes.applying(document)).language

    assert spoken(Document(TEXT)) == "de"
    assert spoken(Document(TEXT, source="TASS")) == "ru"
    assert spoken(Document(TEXT, source="TASS", language="en")) == "en"


def test_fixes_are_promoted_and_demoted_by_the_longest_code(tmp_path: Path) -> None:
    config = config_of(tmp_path, "extend-safe-fixes: [EMB901, SPC]\nextend-unsafe-fixes: [EMB]\n")
    rules = config.scopes.everything(RULES)
    assert [rule.fix.applicability for rule in rules if rule.fix] == [
        Applicability.SAFE,
        Applicability.UNSAFE,
        Applicability.DISPLAY,
    ]


def test_rules_are_selected_in_addition(tmp_path: Path) -> None:
    config = config_of(tmp_path, "select: [SPC]\nextend-select: [two]\nignore: [EMB]\n")
    assert set(found(config)) == {"EMB902", "SPC901"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\nselect: [EMBO]\n", 2),
        ("ignore:\n  - EMB\n  - EMBO\n", 3),
        ("extend-select: EMBO\n", 1),
        ("severity:\n  EMBO: error\n", 2),
        ("extend-safe-fixes: [EMBO]\n", 1),
        ("extend-unsafe-fixes: [EMBO]\n", 1),
        ("per-file-ignores:\n  '*': [EMB]\n  a: [EMBO]\n", 3),
        ("per-source:\n  a: {ignore: [EMBO]}\n", 2),
    ],
)
def test_a_code_that_names_no_rule_has_its_place(tmp_path: Path, text: str, line: int) -> None:
    config = config_of(tmp_path, text)
    with pytest.raises(SelectionError) as caught:
        config.scopes.everything(RULES)
    assert config.place_of_selector(caught.value.selector) == f"{config.path}:{line}"


def test_severity_by_source_counts_over_that_of_the_run(tmp_path: Path) -> None:
    config = config_of(
        tmp_path, "severity: {EMB: info}\nper-source: {bbc: {severity: {EMB901: error}}}\n"
    )
    assert found(config, source="bbc")["EMB901"] == Severity.ERROR.value
    assert found(config, source="bbc")["EMB902"] == Severity.INFO.value
