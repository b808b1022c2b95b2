"""Whatever a check finds by known names, one of the exact triggers stands in the text."""

from __future__ import annotations

import datetime as dt
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.base import Match, SelectiveCheck
from newslint.checks.context import Context
from newslint.checks.garbled_holder import GarbledHolder
from newslint.checks.lowercase_name import LowercaseName
from newslint.checks.office import OfficeCheck
from newslint.checks.spelling_variant import SpellingVariant
from newslint.document import Document
from newslint.knowledge.sights import titles_sighted
from newslint.knowledge.store import load
from newslint.knowledge.title_sites import TITLE_WORDS, title_endings
from newslint.knowledge.variants import BEYOND_ASCII
from newslint.plans import kept_plan
from newslint.ruleset.bundled import load_rules
from newslint.text.expressions import expression
from newslint.text.regex import alternatives, compiled

KNOWN = Context(house="ap")
CHECKS: dict[str, SelectiveCheck] = {
    "misspelling": SpellingVariant(report="misspelling", context=KNOWN),
    "exonym": SpellingVariant(report="exonym", context=KNOWN),
    "mixed": SpellingVariant(report="mixed", context=KNOWN),
    "house": SpellingVariant(report="house", context=KNOWN),
    "lowercase": LowercaseName(context=KNOWN),
    "holder": GarbledHolder(context=KNOWN),
    "absent": OfficeCheck(verdict="no-such-office", context=KNOWN),
    "never": OfficeCheck(verdict="never-held", context=KNOWN),
    "then": OfficeCheck(verdict="not-held-then", context=KNOWN),
}
PIECES = [
    *("Kyiv", "Kiev", "KIEV", "Dneiper", "Mumbai", "Bombay", "Saint Petersburg", "haj", "Athen"),
    *(
        "Zelensky",
        "Zelenskyy",
        "ZELENSKYY",
        "Zelenský",
        "Volodymyr Zelenskyy",
        "Selenskyj",
        "Kadafi",
    ),
    *("Gaddafi", "Qaddafi", "Schröder", "Schroeder", "Yar'Adua", "Ja'afari", "Jaafari", "Ja’afari"),
    *("Khamenei", "Khamene’i", "Ali Khamenei", "Assad", "Asad", "Al-Assad", "Bashar Assad", "Roh"),
    *(
        "ukraine",
        "northern ireland",
        "germany",
        "President putin",
        "Chancellor merkel",
        "The",
        "He",
    ),
    *(
        "Ukrainian",
        "British",
        "British’s",
        "Ukraine",
        "the Netherlands",
        "Canada",
        "Canadian",
        "UK",
    ),
    *("President", "PRIME MINISTER", "king", "King", "Foreign Minister", "President of Ukraine"),
    *("Joe Biden", "Biden", "Tony Blair", "Boris Johnson", "Culba", "Kuleba", "Scholtz", "Merkle"),
]
BETWEEN = [
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "\n",
    "-",
    "_",
    "’s ",
    "'",
    " of ",
    " of the ",
    "é",
    "\u212a",
    "x",
]
TEXTS = st.lists(st.sampled_from([*PIECES, *BETWEEN, *BETWEEN, *BETWEEN]), max_size=40).map("".join)
EXAMPLES = [example.text for rule in load_rules() for example in rule.examples]


@lru_cache(maxsize=64)
def triggers(name: str) -> tuple[str, ...]:
    return tuple(CHECKS[name].exact_triggers())


def found_by(name: str, text: str) -> list[Match]:
    return list(CHECKS[name].find(Document(text, date=dt.date(2022, 11, 11))))


def triggered(name: str, text: str) -> list[Match]:
    """Return what a check finds with the triggers alone that a text holds."""
    document = Document(text, date=dt.date(2022, 11, 11))
    data = document.encoded.data
    patterns = enumerate(triggers(name))
    numbers = {number for number, pattern in patterns if compiled(pattern).search(data)}
    return list(CHECKS[name].find_triggered(document, numbers)) if numbers else []


@pytest.mark.parametrize("name", CHECKS)
@given(text=TEXTS | st.sampled_from(EXAMPLES))
def test_triggers_lose_nothing(name: str, text: str) -> None:
    assert triggered(name, text) == found_by(name, text)


@pytest.mark.parametrize("name", CHECKS)
def test_triggers_lose_nothing_of_the_examples(name: str) -> None:
    kinds = {"spelling-variant", "lowercase-name", "garbled-holder", "office"}
    rules = [rule for rule in load_rules() if rule.kind in kinds]
    texts = [example.text for rule in rules for example in rule.examples]
    found = [found_by(name, text) for text in texts]
    assert [triggered(name, text) for text in texts] == found
    assert any(found)


@given(text=TEXTS)
def test_titles_are_sighted_by_their_endings(text: str) -> None:
    knowledge = load()
    document = Document(text)
    patterns = enumerate(title_endings(knowledge).triggers)
    endings = {
        number for number, pattern in patterns if compiled(pattern).search(document.encoded.data)
    }
    every = titles_sighted(Document(text), knowledge)
    assert every == (titles_sighted(document, knowledge, endings) if endings else [])


def test_every_bundled_title_has_a_word_of_titles() -> None:
    words = compiled(TITLE_WORDS)
    assert [title for title in load().titles if not words.search(title.encode())] == []


def test_a_title_that_a_file_adds_wakes_the_checks_of_the_first_run_too(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "country: {code: XA, name: Examplia, forms: [Examplia], demonyms: [Examplian]}\n"
        "absent: [grand vizier]\n"
        "offices:\n  other: {titles: [black rod], terms: [{person: ana-one, start: 2000-01-01}]}\n"
        "people:\n  ana-one: {name: Ana One, given: Ana, family: One}\n"
    )
    context = Context(knowledge_files=(own,))
    checks = GarbledHolder(context=context), OfficeCheck(verdict="never-held", context=context)
    for check in checks:
        (every,) = [compiled(alternatives(check.triggers() or ()))]
        assert every.search(b"Black Rod Ana One")
        assert every.search(b"the Grand Vizier of Examplia")
        assert not every.search(b"Ana One left.")


def test_no_letter_beyond_ascii_is_left_out() -> None:
    every = "".join(map(chr, [*range(0x80, 0xD800), *range(0xE000, sys.maxunicode + 1)]))
    letters = "".join(expression(r"\w").findall(every))
    found = compiled(alternatives(BEYOND_ASCII)).findall(letters.encode())
    assert len(found) == len(letters)


def test_other_knowledge_makes_another_plan(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("spelling:\n- {id: x, name: Xanadu, misspellings: [Xanadoo]}\n")
    rules = [rule for rule in load_rules() if rule.kind == "spelling-variant"]
    contexts = [Context(), Context(house="ap"), Context(knowledge_files=(own,))]
    assert len({kept_plan(rules, context).cache.made_of for context in contexts}) == 3
    check = SpellingVariant(report="misspelling", context=contexts[2])
    assert "Xanadoo" in check.exact_triggers()
