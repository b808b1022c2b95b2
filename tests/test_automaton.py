from __future__ import annotations

import os
import signal
import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.automaton import Automaton, compile_patterns
from newslint.byte_set import ByteSet
from newslint.checks.pattern import Pattern
from newslint.document import Document
from newslint.engines import ExactSet, Look
from newslint.linter import Linter
from newslint.plans import KeptPlan, kept_plan
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.cache import PlainCache
from newslint.scan import Scan, Triggers, plan_of
from newslint.text.literals import required_literals

RULES = tuple(rule for rule in load_rules() if rule.kind != "newslint")
TEXTS = [example.text for rule in RULES for example in rule.examples]


@pytest.fixture(scope="module")
def triggers() -> list[Triggers]:
    linter = Linter(RULES)
    return [linter.check_of(rule).triggers() for rule in RULES]


def test_every_bundled_pattern_is_found_wherever_re2_finds_it(triggers: list[Triggers]) -> None:
    every = (item for group in plan_of(triggers).groups for item in group)
    patterns = [item for item in every if required_literals(item) is not None]
    compiled = compile_patterns(patterns)
    assert compiled is not None
    automaton = Automaton(compiled)
    regexes = [re2.compile(pattern.encode()) for pattern in patterns]
    needed = [[part.encode() for part in required_literals(item) or ()] for item in patterns]
    found = wider = 0
    for text in TEXTS:
        data = text.encode("utf-8", "surrogatepass")
        lowered = data.lower()
        numbers = set(automaton.find(data))
        for number, literals in enumerate(needed):
            if any(literal in lowered for literal in literals):
                matches = regexes[number].search(data) is not None
                assert number in numbers or not matches, (patterns[number], text)
                found += matches
                wider += number in numbers
    assert found > 1000
    assert wider < found * 1.2


_ATOMS = st.sampled_from(
    r"a é — б . \w \W \s \S \d \pL \p{Lu} \PL \b [ab] [^ab] [aé—] [^é] [é-я] [^\n] [\s—] [\W]"
    r" (?:a|—) (б|bé) (?i:aБ) (?i:É) \x{2014} [[:upper:]] ^ (?m:^) (?m:$) \z \x20 \.".split()
)
_COUNTS = st.sampled_from(["", "", "", "?", "*", "+", "+?", "{2}", "{1,3}", "{2,}", "{0,30}"])
_PATTERNS = st.lists(st.tuples(_ATOMS, _COUNTS).map("".join), min_size=1, max_size=4).map("".join)


@settings(max_examples=150)
@given(_PATTERNS, st.text("abABéÉ—бБ1 .\n\t", max_size=12))
def test_the_wider_pattern_is_found_wherever_the_pattern_is(pattern: str, text: str) -> None:
    data = text.encode()
    try:
        found = re2.compile(pattern.encode()).search(data)
    except re2.error:
        return  # a count behind an anchor
    compiled = compile_patterns([pattern])
    assert compiled is not None
    assert Automaton(compiled).find(data) == [0] or not found
    assert ByteSet([pattern]).find(data) == [0] or not found


def test_a_pattern_too_large_is_known_by_its_literals() -> None:
    huge = (
        "(?:" + "|".join(f"[a-z ]{{5,12}}x{number:03}[^a]{{5,12}}" for number in range(250)) + ")"
    )
    compiled = compile_patterns([f"read on{huge}", "see also"])
    assert compiled is not None
    assert Automaton(compiled).find(b"READ ON") == [0]


FEW: list[Triggers] = [
    None,
    (r"See also: \pL",),
    ("(?i:newsletters?)",),
    (r"about a year \d",),
    (r"(?m)^Advert\s*$",),
    ("[“”]",),
]


@pytest.fixture
def kept(tmp_path: Path) -> KeptPlan:
    kept = KeptPlan(PlainCache(tmp_path / "cache" / "plan.cache"))
    kept.keep(plan_of(FEW))
    return kept


def automata(kept: KeptPlan) -> list[Path]:
    return sorted(kept.cache.path.parent.glob("*.automaton"))


def found(engines: list[ExactSet], data: bytes) -> set[int]:
    look = Look(data, {})
    for engine in engines:
        engine.find(look)
    return set(look.found)


def test_automata_are_kept_for_the_next_run(kept: KeptPlan) -> None:
    assert kept.load() == []
    made, again = kept.make(), kept.load()
    data = b"See also: more\nAdvert\n"
    assert found(made, data) == found(again, data) == {1, 4}


def test_a_further_rule_has_no_other_group_compiled_again(kept: KeptPlan) -> None:
    kept.make()
    before = {path: path.read_bytes() for path in automata(kept)}
    more = KeptPlan(kept.cache)
    more.keep(plan_of([*FEW, (r"(?m)^Advertisement\s*$",)]))
    assert more.load() == []
    assert found(more.make(), b"Advertisement\n") == {6}
    assert len(automata(kept)) == len(before) + 1
    assert all(path.read_bytes() == content for path, content in before.items())


@pytest.mark.parametrize("content", [b"", b"no automaton"])
def test_a_damaged_automaton_is_made_again(kept: KeptPlan, content: bytes) -> None:
    kept.make()
    for path in automata(kept):
        path.write_bytes(content)
    assert kept.load() == []
    assert found(kept.make(), b"newsletter") == found(kept.load(), b"newsletter") == {2}


def test_without_hyperscan_there_is_none(kept: KeptPlan, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.make()
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert kept.load() == []
    assert kept.make() == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a fork")
def test_the_compiler_leaves_no_memory_behind_and_may_be_lost(
    kept: KeptPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def compile_elsewhere(patterns: Collection[str]) -> bytes | None:
        assert os.getpid() != here
        if len(patterns) == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return compile_patterns(patterns)

    monkeypatch.setattr("newslint.plans.compile_patterns", compile_elsewhere)
    assert kept.make() == []
    monkeypatch.undo()
    assert found(kept.make(), b"newsletter") == {2}


def test_a_long_run_makes_the_automata(kept: KeptPlan) -> None:
    prose = b"He told her about a year on the sea.\nAdvert\n"
    scan = Scan(kept, kept)
    assert scan.candidates(prose) == {0, 3, 4}
    assert automata(kept) == []
    scan.expect(100_000_000)
    assert automata(kept) != []
    assert scan.candidates(prose) == {0, 4}


def test_the_first_short_run_makes_none(kept: KeptPlan) -> None:
    scan = Scan(kept, kept)
    scan.expect(1000)
    scan.candidates(b"word " * 2_000_000)
    assert automata(kept) == []


def test_the_second_run_makes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    for _ in range(2):
        assert list(tmp_path.glob("*.automaton")) == []
        Linter(RULES[:3]).expect(1)
    assert list(tmp_path.glob("*.automaton")) != []


def test_a_run_that_can_keep_nothing_makes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    kept_plan(RULES[:3]).keep(plan_of(FEW))
    assert kept_plan(RULES[:3]).used_before
    monkeypatch.setattr("os.access", lambda *_: False)
    assert not kept_plan(RULES[:3]).used_before


def test_threads_share_an_automaton() -> None:
    compiled = compile_patterns([f"word{number}" for number in range(200)])
    assert compiled is not None
    automaton = Automaton(compiled)
    text = " ".join(f"word{number}" for number in range(200)).encode()
    found = automaton.find(text)
    usual = sys.getswitchinterval()
    # Threads change places while they note what was found.
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(automaton.find, [text] * 200)) == [found] * 200
    finally:
        sys.setswitchinterval(usual)


def test_letters_that_fold_into_ascii_are_found(kept: KeptPlan) -> None:
    scan = Scan(kept, kept)
    folded = "our new\N{LATIN SMALL LETTER LONG S}letter".encode()
    assert scan.candidates(folded) == {0, 2}
    scan.expect(100_000_000)
    assert scan.candidates(folded) == {0, 2}


def test_threads_find_what_one_finds(kept: KeptPlan) -> None:
    triggers = [(rf"word{number}\d+", r"[a-z]\d\d") for number in range(600)]
    kept.keep(plan_of([*triggers, None]))
    scan = Scan(kept, kept)
    text = b"".join(b"word%d and " % number for number in range(0, 5000, 7))
    for _ in range(2):
        one, many = scan.all_candidates([text]), scan.all_candidates([text], threads=3)
        assert len(one[0]) > 100
        assert many == one
        scan.expect(100_000_000)


def test_a_check_looks_only_for_those_of_its_patterns_that_were_found(kept: KeptPlan) -> None:
    kept.keep(plan_of([("one|two", r"three \d", "four"), None]))
    scan = Scan(kept, kept)
    text = b"two and four"
    assert scan.all_candidates([text]) == [{0: set(), 1: set()}]
    scan.expect(100_000_000)
    assert scan.all_candidates([text]) == [{0: {0, 2}, 1: set()}]
    pattern = Pattern(regex=("one|two", r"three \d", "four"))
    found = list(pattern.find_triggered(Document(text.decode()), {0, 2}))
    assert found == list(pattern.find(Document(text.decode())))
    assert list(pattern.find_triggered(Document(text.decode()), {2})) == found[1:]


def test_every_example_gives_the_same_in_short_and_long_runs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    short, middling, long = Linter(RULES), Linter(RULES), Linter(RULES)
    short.check_rules()
    middling.expect(9_000_000)
    long.expect(100_000_000)
    for text in TEXTS[::3]:
        expected = short.lint(Document(text))
        assert middling.lint(Document(text)) == expected
        assert long.lint(Document(text)) == expected


def test_a_long_run_looks_for_patterns_without_literals_in_sets(kept: KeptPlan) -> None:
    made = kept.make()
    quickened = kept.quickened(made)
    assert [one is other for one, other in zip(made, quickened, strict=True)].count(False) == 2
    data = "See also: more\nAdvert\n“newsletter”\n".encode()
    assert found(quickened, data) == found(made, data) == {1, 2, 4, 5}


def test_patterns_too_large_for_a_set_stay_an_automaton(
    kept: KeptPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = kept.make()
    monkeypatch.setattr("newslint.text.regex._MEMORY", 1000)
    assert kept.quickened(made) == made
