"""The words that may be garbled places are asked for one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.garbled_place import GarbledPlace
from newslint.document import Document
from newslint.knowledge.gazetteer import (
    cities_like,
    countries_in,
    country_codes,
    only_country_of,
)
from newslint.knowledge.place_slots import BESIDE_EVENT, PLACE, Slot, capitals_of_events
from newslint.knowledge.store import load
from newslint.knowledge.unknown import Unknown
from tests.conftest import capitals_in

PIECES = [
    *("Narobi", "Elson", "Kherson", "Ukraine", "Kenya", "Kenyan", "Russian", "US", "retreat", "of"),
    *("in", "from", "cities of", "port of", "Region", "city", "battle", "Fall", "leaving", "train"),
    *(
        "retreat of ",
        "’s siege",
        "s\u0130ege from ",
        "recapture of Retreat of ",
        "’s ſiege ",
        "O’Neil",
    ),
]
BETWEEN = [" ", " ", " ", "’s ", "'s ", "-", "\n", "(", ".", "é", "\ud800"]
TEXTS = st.lists(st.sampled_from([*PIECES, *BETWEEN, *BETWEEN])).map("".join)


@pytest.mark.parametrize(("name", "slot"), [("place", PLACE), ("event", BESIDE_EVENT)])
@given(text=TEXTS)
def test_every_unknown_name_in_a_slot_is_found(name: str, slot: Slot, text: str) -> None:
    check = GarbledPlace(slot=name)  # type: ignore[arg-type]
    words = {word.text: word.plain for word in capitals_in(Document(text))}
    unknown = {
        word
        for word in Unknown(load(()), frozenset(), 1.5, 5)(words)
        if len(words[word]) >= 5 and (name == "event" or [*cities_like(word, load())])
    }
    every = [
        word
        for word in capitals_in(Document(text))
        if word.text in unknown and slot.holds(text, word.start, word.end)
    ]
    assert check._in_slot(Document(text)) == every  # noqa: SLF001


@pytest.mark.parametrize("slot", [PLACE, BESIDE_EVENT])
@given(text=TEXTS)
def test_a_slot_asks_first_for_what_its_pattern_cannot_do_without(slot: Slot, text: str) -> None:
    for word in capitals_in(Document(text)):
        before = text[max(0, word.start - 24) : word.start]
        if slot.before.search(before) or slot.after.match(text, word.end):
            assert slot.holds(text, word.start, word.end)


@given(text=TEXTS)
def test_every_word_beside_an_event_is_found(text: str) -> None:
    every = capitals_in(Document(text))
    holding = {word for word in every if BESIDE_EVENT.holds(text, word.start, word.end)}
    assert capitals_of_events(Document(text)) == holding


@given(text=TEXTS)
def test_the_countries_of_a_text_are_those_that_are_counted(text: str) -> None:
    document = Document(text)
    assert country_codes(document, load()) == set(countries_in(document, load()))


def test_a_city_of_one_country_is_known_by_it() -> None:
    assert only_country_of("Kherson", load()) == "UA"
    assert only_country_of("Nowhere-at-all", load()) is None
