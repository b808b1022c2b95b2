"""The checks that only knowledge makes possible."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.checks.context import Context
from newslint.checks.garbled_holder import GarbledHolder
from newslint.checks.garbled_place import GarbledPlace
from newslint.checks.known_name import KnownName
from newslint.checks.name_drift import NameDrift
from newslint.checks.office import OfficeCheck
from newslint.checks.spelling_variant import SpellingVariant
from newslint.document import Document

FILLER = " The talks went on for a long time and nobody could say how they would end." * 5


def marks(check: object, text: str, day: str | None = None) -> list[str]:
    document = Document(text, date=date.fromisoformat(day) if day else None, language="en")
    return [match.span.of(text) for match in check.find(document)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian Prime Minister Volodymyr Zelensky spoke.",
        "Prime Minister Volodymyr Zelenskyy spoke.",
        "the Ukrainian prime minister Volodymyr Zelenskiy",
        "Volodymyr Zelensky, the Ukrainian prime minister, spoke.",
        "Volodymyr Zelensky, prime minister of Ukraine, spoke.",
        "The prime minister of Ukraine, Volodymyr Zelensky, spoke.",
        "Ukraine’s prime minister, Volodymyr Zelensky, spoke.",
        "Ukraine's Prime Minister Volodymyr Zelensky spoke.",
    ],
)
def test_an_office_never_held_is_found_in_every_pattern(text: str) -> None:
    assert len(marks(OfficeCheck(verdict="never-held"), text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian President Volodymyr Zelensky spoke.",
        "Former Ukrainian Prime Minister Volodymyr Zelensky spoke.",
        "how good a prime minister Volodymyr Zelensky would make",
        "Deputy Prime Minister Volodymyr Zelensky spoke.",
        "the would-be prime minister Volodymyr Zelensky",
        "He called him “Prime Minister Volodymyr Zelensky” twice.",
        "Rice, UN Secretary-General Annan and President Volodymyr Zelensky",
        "finance minister Gordon Brown",
        "Prime Minister Brown and Prime Minister May",
        "Prime Minister Zelenska spoke.",
        "the prime minister, Volodymyr Zelensky said, must go",
        "Prime Minister-elect Volodymyr Zelensky",
        "Li Zhaoxing, the Chinese foreign minister, spoke.",
    ],
)
def test_an_office_that_may_be_right_is_left_alone(text: str) -> None:
    assert marks(OfficeCheck(verdict="never-held"), text) == []


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Russian Prime Minister Dmitry Medvedev spoke.", "2022-11-12", 1),
        ("Russian Prime Minister Dmitry Medvedev spoke.", "2015-11-12", 0),
        ("Russian Prime Minister Dmitry Medvedev spoke.", None, 0),
        ("In 2015 Russian Prime Minister Dmitry Medvedev spoke.", "2022-11-12", 0),
        ("Former Russian Prime Minister Dmitry Medvedev spoke.", "2022-11-12", 0),
        ("Vice President Joe Biden spoke.", "2019-05-05", 0),
        ("US Vice President Joe Biden spoke.", "2019-05-05", 1),
        ("German Chancellor Angela Merkel spoke.", "2021-12-10", 0),
        ("German Chancellor Angela Merkel spoke.", "2021-12-20", 1),
        ("German Chancellor Angela Merkel spoke.", "2099-01-01", 0),
    ],
)
def test_an_office_of_another_time_needs_a_date(text: str, day: str | None, found: int) -> None:
    assert len(marks(OfficeCheck(verdict="not-held-then"), text, day)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Japanese President Shinzo Abe spoke.", ["Japanese President Shinzo Abe"]),
        ("the President of Canada left", ["President of Canada"]),
        ("the President of Canada Post left", []),
        ("the President of Canada’s Liberals left", []),
        ("Japanese Prime Minister Shinzo Abe spoke.", []),
        ("“President of Canada” he said", []),
    ],
)
def test_an_office_that_does_not_exist(text: str, found: list[str]) -> None:
    assert marks(OfficeCheck(verdict="no-such-office"), text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Volodymyr Zelenskky spoke.", ["Zelenskky"]),
        ("Chancellor Angela Merkle spoke.", ["Merkle"]),
        ("Chancellor Angela Merkle’s visit", ["Merkle"]),
        ("Ralph Merkle spoke.", []),
        ("Fr Vladimir Zelinsky spoke.", []),
        ("President Zelenskyy and Zelenskiy spoke.", []),
        ("A Bolsonro sat there.", []),
    ],
)
def test_misspelt_names_need_a_neighbour(text: str, found: list[str]) -> None:
    assert marks(KnownName(), text) == found


def test_a_long_run_of_letters_is_no_name() -> None:
    text = f"President A{'b' * 200_000} met K{'a' * 200_000}.{FILLER}"
    assert marks(KnownName(), text) == []
    assert marks(NameDrift(), text) == []


def test_a_name_in_the_list_of_accepted_words_is_left_alone() -> None:
    context = Context(accepted=frozenset({"zelenskky"}))
    assert marks(KnownName(context=context), "President Volodymyr Zelenskky spoke.") == []


def test_the_minority_spelling_is_reported_with_the_counts() -> None:
    text = "They left the Dnieper. The bank of the Dnieper fell. The Dnipro River froze."
    document = Document(text, language="en")
    [match] = SpellingVariant(report="mixed").find(document)
    assert match.span.of(text) == "Dnipro"
    assert match.evidence == ("The text has “Dnieper” 2×, “Dnipro” 1×.",)


@pytest.mark.parametrize(
    "text",
    [
        "They left the Dnieper for the city of Dnipro.",
        "Dynamo Kiev lost in Kyiv.",
        "In Kyiv he said: “I was born in Kiev.”",
        "Kyiv (Kiev) is old. Kyiv is large.",
        "Bombay, now called Mumbai, is large. Mumbai grew.",
    ],
)
def test_spellings_that_mean_two_things_or_are_explained(text: str) -> None:
    assert marks(SpellingVariant(report="mixed"), text) == []


def test_the_house_style_decides_where_one_is_configured() -> None:
    text = "They flew from Odessa to Kiev."
    assert marks(SpellingVariant(report="house"), text) == []
    style = SpellingVariant(report="house", context=Context(house="ap"))
    assert marks(style, text) == ["Odessa", "Kiev"]


def test_a_foreign_form_counts_beside_the_english_one_only() -> None:
    assert marks(SpellingVariant(report="exonym"), "Cherson: troops left Kherson.") == ["Cherson"]
    assert marks(SpellingVariant(report="exonym"), "Cherson: troops left.") == []


def test_a_drifting_name_needs_no_list() -> None:
    text = f"Lawyers for Tarasenkov met. In court Tarasenkov spoke, and Tarasenkv left.{FILLER}"
    assert marks(NameDrift(), text) == ["Tarasenkv"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine", "Ukrainian"),
        ("Israel", "Israeli"),
        ("Iraq", "Iran"),
        ("Austria", "Australia"),
        ("Slovakia", "Slovenia"),
        ("Biden", "Bidens"),
        ("Niger", "Nigeria"),
        ("Hansen", "Hanson"),
        ("Smith", "Smyth"),
        ("Clark", "Clarke"),
    ],
)
def test_names_that_are_two(one: str, other: str) -> None:
    text = f"The visit to {one} was short. In {one} and near {one} they met {other} people.{FILLER}"
    assert marks(NameDrift(), text) == []


def test_a_garbled_place_needs_its_country_and_a_slot() -> None:
    kenya = "Kenya voted. In Kenya rallies were held in Narobi."
    assert marks(GarbledPlace(slot="place"), kenya) == ["Narobi"]
    assert marks(GarbledPlace(slot="place"), kenya.replace("Kenya", "Norway")) == []
    assert marks(GarbledPlace(slot="place"), kenya.replace("in Narobi", "by Narobi")) == []


def test_an_event_and_a_city_of_the_same_text() -> None:
    text = "Ukraine waited. Kherson fell; Ukraine left Kherson and denied Elson’s retreat."
    check = GarbledPlace(slot="event", max_zipf=3.0)
    assert marks(check, text) == ["Elson"]
    assert marks(check, text.replace("Kherson", "Paris")) == []


def test_the_country_that_a_city_lies_in() -> None:
    check = GarbledPlace(slot="city-of")
    assert marks(check, "the Kherson city of Crane") == ["Kherson city of Crane"]
    assert marks(check, "the Kherson city of Heroes") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ukrainian Foreign Minister Culba spoke.", ["Culba"]),
        ("Ukrainian Foreign Minister Dmytro Kuleba spoke.", []),
        ("former Ukrainian Foreign Minister Culba spoke.", []),
        ("Ukrainian Foreign Minister Smith spoke.", []),
        ("Ukrainian Foreign Minister Orlov spoke.", []),
    ],
)
def test_a_garbled_holder_is_near_to_one(text: str, found: list[str]) -> None:
    assert marks(GarbledHolder(), text, "2023-05-29") == found
