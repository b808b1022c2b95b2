from __future__ import annotations

import time

import pytest
from hypothesis import given

from newslint.document import Document
from newslint.linter import Linter
from newslint.ruleset.loader import load_rule
from newslint.ruleset.model import ROLES, RuleError
from newslint.ruleset.plain_rules import plain_rules, rules_of
from newslint.text.roles import stretches
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS

RULE = """\
code: SPC901
name: gone
kind: pattern
severity: warning
message: "{match}"
explanation: x
match: {regex: 'gone'}
examples: [{good: x}]
"""
TEXT = "Bridge gone\n\nBy Lena Gone\n\nThe bridge is gone.\n\nThe gone bridge (Reuters)\n"


def found(keys: str, document: Document, code: str = "SPC901") -> list[int]:
    rule = load_rule(RULE.replace("SPC901", code) + keys, "x.yaml")
    return [item.span.start for item in Linter([rule]).lint(document)]


def test_a_rule_without_roles_reads_everything() -> None:
    assert found("", Document(TEXT)) == [7, 41, 52]


def test_plain_text_is_read_by_the_form_of_its_lines() -> None:
    assert found("not-roles: [headline, caption]\n", Document(TEXT)) == [41]
    assert found("roles: [headline, caption]\n", Document(TEXT)) == [7, 52]
    assert found("roles: [body]\n", Document(TEXT)) == [41]


def test_what_a_format_states_counts_and_nothing_else() -> None:
    document = Document(TEXT, roles=((Span(27, 46), "caption"),))
    assert found("not-roles: [headline, caption]\n", document) == [7, 52]
    assert found("roles: [body]\n", document) == [7, 52]


def test_a_guess_says_nothing_to_a_rule_of_residue() -> None:
    stated = Document(TEXT, roles=((Span(48, 72), "caption"),))
    assert found("not-roles: [caption]\n", Document(TEXT), "EMB901") == [7, 41, 52]
    assert found("not-roles: [caption]\n", stated, "EMB901") == [7, 41]


def test_a_match_that_leaves_the_stretch_is_no_part_of_it() -> None:
    keys = "not-roles: [caption]\n"
    assert found(keys, Document("It is gone.", roles=((Span(6, 9), "caption"),))) == [6]


def test_nested_and_neighbouring_stretches_are_told_apart() -> None:
    inner = Document("gone gone", roles=((Span(0, 2), "caption"), (Span(0, 9), "caption")))
    assert found("not-roles: [caption]\n", inner) == []
    beside = Document("gone gone", roles=((Span(0, 4), "caption"), (Span(4, 8), "caption")))
    assert found("not-roles: [caption]\n", beside) == [5]


def test_places_are_those_of_the_text_before_its_residue_was_taken_out() -> None:
    text = "pic.twitter.com/AbCdEf1234 The bridge.\n\nIt is gone."
    residue = load_rule(
        RULE.replace("SPC901", "EMB902")
        .replace("name: gone", "name: link")
        .replace("'gone'", r"'pic\.twitter\.com/\w+ '"),
        "y.yaml",
    )
    rule = load_rule(RULE + "roles: [caption]\n", "x.yaml")
    document = Document(text, roles=((Span(40, 51), "caption"),))
    codes = [item.code for item in Linter([residue, rule]).lint(document)]
    assert codes == ["EMB902", "SPC901"]


def test_a_credit_is_right_in_a_caption_and_residue_in_the_body(linter: Linter) -> None:
    text = "The bridge was closed on Friday.\n\nLena Aas/Reuters\n\nNobody was hurt in the town."
    credit = Span(text.index("Lena"), text.index("Reuters") + 7)
    assert "EMB303" in {item.code for item in linter.lint(Document(text, language="en"))}
    stated = Document(text, language="en", roles=((credit, "credit"),))
    assert "EMB303" not in {item.code for item in linter.lint(stated)}


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("roles: [headlne]\n", "x.yaml:9: there is no role “headlne”. Did you mean “headline”?"),
        ("not-roles: [x]\n", "x.yaml:9: there is no role “x”. Known are: body, byline"),
        ("not-roles: body\n", "x.yaml:9: “not-roles” is a list of text."),
        ("roles: [body]\nnot-roles: [quote]\n", "x.yaml:10: a rule has “roles” or “not-roles”"),
    ],
)
def test_a_bad_role_says_where_and_what_to_do(keys: str, says: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rule(RULE + keys, "x.yaml")
    assert says in str(caught.value)


def test_a_cache_keeps_the_roles() -> None:
    rules = (load_rule(RULE + "not-roles: [quote, caption]\n", "x.yaml"),)
    assert rules_of(plain_rules(rules)) == rules


def test_the_roles_of_a_wire_report() -> None:
    text = (
        "Port closed by strike\n\nBy Lena Aas and Ole Vik\n\nODAL, March 5 (Reuters) - "
        "The port was closed.\n\nDockers at the gate (Ole Vik/Reuters)\n\nPhoto: Ole Vik\n"
    )
    assert [(span.of(text), role) for span, role in stretches(text)] == [
        ("Port closed by strike", "headline"),
        ("By Lena Aas and Ole Vik", "byline"),
        ("ODAL, March 5 (Reuters) - ", "dateline"),
        ("Dockers at the gate (Ole Vik/Reuters)", "caption"),
        ("(Ole Vik/Reuters)", "credit"),
        ("Photo: Ole Vik", "credit"),
    ]


@given(NASTY_TEXTS)
def test_guesses_lie_within_the_text(text: str) -> None:
    for span, role in stretches(text):
        assert role in ROLES
        assert span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 200_000,
        "Aaaa " * 40_000,
        "By " + "A " * 40 + "\n" + "By Aa Bb\n" * 20_000,
        ("(" * 590 + "AP\n") * 300,
        "Photo: x (Reuters)\n" * 10_000,
        "AP / " * 40_000,
    ],
)
def test_hostile_texts_are_guessed_at_in_linear_time(text: str) -> None:
    began = time.process_time()
    found = sum(1 for _ in stretches(text))
    assert time.process_time() - began < 2
    assert found <= len(text)
