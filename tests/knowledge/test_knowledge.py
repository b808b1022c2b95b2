from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli.main import main
from newslint.knowledge.bloom import Bloom, build
from newslint.knowledge.compiling import compile_files, knowledge_files
from newslint.knowledge.folding import cyrillic_fold, plain, skeleton
from newslint.knowledge.model import Term
from newslint.knowledge.nearness import deletions, one_edit_apart
from newslint.knowledge.people_index import people_index
from newslint.knowledge.store import load
from newslint.knowledge.wikidata import WikidataError, import_wikidata
from newslint.knowledge.words import Words, pages_of
from newslint.ruleset.bundled import bundled_directory
from newslint.ruleset.model import RuleError

WORDS = st.text("abcdk", min_size=1, max_size=7)
GOOD = """\
country: {code: XA, name: Examplia, forms: [Examplia], demonyms: [Examplian]}
offices:
  head-of-state:
    titles: [president]
    complete_from: 2000-01-01
    complete_to: 2020-12-31
    terms:
      - {person: ana-one, start: 2000-01-01, end: 2010-05-01}
      - {person: bo-two, start: 2010-05-01}
people:
  ana-one: {name: Ana One, given: Ana, family: One}
  bo-two: {name: Bo Two, given: Bo, family: Two}
"""


def problems_of(tmp_path: Path, source: str) -> list[str]:
    path = tmp_path / "x.yaml"
    path.write_text(source, encoding="utf-8")
    return [problem.removeprefix(str(path)) for problem in compile_files([path])[1]]


def test_the_bundled_knowledge_holds_together() -> None:
    table, problems = compile_files(knowledge_files(bundled_directory() / "knowledge"))
    assert not problems
    assert len(table["countries"]) >= 60
    assert sum(len(office["terms"]) for office in table["offices"]) >= 900
    assert len(table["spelling"]) >= 150


def test_a_good_file_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("complete_to", "complete_til", "the key “complete_til” is unknown"),
        ("end: 2010-05-01", "end: 1999-01-01", "start before its end"),
        ("end: 2010-05-01", "end: 2008-01-01", "nobody holds it from 2008-01-01"),
        ("end: 2010-05-01", "end: 2012-01-01", "overlap"),
        ("bo-two, start", "bo-tow, start", "“bo-tow” is not described"),
        ("family: One", "familiy: One", "“familiy” is unknown"),
        ("start: 2010-05-01", "start: soon", "start before its end"),
        ("complete_from: 2000-01-01", "complete_from: 2021-01-01", "in this order"),
    ],
)
def test_what_contradicts_itself_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    assert any(says in problem for problem in problems_of(tmp_path, GOOD.replace(old, new)))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("offices:\n- {id: x}\n", [":1: “offices” must be a mapping of keys."]),
        ("people: [Ana One]\n", [":1: “people” must be a mapping of keys."]),
        ("people:\n  ana-one: Ana\n", [":2: “people.ana-one” must be a mapping of keys."]),
        ("absent: king\ncountry: XA\n",
         [":1: “absent” must be a list.", ":2: “country” must be a mapping of keys."]),
        ("country: {name: Examplia}\n", [":1: a country needs “code” and “name”."]),
        ("offices:\n  king:\n", [":2: “offices.king” must be a mapping of keys."]),
        ("people:\n  ana-one:\n", [":2: “people.ana-one” must be a mapping of keys."]),
        ("offices:\n  king: {terms: [null]}\n",
         [":2: “offices.king.terms.0” must be a mapping of keys."]),
        ("- {id: x, name: X}\n-\n", [":1: “1” must be a mapping of keys."]),
        ("offices:\n  king: {titles: [[king]]}\n",
         [":2: “offices.king.titles.0” must be a plain value."]),
        ("- {id: x, name: X, exonyms: {de: {a: b}}}\n",
         [":1: “0.exonyms.de” must be a plain value or a list."]),
        ("Kyiv\n", [":1: the file must be a mapping of keys or a list."]),
        ("country:\npeople:\noffices:\nabsent:\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_no_knowledge_is_named(tmp_path: Path, source: str, says: list[str]) -> None:
    assert problems_of(tmp_path, source) == says


def test_a_file_of_the_user_must_be_right(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("offices:\n- {id: x}\n")
    with pytest.raises(RuleError, match=r"own\.yaml:1: “offices” must be a mapping of keys\.$"):
        load((own,))
    own.write_text("- {id: x, nam: X}\n")
    with pytest.raises(RuleError, match=r"own\.yaml:1: the key “nam” is unknown here"):
        load((own,))


def test_a_year_alone_means_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(GOOD.replace("end: 2010-05-01", 'end: "2010"'), encoding="utf-8")
    table, problems = compile_files([path])
    assert not problems
    assert table["offices"][0]["terms"][0][2] == "2010-12-31"


@given(st.dates(date(2001, 1, 1), date(2020, 1, 1)), st.integers(0, 9))
def test_slack_widens_a_term_on_both_sides(day: date, slack: int) -> None:
    term = Term("x", "2005-01-01", "2010-01-01")
    inside = date(2005, 1, 1) - timedelta(slack) <= day <= date(2010, 1, 1) + timedelta(slack)
    assert term.covers(day, slack) == inside


@given(WORDS, WORDS)
def test_neighbours_share_a_deletion_and_what_one_edit_leaves(one: str, other: str) -> None:
    if one_edit_apart(one, other):
        assert set(deletions(one)) & set(deletions(other))
        if min(len(one), len(other)) >= 5:
            assert one[:2] == other[:2] or one[-2:] == other[-2:]


FOLDED = (
    (r"shch|sch|sz(?=[aeiouy])", "sh"),
    (r"tch|cz|tsch", "ch"),
    (r"kh|(?<!c)(?<!s)(?<!z)h|g", "h"),
    (r"ts|tz|c(?=[eiy])", "c"),
    (r"ph", "f"),
    (r"w", "v"),
    (r"x", "ks"),
    (r"ck|q|c(?![he])", "k"),
    (r"[yij]+", "i"),
    (r"io|e|yo", "e"),
    (r"(.)\1+", r"\1"),
)


@given(st.text("acdeghijkopqstvwxyzö’-", max_size=9))
def test_a_fold_is_its_rules_one_after_the_other(name: str) -> None:
    letters = plain(name)
    for ending in ("'s", "'"):
        if letters.endswith(ending):
            letters = letters.removesuffix(ending)
            break
    letters = re.sub("['-]", "", letters)
    for pattern, replacement in FOLDED:
        letters = re.sub(pattern, replacement, letters)
    assert cyrillic_fold(name) == letters


SKELETON = (
    ("sch|shch|sh|zh|ch|tch|cz|ts|tz|x|j", "s"),
    ("ph|v|w", "f"),
    ("th|d", "t"),
    ("kh|gh|h", ""),
    ("q|ck|c|g", "k"),
    ("b", "p"),
    ("r", "l"),
    ("z", "s"),
    ("[aeiouy]+", "a"),
    (r"(.)(?=\1)", ""),
)


@given(st.text("abcdeghijkpqrstvwxyzé", max_size=9) | st.text("cghkpstz", max_size=7))
def test_a_skeleton_is_what_replacements_one_by_one_leave(name: str) -> None:
    letters = plain(name)
    for pattern, replacement in SKELETON:
        letters = re.sub(pattern, replacement, letters)
    assert skeleton(name) == letters


@given(st.lists(st.text(max_size=8), max_size=20))
def test_a_filter_never_denies_what_it_holds(names: list[str]) -> None:
    made = Bloom(build(names, 12))
    assert all(name in made for name in names)


def test_folds_bring_spellings_together() -> None:
    assert skeleton("Elson") == skeleton("Kherson")
    assert cyrillic_fold("Zelenskyy") == cyrillic_fold("Zelenskiy") == cyrillic_fold("Zelensky")
    assert plain("Recep Tayyip Erdoğan") == "recep tayyip erdogan"
    assert skeleton("Berlin") != skeleton("Dublin")


def test_words_are_found_by_frequency() -> None:
    words = load().words
    assert words.zipf("the") > 7
    assert words.zipf("retreat") > 3
    assert words.zipf("zzzzkq") == 0


@given(
    st.sets(st.text("abcdé'", min_size=1, max_size=4), min_size=1), st.text("abcdé'", max_size=4)
)
def test_every_word_of_a_list_is_found_with_its_frequency(words: set[str], other: str) -> None:
    listed = {word: number for number, word in enumerate(sorted(words), 10)}
    lines = sorted(f"{word}\t{number}\n".encode() for word, number in listed.items())
    with TemporaryDirectory() as directory, patch("newslint.knowledge.words._PAGE", 16):
        path = Path(directory) / "words.txt"
        path.write_bytes(b"".join(lines))
        found = Words(path, pages_of(path.read_bytes()))
        for word in (*words, other, ""):
            assert found.zipf(word) == listed.get(word, 0) / 10


SPARQL = {
    "results": {
        "bindings": [
            {
                "person": {"value": "http://www.wikidata.org/entity/Q1"},
                "personLabel": {"value": "Ana One"},
                "countryCode": {"value": "XA"},
                "countryLabel": {"value": "Examplia"},
                "officeLabel": {"value": "President of Examplia"},
                "start": {"value": "2000-01-01T00:00:00Z"},
                "startPrecision": {"value": precision},
                "rank": {"value": rank},
            }
            for precision, rank in (
                ("9", "http://wikiba.se/ontology#NormalRank"),
                ("11", "http://wikiba.se/ontology#NormalRank"),
                ("11", "http://wikiba.se/ontology#DeprecatedRank"),
            )
        ]
        + [
            {
                "person": {"value": "http://www.wikidata.org/entity/Q2"},
                "personLabel": {"value": "Q2"},
            },
            {
                "person": {"value": "http://www.wikidata.org/entity/Q3"},
                "personLabel": {"value": "Bo Two"},
                "countryCode": {"value": "XA"},
                "officeLabel": {"value": "President of Examplia"},
                "start": {"value": "2010-05-01T00:00:00Z"},
                "startPrecision": {"value": "10"},
                "actingLabel": {"value": "acting"},
            },
        ]
    }
}
ENTITIES = {
    "entities": {
        "Q1": {
            "labels": {"en": {"value": "Ana One"}},
            "aliases": {"en": [{"value": "Anna One"}, {"value": "One"}]},
            "claims": {
                "P39": [
                    {
                        "rank": "normal",
                        "mainsnak": {"datavalue": {"value": {"id": "Q9"}}},
                        "qualifiers": {
                            "P580": [
                                {
                                    "datavalue": {
                                        "value": {"time": "+2000-01-00T00:00:00Z", "precision": 10}
                                    }
                                }
                            ],
                            "P582": [
                                {
                                    "datavalue": {
                                        "value": {"time": "+2010-05-01T00:00:00Z", "precision": 11}
                                    }
                                }
                            ],
                        },
                    },
                    {"rank": "deprecated", "mainsnak": {"datavalue": {"value": {"id": "Q9"}}}},
                ]
            },
        },
        "Q9": {
            "labels": {"en": {"value": "President of Examplia"}},
            "claims": {"P17": [{"mainsnak": {"datavalue": {"value": {"id": "Q8"}}}}]},
        },
        "Q8": {"labels": {"en": {"value": "Examplia"}}},
    }
}


def test_a_sparql_result_becomes_a_knowledge_file(tmp_path: Path) -> None:
    text, notes = import_wikidata(SPARQL)
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    table, problems = compile_files([path])
    assert not problems
    [office] = table["offices"]
    assert [term[0] for term in office["terms"]] == ["ana-one", "bo-two"]
    assert office["terms"][0][1] == "2000-01-01"
    assert office["terms"][1] == ["bo-two", "2010-05-01", "9999-12-31", True]
    assert notes == ["Q2: it has no English label and is left out."]


def test_entities_become_a_knowledge_file(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(import_wikidata(ENTITIES)[0], encoding="utf-8")
    table, problems = compile_files([path])
    assert not problems
    [office] = table["offices"]
    assert office["terms"] == [["ana-one", "2000-01-01", "2010-05-01", False]]
    assert table["people"]["ana-one"]["names"] == ["Anna One"]


def test_other_json_is_refused() -> None:
    with pytest.raises(WikidataError, match="neither"):
        import_wikidata({"a": 1})


def test_the_commands(tmp_path: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["kb", "check"]).exit_code == 0
    (tmp_path / "bad.yaml").write_text("people: {x: {nam: y}}", encoding="utf-8")
    done = runner.invoke(main, ["kb", "check", str(tmp_path / "bad.yaml")])
    assert done.exit_code == 1
    assert "“nam” is unknown" in done.stdout
    assert "president (UA): 2019-05-20" in runner.invoke(main, ["kb", "show", "Zelensky"]).stdout
    assert runner.invoke(main, ["kb", "show", "Xyzzy Plugh"]).exit_code == 2
    (tmp_path / "r.json").write_text(json.dumps(SPARQL), encoding="utf-8")
    output = tmp_path / "o.yaml"
    done = runner.invoke(main, ["kb", "import", str(tmp_path / "r.json"), "-o", str(output)])
    assert done.exit_code == 0
    assert "ana-one" in output.read_text(encoding="utf-8")
    (tmp_path / "r.json").write_text("{", encoding="utf-8")
    assert runner.invoke(main, ["kb", "import", str(tmp_path / "r.json")]).exit_code == 2


def test_what_ends_a_name_is_known_as_a_part_of_one() -> None:
    knowledge = load()
    assert set(knowledge.index["last_words"]) <= people_index(knowledge).known
