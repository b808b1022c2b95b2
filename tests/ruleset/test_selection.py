from __future__ import annotations

import pytest

from newslint.diagnostics import Severity
from newslint.ruleset.model import Rule
from newslint.ruleset.selection import Selection, SelectionError


def rule(code: str, name: str) -> Rule:
    return Rule(code, name, "pattern", Severity.ERROR, "m", "e", {})


RULES = [rule("MRK101", "tag"), rule("MRK201", "entity"), rule("INS101", "see-also")]


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), ["INS101", "MRK101", "MRK201"]),
        (Selection(select=("MRK",)), ["MRK101", "MRK201"]),
        (Selection(select=("MRK2",)), ["MRK201"]),
        (Selection(ignore=("MRK",)), ["INS101"]),
        (Selection(select=("MRK",), ignore=("MRK101",)), ["MRK201"]),
        (Selection(select=("MRK101",), ignore=("MRK",)), ["MRK101"]),
        (Selection(select=("ALL",), ignore=("see-also",)), ["MRK101", "MRK201"]),
        (Selection(select=("see-also",)), ["INS101"]),
    ],
)
def test_the_longest_selector_decides(selection: Selection, codes: list[str]) -> None:
    assert [item.code for item in selection.apply(RULES)] == codes


def test_severities_follow_the_longest_selector() -> None:
    levels = {"MRK": Severity.INFO, "MRK201": Severity.WARNING}
    applied = {item.code: item.severity for item in Selection(severity=levels).apply(RULES)}
    assert applied["MRK101"] is Severity.INFO
    assert applied["MRK201"] is Severity.WARNING
    assert applied["INS101"] is Severity.ERROR


def test_a_selector_without_a_rule_is_an_error() -> None:
    with pytest.raises(SelectionError, match="Did you mean “MRK101”"):
        Selection(select=("MRK102",)).apply(RULES)
