"""What few words of a text tell of its spellings is what listing all of them tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.spelling_variant import SpellingVariant
from newslint.document import Document
from newslint.knowledge.listed import listed_ids
from newslint.knowledge.mentions import people_in
from newslint.knowledge.sights import first_looks, spellings_sighted
from newslint.knowledge.spellings import listed_in, mixed_in, spellings_of, telling_in
from newslint.knowledge.store import Knowledge, load
from newslint.knowledge.variants import Variants
from newslint.ruleset.bundled import load_rules

PIECES = [
    *("Kyiv", "Kiev", "Kievan", "Kiew", "Dneiper", "Mumbai", "Bombay", "Khodorkovsky", "Athen"),
    *("Mikhail Khodorkovsky", "Saint Petersburg", "St. Petersburg", "St Petersburg", "Fes", "haj"),
    *("Saddam", "Hussein", "Saddam Hussein", "Zelensky", "Zelenskyy", "Volodymyr Zelenskyy"),
    *("Khamenei", "Ali Khamenei", "Bashar al-Assad", "Asad", "Republic of the Congo", "al-Qaida"),
    *(
        "George Bush",
        "George W. Bush",
        "Bush",
        "Jeb Bush",
        "Melania Trump",
        "Donald Trump",
        "Trump",
    ),
    *("Democratic Republic of Congo", "al Qaeda", "Reykjavík", "President", "in", "river", "the"),
]
SURNAMES = ["saddam", "hussein", "zelensky", "khamenei", "al-assad", "assad", "bush", "trump"]
BETWEEN = [" ", " ", " ", ", ", ". ", "\n", "-", "_", "’s ", "'", "“", "/", "é", "\ud800", "x", "7"]
TEXTS = st.lists(st.sampled_from([*PIECES, *BETWEEN, *BETWEEN])).map("".join)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="module")
def everybody(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name for names in knowledge.index["last_words"].values() for name in names)


@given(text=TEXTS, chosen=st.lists(st.sampled_from(SURNAMES), max_size=3))
def test_some_people_are_named_where_all_are_looked_for(
    knowledge: Knowledge, everybody: frozenset[str], text: str, chosen: list[str]
) -> None:
    bearers = (knowledge.index["last_words"].get(word, ()) for word in chosen)
    some = frozenset(name for names in bearers for name in names[:2])
    every = people_in(Document(text), knowledge)
    assert people_in(Document(text), knowledge, everybody) == every
    among = [mention for mention in every if mention.person.id in some]
    assert people_in(Document(text), knowledge, some) == among


@given(TEXTS)
def test_whatever_is_misspelt_or_foreign_is_told_by_a_sight(
    knowledge: Knowledge, text: str
) -> None:
    document = Document(text)
    reported = {item.text for item in listed_in(document, knowledge) if item.status != "form"}
    assert reported <= spellings_sighted(document, knowledge)


@given(text=TEXTS, listed=st.booleans())
def test_mixed_spellings_are_those_among_all_spellings(
    knowledge: Knowledge, everybody: frozenset[str], text: str, *, listed: bool
) -> None:
    check = SpellingVariant(report="mixed")
    document = Document(text)
    if listed:
        listed_in(document, knowledge)
    told = telling_in(document, knowledge, "mixed")
    variants = Variants(knowledge)
    names = listed_ids(knowledge) | everybody
    every = list(check._mixed(document, spellings_of(Document(text), knowledge, names)))  # noqa: SLF001
    found = list(check._mixed(document, mixed_in(document, knowledge, variants, told)))  # noqa: SLF001
    assert sorted(found, key=lambda match: match.span) == sorted(
        every, key=lambda match: match.span
    )


def test_the_first_texts_of_a_run_hold_the_same_spellings_as_the_others() -> None:
    knowledge = load()
    texts = [example.text for rule in load_rules() for example in rule.examples]
    chosen = [text for text in texts if len(text) < 1000]
    first = []
    for text in chosen:
        first_looks.cache_clear()
        first.append(spellings_sighted(Document(text), knowledge))
    spellings_sighted(Document("word " * 1000), knowledge)
    later = [spellings_sighted(Document(text), knowledge) for text in chosen]
    assert first == later
    assert sum(map(len, later)) > 10
