from __future__ import annotations

import json
from pathlib import Path

from bench.made_names import made_knowledge, write_knowledge
from bench.made_rules import made_rule, phrase, write_rules
from newslint.knowledge.compiling import compile_files
from newslint.ruleset.loader import load_directory
from newslint.testing import run_examples


def test_phrases_are_all_different() -> None:
    assert len({phrase(number) for number in range(10_000)}) == 10_000


def test_made_rules_are_rules(tmp_path: Path) -> None:
    write_rules(tmp_path, 12)
    rules = load_directory(tmp_path)
    assert {rule.kind for rule in rules} == {"phrase-list", "pattern", "line"}
    assert list(run_examples(rules)) == []


def test_rules_have_codes_of_their_own() -> None:
    assert len({made_rule(number)["code"] for number in range(0, 3000, 7)}) == len(
        range(0, 3000, 7)
    )


def test_made_names_are_knowledge(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    write_knowledge(path, 101)
    table, problems = compile_files([path])
    assert not problems
    assert len(table["people"]) + len(table["spelling"]) == 101


def test_fewer_names_are_the_first_of_more() -> None:
    few, more = (made_knowledge(count)["people"] for count in (20, 60))
    assert json.dumps(few)[:-1] == json.dumps(more)[: len(json.dumps(few)) - 1]
