"""Every example of every bundled rule, and the generated catalogue."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from newslint.cli.rules import catalogue, measured_rates
from newslint.ruleset.bundled import bundled_directory, load_rules
from newslint.ruleset.model import Rule
from newslint.testing import run_examples

RULES = load_rules()


@pytest.fixture(scope="module")
def failures() -> dict[str, list[str]]:
    """The failures of all examples, by code: one linter serves them all."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for failure in run_examples(RULES):
        found[failure.rule.code].append(str(failure))
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples(rule: Rule, failures: dict[str, list[str]]) -> None:
    assert not failures[rule.code], "\n".join(failures[rule.code])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_file_is_named_after_its_rule(rule: Rule) -> None:
    path = Path(rule.place.rpartition(":")[0])
    assert path.name == f"{rule.code}-{rule.name}.yaml"


def test_the_catalogue_is_up_to_date() -> None:
    written = (bundled_directory() / "README.md").read_text(encoding="utf-8")
    assert written == catalogue(RULES, measured_rates()), (
        "run: newslint rules --isolated --format markdown > rules/README.md"
    )
