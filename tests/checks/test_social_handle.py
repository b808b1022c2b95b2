from __future__ import annotations

import pytest
from hypothesis import given

from newslint.checks.social_handle import SocialHandle, name_of
from newslint.document import Document
from newslint.fixer import SAFE_AND_UNSAFE, fix_document
from newslint.linter import Linter
from newslint.ruleset.loader import load_rule
from tests.conftest import NASTY_TEXTS

RULE = """\
code: EMB904
name: test-handle
kind: social-handle
severity: error
message: "handle {match} for {name}"
explanation: x
match: {before: ['\\bPresident ']}
fix: {applicability: display, title: "Write the name"}
examples: [{good: x}]
"""


def found(text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    matches = SocialHandle(before=(r"\bPresident ",)).find(Document(text))
    return [(match.span.start, match.span.end, match.replacements) for match in matches]


@pytest.mark.parametrize(
    ("handle", "name"),
    [
        ("BrandtUa", "Brandt"),
        ("AnnaBrandt", "Anna Brandt"),
        ("anna_brandt", ""),
        ("SenHolloway", "Holloway"),
        ("Brandt_UK", "Brandt"),
        ("AnnaBrandtMP", "Anna Brandt"),
        ("realAnnaBrandt", "Anna Brandt"),
        ("Brandt2024", "Brandt"),
        ("POTUS", ""),
        ("Li", "Li"),
        ("___", ""),
    ],
)
def test_the_name_is_read_off_the_capitals(handle: str, name: str) -> None:
    assert name_of(handle) == name


def test_places_are_code_points() -> None:
    assert found("Köln 🇺🇦: President @BrandtUa spoke") == [(19, 28, ("Brandt",))]


@pytest.mark.parametrize(
    "text",
    [
        "“President @BrandtUa spoke,” he wrote.",
        "President Brandt (@BrandtUa) spoke.",
        "President @BrandtUa.example wrote",
        "President x@BrandtUa",
        "the account @BrandtUa",
    ],
)
def test_quoted_and_named_accounts_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_many_handles_in_one_paragraph() -> None:
    assert len(found("President @BrandtUa “met” " * 20_000)) == 20_000


def test_the_name_is_only_suggested() -> None:
    linter = Linter([load_rule(RULE, "x.yaml")])
    text = "I met President @BrandtUa."
    assert fix_document(Document(text), linter.lint, SAFE_AND_UNSAFE).document.text == text


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    for start, end, _ in found("President @x" + text + "President @BrandtUa"):
        assert start < end
