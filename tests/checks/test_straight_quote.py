from __future__ import annotations

import pytest
from hypothesis import given

from newslint.checks.straight_quote import StraightQuote
from newslint.document import Document
from tests.conftest import NASTY_TEXTS


def found(text: str) -> tuple[list[int], list[int]]:
    document = Document(text)
    unclosed = StraightQuote(report="unclosed").find(document)
    unopened = StraightQuote(report="unopened").find(document)
    return [m.span.start for m in unclosed], [m.span.start for m in unopened]


@pytest.mark.parametrize(
    ("text", "unclosed", "unopened"),
    [
        ('He said: "We left. Then it rained.', [9], []),
        ('We left," he said.', [], [8]),
        ('It is good to see." ', [], [18]),
        ('He said "yes" and "no".', [], []),
        ('"He said "no" to me," she said.', [], []),
        ('"We left.\n\n"It rained," he said.', [], []),
        ('"We left.\n\nIt rained," he said.', [], []),
        ('"We left. "It rained," he said.', [], []),
        ('The board is 6" long.', [], []),
        ('He said: "We left and...', [], []),
        ('“We left," he said.', [], []),
        ("''We left,\" he said.", [], []),
        ('"', [0], []),
    ],
)
def test_one_mark_breaks_the_order(text: str, unclosed: list[int], unopened: list[int]) -> None:
    assert found(text) == (unclosed, unopened)


def test_places_tell_the_kinds_of_lone_marks_apart() -> None:
    text = '"We left.\n\nIt rained. He said: "No.\n\nIt rained. He came." So."\n\nYes," he said.'
    start = StraightQuote(report="unclosed", place="start").find(Document(text))
    within = StraightQuote(report="unclosed", place="within").find(Document(text))
    assert [m.span.start for m in start] == [0]
    assert [m.span.start for m in within] == [31]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert found('He said: "We left\nthe town and\nthe river," and went.') == ([], [])


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    unclosed, unopened = found(text)
    assert all(text[place] == '"' for place in unclosed + unopened)
