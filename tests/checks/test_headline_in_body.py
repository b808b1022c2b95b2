from __future__ import annotations

from hypothesis import given

from newslint.checks.headline_in_body import HeadlineInBody
from newslint.document import Document
from newslint.fixer import SAFE_AND_UNSAFE, fix_document
from newslint.linter import Linter
from newslint.ruleset.loader import load_rule
from tests.conftest import NASTY_TEXTS

TEXT = "Köln loses its old port\n\nIt rained.\n\nIt snowed.\n\nKöln loses its old port\n\nIt ended."
RULE = """\
code: INS905
name: test-headline
kind: headline-in-body
severity: error
message: "{match}"
explanation: x
match: {beyond: 1}
fix: {applicability: unsafe, delete: span, title: "Remove the line"}
examples: [{good: x}]
"""


def places(text: str, beyond: int, title: str | None = None) -> list[tuple[int, int]]:
    matches = HeadlineInBody(beyond=beyond).find(Document(text, title=title))
    return [(match.span.start, match.span.end) for match in matches]


def test_the_later_line_is_found_by_code_points() -> None:
    assert places(TEXT, beyond=1) == [(49, 72)]


def test_the_first_lines_are_left_alone() -> None:
    assert places(TEXT, beyond=3) == []


def test_the_title_given_with_the_text_counts_where_it_has_no_headline() -> None:
    text = "It rained.\nIt snowed.\nKöln loses its old port\nIt ended."
    assert places(text, beyond=1, title="Köln loses its old port") == [(22, 45)]


def test_a_sentence_that_holds_the_headline_is_no_headline() -> None:
    assert places(TEXT.replace("port\n\nIt ended", "port, and more\n\nIt ended"), beyond=1) == []


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    for match in HeadlineInBody(min_words=1, beyond=0).find(Document(text)):
        assert 0 < match.span.start < match.span.end <= len(text)


def test_the_fix_is_stable() -> None:
    linter = Linter([load_rule(RULE, "test.yaml:1")])
    once = fix_document(Document(TEXT), linter.lint, SAFE_AND_UNSAFE).document
    assert once.text == "Köln loses its old port\n\nIt rained.\n\nIt snowed.\n\nIt ended."
    assert fix_document(once, linter.lint, SAFE_AND_UNSAFE).document.text == once.text
