from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from newslint.checks.base import Match
from newslint.checks.context import Context
from newslint.checks.doubled_gloss import DoubledGloss
from newslint.diagnostics import Applicability
from newslint.document import Document
from newslint.fixer import SAFE, SAFE_AND_UNSAFE, choose, fix_document
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.loader import load_rule
from newslint.ruleset.scopes import Scopes
from newslint.text.regex import compiled
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS, SEEDS

RESIDUE = """\
code: MRK901
name: test-tag
kind: pattern
severity: error
message: "tag {match}"
explanation: x
match: {regex: '<[a-z]+>'}
fix: {applicability: safe, delete: span, title: "Remove"}
examples: [{good: x}]
"""
PROSE = """\
code: SPC901
name: test-pair
kind: pattern
severity: warning
message: "pair {match}"
explanation: x
match: {regex: 'one two'}
fix: {applicability: unsafe, replace: "three", title: "Replace"}
examples: [{good: x}]
"""


def linter_of(*sources: str) -> Linter:
    return Linter([load_rule(source, "x.yaml") for source in sources])


def marks(linter: Linter, text: str) -> list[tuple[str, str]]:
    return [(item.code, item.span.of(text)) for item in linter.lint(Document(text))]


def test_prose_is_read_without_residue() -> None:
    text = "a one two b <br> one two"
    found = marks(linter_of(RESIDUE, PROSE), text)
    assert found == [("SPC901", "one two"), ("MRK901", "<br>"), ("SPC901", "one two")]


def test_neighbouring_residue_is_taken_out_whole() -> None:
    bracket = PROSE.replace("one two", "<b>")
    text = "He left. <a> <b>"
    assert marks(linter_of(RESIDUE, bracket), text) == [("MRK901", "<a>"), ("MRK901", "<b>")]


def test_a_match_across_removed_residue_waits_for_the_next_pass() -> None:
    linter = linter_of(RESIDUE, PROSE)
    text = "one <br> two"
    assert marks(linter, text) == [("MRK901", "<br>")]
    fixed = fix_document(Document(text), linter.lint, SAFE_AND_UNSAFE)
    assert fixed.document.text == "three"
    assert fixed.applied == 2


def test_a_fix_inside_a_quotation_is_only_shown() -> None:
    [found] = linter_of(PROSE).lint(Document("He said “one two” then."))
    assert found.fix is not None
    assert found.fix.applicability is Applicability.DISPLAY


def test_the_worse_of_two_overlapping_fixes_wins() -> None:
    worse = PROSE.replace("SPC901", "SPC902").replace("test-pair", "test-two")
    worse = worse.replace("warning", "error").replace("one two", "two").replace("three", "2")
    found = linter_of(PROSE, worse).lint(Document("one two"))
    assert [edit.replacement for fix in choose(found, SAFE_AND_UNSAFE) for edit in fix.edits] == [
        "2"
    ]


GLOSS = """\
code: NAM901
name: test-gloss
kind: doubled-gloss
severity: error
message: "{term}"
explanation: x
examples: [{good: x}]
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_check_that_raises_is_one_diagnostic(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr("newslint.linter._LONG", 1)

    def find(self: DoubledGloss, document: Document) -> Iterator[Match]:
        yield Match(Span(0, 1), {"term": repr(self)})
        raise ZeroDivisionError(document.text)

    monkeypatch.setattr(DoubledGloss, "find", find)
    own = [rule for rule in load_rules() if rule.code == "NWL001"]
    linter = Linter([*own, load_rule(GLOSS, "x"), load_rule(PROSE, "y")], jobs=jobs)
    found = linter.lint(Document("one two (Paris)"))
    assert [item.code for item in found] == ["NWL001", "SPC901"]
    assert "NAM901" in found[0].message
    assert "ZeroDivisionError" in found[0].message


def test_a_linter_pickles_as_its_rules(linter: Linter) -> None:
    copy = pickle.loads(pickle.dumps(linter))  # noqa: S301 - our own bytes
    text = (SEEDS / "002_b74589b109af5ee8.txt").read_text(encoding="utf-8")
    assert copy.lint(Document(text)) == linter.lint(Document(text))


def test_the_scan_changes_nothing_but_time(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = load_rules()
    with_scan = Linter(rules)
    with_scan.check_rules()
    monkeypatch.setenv("NEWSLINT_NO_SCAN", "1")
    without = Linter(rules)
    without.check_rules()
    for path in sorted(SEEDS.glob("*.txt")):
        document = Document(path.read_text(encoding="utf-8"))
        assert with_scan.lint(document) == without.lint(document)


def test_patterns_that_were_only_proven_are_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    linter = Linter(load_rules())
    linter.check_rules()
    assert compiled.cache_info().currsize == 0
    assert [item.code for item in linter.lint(Document("Fish &amp; chips"))] == ["MRK301"]
    assert 0 < compiled.cache_info().currsize < 50


@pytest.mark.parametrize("language", [None, "en"])
def test_to_put_texts_away_changes_nothing(
    linter: Linter, monkeypatch: pytest.MonkeyPatch, language: str | None
) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    linter = Linter(linter.rules, linter.context, Scopes(language=language))
    found = linter.lint_all(map(Document, texts))
    monkeypatch.setattr("newslint.reading._LONG", 0)
    documents = [Document(text) for text in texts]
    assert linter.lint_all(documents) == found
    assert not all("text" in vars(document) for document in documents)
    assert [document.text for document in documents] == texts


@given(text=NASTY_TEXTS)
def test_no_text_breaks_the_linter(linter: Linter, text: str) -> None:
    for item in linter.lint(Document(text)):
        assert item.code != "NWL001", item.message
        assert 0 <= item.span.start <= item.span.end <= len(text)
        for edit in item.fix.edits if item.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(text)


@given(text=NASTY_TEXTS)
@pytest.mark.parametrize("applicable", [SAFE, SAFE_AND_UNSAFE])
def test_fixing_twice_changes_nothing_more(
    linter: Linter, applicable: frozenset[Applicability], text: str
) -> None:
    once = fix_document(Document(text), linter.lint, applicable)
    twice = fix_document(once.document, linter.lint, applicable)
    assert twice.document.text == once.document.text
    assert not choose(once.diagnostics, applicable)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_safe_fixes_of_the_seeds_change_no_word(linter: Linter, path: object) -> None:
    text = SEEDS.joinpath(str(path)).read_text(encoding="utf-8")
    fixed = fix_document(Document(text), linter.lint, SAFE).document.text
    kept = "".join(filter(str.isalpha, fixed))
    assert kept == "".join(filter(str.isalpha, text))


WORD = """\
code: TST101
name: bad-word
kind: pattern
severity: warning
message: "{match}"
explanation: x
match: {regex: '[Bb]ay'}
examples: [{good: x}]
"""


@pytest.mark.parametrize(
    ("accepted", "code", "found"),
    [
        ("ebay", "TST101", ["Bay", "bay"]),
        ("bay", "TST101", []),
        ("other", "TST101", ["Bay", "Bay", "Bay", "bay", "bay"]),
        ("ebay", "MRK901", ["Bay", "Bay", "Bay", "bay", "bay"]),
    ],
)
def test_accepted_words_are_left_alone_wherever_they_stand(
    accepted: str, code: str, found: list[str]
) -> None:
    context = Context(accepted=frozenset({accepted}))
    linter = Linter([load_rule(WORD.replace("TST101", code), "test.yaml")], context)
    text = "“eBay” and (eBay), but not MyeBay, the bay or (ebay)."
    assert [item.text for item in linter.lint(Document(text))] == found
