from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.phrase_density import PhraseDensity
from newslint.document import Document
from newslint.text.regex import any_found
from tests.conftest import NASTY_TEXTS

CHECK = PhraseDensity(
    phrases={
        "Russian": (r"press service of", r"on the territory of", r"it is noted that", r"№"),
        "Chinese": (r"netizens", r"relevant departments", r"person in charge"),
    }
)


def found(text: str) -> list[tuple[int, int, str, str]]:
    return [
        (match.span.start, match.span.end, match.values["source"], match.values["listed"])
        for match in CHECK.find(Document(text))
    ]


def test_three_different_phrases_are_enough() -> None:
    text = "🇺🇦 Netizens asked the person in charge and relevant departments."
    listed = "Netizens, person in charge, relevant departments"
    assert found(text) == [(3, 11, "Chinese", listed)]


def test_the_same_phrase_thrice_is_one() -> None:
    assert found("Netizens, netizens, netizens and relevant departments.") == []


def test_phrases_of_two_sources_do_not_add_up() -> None:
    assert found("Netizens on the territory of relevant departments: it is noted that №.")[0][
        2
    ] == ("Russian")
    assert found("Netizens on the territory of relevant departments.") == []


def test_too_few_patterns_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer patterns"):
        PhraseDensity(phrases={"x": ("a", "b")}).triggers()


def test_every_match_is_triggered_without_the_last_patterns() -> None:
    assert len(CHECK.triggers() or ()) == 3


@given(NASTY_TEXTS)
def test_no_text_crashes_it(text: str) -> None:
    assert len(found(text + " netizens, person in charge, relevant departments " + text)) == 1


PHRASES = ["press service of", "on the territory of", "it is noted that", "№"]
PHRASES += ["netizens", "relevant departments", "person in charge", ". "]


@given(st.lists(st.sampled_from(PHRASES)).map(" ".join))
def test_nothing_is_lost_where_the_triggers_are_known(text: str) -> None:
    document = Document(text)
    triggers = CHECK.triggers() or ()
    held = [number for number, item in enumerate(triggers) if any_found([item], text.encode())]
    every = range(len(triggers))
    wanted = list(CHECK.find(document))
    assert list(CHECK.find_triggered(document, every)) == wanted
    assert list(CHECK.find_triggered(document, held)) == wanted
