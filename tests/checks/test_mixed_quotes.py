from __future__ import annotations

from hypothesis import given

from newslint.checks.mixed_quotes import MixedQuotes
from newslint.document import Document
from tests.conftest import NASTY_TEXTS


def found(text: str) -> list[tuple[int, str, str]]:
    matches = MixedQuotes().find(Document(text))
    return [(m.span.start, m.values["curly"], m.values["straight"]) for m in matches]


def test_the_rarer_style_is_reported_once() -> None:
    assert found('“We left,” “it rained”: "home" is "far".') == [(24, "4", "4")]
    assert found('"We left," "it rained", “home”.') == [(24, "2", "4")]


def test_inches_are_no_quotation_marks() -> None:
    assert found('“We left,” he said; 6" and 7" of “rain”.') == []
    assert found("“We left,” he said; it's far.") == []


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    assert all(text[start] in '“”"' for start, _, _ in found(text))
