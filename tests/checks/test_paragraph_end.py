from __future__ import annotations

import pytest
from hypothesis import given

from newslint.checks.paragraph_end import ParagraphEnd
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

CHECK = ParagraphEnd(mark=",", becomes=".", min_words=4)


def found(text: str) -> list[int]:
    return [match.span.start for match in CHECK.find(Document(text))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The river rose all night,\n\nWhy did it?", [24]),
        ("The river rose all night, \r\n\r\nWhy did it?", [24]),
        ("The river rose all night,\n\nand it rained.", []),
        ("The river rose all night,\n\n“Why?” he asked.", []),
        ("The river rose all night,", []),
        ("Dear Ann,\n\nThe river rose.", []),
        ("The river rose all night,\nThe bridge was lost at noon,\nIt rained.", []),
        ("The river rose all night,\nthe bridge was lost\nat noon.\n\nIt rained.", []),
    ],
)
def test_a_paragraph_that_begins_anew_shows_the_mistake(text: str, places: list[int]) -> None:
    assert found(text) == places


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    assert all(text[place] == "," for place in found(text))
