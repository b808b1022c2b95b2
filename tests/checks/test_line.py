from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.line import Line
from newslint.document import Document
from newslint.fixer import SAFE_AND_UNSAFE, fix_document
from newslint.linter import Linter
from newslint.ruleset.loader import load_rule
from newslint.scan import Scan, plan_of
from tests.conftest import NASTY_TEXTS

RULE = """\
code: INS904
name: test-line
kind: line
severity: error
message: "{match}"
explanation: x
match: {regex: 'Advert', continues: '[A-Z]+'}
fix: {applicability: unsafe, delete: span, title: "Remove the line"}
examples: [{good: x}]
"""


def found(text: str, check: Line) -> list[str]:
    return [match.span.of(text) for match in check.find(Document(text))]


@pytest.mark.parametrize(
    "line",
    ["Advert", "  • Advert", "** Advert **", "👉 Advert →", "## Advert", "\u200bAdvert\u00a0"],
)
def test_bullets_and_emphasis_belong_to_the_margins(line: str) -> None:
    text = f"It rained.\n{line}\nIt stopped."
    assert found(text, Line(regex=("Advert",))) == [line.strip(" \u00a0")]


@pytest.mark.parametrize("line", ["An Advert", "Advert.", "Adverts", "advert"])
def test_the_whole_line_must_match(line: str) -> None:
    assert found(f"It rained.\n{line}", Line(regex=("Advert",))) == []


def test_places_are_code_points() -> None:
    matches = Line(regex=("Advert",)).find(Document("Köln 🇺🇦\r\n\r\n  Advert \r\nNext"))
    assert [(match.span.start, match.span.end) for match in matches] == [(13, 19)]


def test_the_place_in_the_text_counts_lines_with_text() -> None:
    text = "One\n\n\nAdvert\n\nTwo\n\nAdvert\n\nThree"
    assert len(found(text, Line(regex=("Advert",), place="top", within=2))) == 1
    assert len(found(text, Line(regex=("Advert",), place="bottom", within=2))) == 1
    assert len(found(text, Line(regex=("Advert",), place="top", within=1))) == 0


def test_neighbours_are_lines_with_text() -> None:
    text = "He left.\n\nAdvert\n\nshe stayed"
    assert found(text, Line(regex=("Advert",), previous=(r"\.$",), next=("^she",)))
    assert not found(text, Line(regex=("Advert",), previous=("^Advert",)))
    assert not found("Advert", Line(regex=("Advert",), next=(".",)))


def test_a_block_runs_on_over_the_lines_that_continue_it() -> None:
    text = "Advert\n\nBUY\nNOW\nHe left."
    assert found(text, Line(regex=("Advert",), continues=("[A-Z]+",))) == ["Advert\n\nBUY\nNOW"]


def test_a_pattern_for_empty_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="empty line"):
        Line(regex=("x*",)).triggers()


def test_the_scan_says_exactly_which_lines_match_once_it_has_read_much() -> None:
    lines = [Line(regex=("Advert",)), Line(regex=("Menu",))]
    scan = Scan(plan_of([line.triggers() for line in lines]))
    assert scan.candidates(b"The Advert and the Menu") == {0, 1}
    assert scan.candidates(b"Rain\n" * 30_000) == set()
    assert scan.candidates("Rain\n• Advert\n".encode()) == {0}
    assert scan.candidates(b"The Advert and the Menu") == set()


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    for match in Line(regex=(".+",)).find(Document(text)):
        assert 0 <= match.span.start < match.span.end <= len(text)


@given(st.lists(st.sampled_from(["Advert", "BUY", "He left.", "", " "])).map("\n".join))
def test_fixing_twice_changes_nothing_more(text: str) -> None:
    linter = Linter([load_rule(RULE, "test.yaml:1")])
    once = fix_document(Document(text), linter.lint, SAFE_AND_UNSAFE).document
    again = fix_document(once, linter.lint, SAFE_AND_UNSAFE).document
    assert again.text == once.text


@pytest.mark.parametrize("text", ["Advert", "Advert\n", "\nAdvert\n\nMore.\nAdvert\r\n"])
def test_lines_beside_very_long_ones_are_found(text: str) -> None:
    check = Line(regex=("Advert",))
    running = "A word and another. " * 2000
    alone = list(check.find(Document(text)))
    between = list(check.find(Document(f"{running}\n{text}\n{running}\n{running}")))
    shift = len(running) + 1
    places = [(match.span.start + shift, match.span.end + shift) for match in alone]
    assert [(match.span.start, match.span.end) for match in between] == places
    assert places
