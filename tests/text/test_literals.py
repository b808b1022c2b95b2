from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.scan import Scan, plan_of
from newslint.text.literals import required_literals, top_alternatives


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("See also", {"see also"}),
        ("(?i:Story) continues", {"story continues"}),
        ("[Ss]croll down", {"scroll down"}),
        ("colou?r of money", {"color of money", "colour of money"}),
        (r"(?m)^\s*Advert(?:isement)?\s*$", {"advert"}),
        (r"photo(?:graph)? by \pL+", {"photo by ", "photograph by "}),
        (r"\x{201c}abc\x{201d}", {"“abc”"}),
        (r"a{3}bcd", {"bcd"}),
        (r"(?:foo|\d+)bar", {"bar"}),
        (r"(?:foo|\d+)", None),
        (r"(?i:über uns)", {"ber uns"}),
        (r"\d+ [a-z]+", None),
        (r"]]>", {"]]>"}),
        (r"[^a]\.", None),
    ],
)
def test_required_literals(pattern: str, literals: set[str] | None) -> None:
    assert required_literals(pattern) == (None if literals is None else frozenset(literals))


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a|b(c|d)|[|]", ["a", "b(c|d)", "[|]"]),
        ("(?im:a|b)", ["(?im:a)", "(?im:b)"]),
        ("(?:a|(?:b|c))", ["a", "b", "c"]),
        (r"a\|b", [r"a\|b"]),
        ("(?i)a|b", ["(?i:a)", "(?i:b)"]),
        ("(?:a)b", ["(?:a)b"]),
        ("(?i:(?m)^a|^b)", ["(?im:^a)", "(?im:^b)"]),
        ("(?m)^a(?i)b|c", ["(?m)^a(?i)b|c"]),
    ],
)
def test_top_alternatives(pattern: str, parts: list[str]) -> None:
    assert top_alternatives(pattern) == parts


_PIECES = st.sampled_from(
    ["see", "Also", "[Rr]ead", "(?:more|on)", "x?", r"\d+", "(?i:Ab)", ".", "é", "(a|bc)?", "w{2}"]
)


@given(st.lists(_PIECES, min_size=1, max_size=5).map("".join), st.text("seealsoREADmoron19xéabcw "))
def test_a_match_always_holds_a_required_literal(pattern: str, text: str) -> None:
    literals = required_literals(pattern)
    if literals is not None and re.search(pattern, text):
        lowered = text.encode().lower()
        assert any(literal.encode() in lowered for literal in literals)


def test_every_example_that_is_found_passes_the_scan() -> None:
    rules = [rule for rule in load_rules() if rule.kind != "newslint"]
    linter = Linter(rules)
    linter.check_rules()
    scan = Scan(plan_of([linter.check_of(rule).triggers() for rule in rules]))
    for index, rule in enumerate(rules):
        for example in rule.examples:
            if example.bad and not example.expect_miss and rule.family in ("MRK", "EMB", "INS"):
                assert index in scan.candidates(example.text.encode()), rule.code
