from __future__ import annotations

import pytest

from newslint.checks.mixed_script import MixedScript
from newslint.document import Document


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (match.span.of(text), match.replacements) for match in MixedScript().find(Document(text))
    ]


@pytest.mark.parametrize(
    ("text", "word", "readings"),
    [
        ("Mr Kоval left", "Kоval", ("Koval",)),
        ("the СOVID ward", "СOVID", ("COVID",)),
        ("(Zеlenіvka)", "Zеlenіvka", ("Zelenivka",)),
        ("city оf Holmen", "оf", ("of",)),
        ("у Херсoні", "Херсoні", ("Херсоні",)),
        ("the Αthens", "Αthens", ("Athens",)),
        ("the ТACC wire", "ТACC", ("TACC", "ТАСС")),
    ],
)
def test_a_word_with_foreign_doubles_is_found(
    text: str, word: str, readings: tuple[str, ...]
) -> None:
    assert found(text) == [(word, readings)]


@pytest.mark.parametrize(
    "text",
    [
        "TNFα, NF-κB, IL2Rγ, 5 μm and the Δt of PGE2α",
        "iPhoneом, VIPы, USB-кабель, Т-34 and МиГ-29",
        "КиївKyiv ran together",
        "Москва Moscow; Ω and Ohm",
        "naïve Zoë from Łódź",
        "",
    ],
)
def test_honest_neighbours_of_scripts_are_silent(text: str) -> None:
    assert found(text) == []


def test_the_letters_are_named() -> None:
    [match] = MixedScript().find(Document("Prеss"))
    assert match.values["letters"] == "“е” U+0435"
    assert (match.span.start, match.span.end) == (0, 5)


@pytest.mark.parametrize("text", ["aа" * 5000, "а" * 4000 + "a", "\ud800аa\udfff", "aа " * 3000])
def test_hostile_text_ends(text: str) -> None:
    assert all(len(word) <= 10000 for word, _ in found(text))
