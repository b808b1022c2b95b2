from __future__ import annotations

import marshal
import sys
from pathlib import Path

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.automaton import Automaton, compile_patterns
from newslint.document import Document
from newslint.engines import Look
from newslint.linter import Linter
from newslint.plans import KeptPatterns
from newslint.ruleset.bundled import load_rules
from newslint.scan import Scan, Triggers, patterns_of, plan_of
from newslint.text.literals import required_literals

RULES = tuple(rule for rule in load_rules() if rule.kind != "newslint")
TEXTS = [example.text for rule in RULES for example in rule.examples]


@pytest.fixture(scope="module")
def triggers() -> list[Triggers]:
    linter = Linter(RULES)
    return [linter.check_of(rule).triggers() for rule in RULES]


def test_every_bundled_pattern_is_found_wherever_re2_finds_it(triggers: list[Triggers]) -> None:
    patterns = list(patterns_of(triggers)[0])
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


def test_a_pattern_too_large_is_known_by_its_literals() -> None:
    huge = (
        "(?:" + "|".join(f"[a-z ]{{5,12}}x{number:03}[^a]{{5,12}}" for number in range(200)) + ")"
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
def kept(tmp_path: Path) -> KeptPatterns:
    return KeptPatterns(tmp_path / "cache" / "plan.automata", lambda: FEW)


def test_an_automaton_is_kept_for_the_next_run(kept: KeptPatterns) -> None:
    assert kept.load() == []
    made, again = kept.make(), kept.load()
    looks = [Look(b"See also: more", b"see also: more", set()) for _ in range(2)]
    for look, automata in zip(looks, (made, again), strict=True):
        for automaton in automata:
            automaton.find(look)
    assert looks[0].found == looks[1].found != set()


@pytest.mark.parametrize(
    "content", [b"", b"no automata", marshal.dumps([(b"none", [[1]])]), marshal.dumps([1])]
)
def test_a_damaged_automaton_is_none(kept: KeptPatterns, content: bytes) -> None:
    kept.path.parent.mkdir()
    kept.path.write_bytes(content)
    assert kept.load() == []


def test_without_hyperscan_there_is_none(
    kept: KeptPatterns, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.make()
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert kept.load() == []
    assert kept.make() == []


def test_a_long_run_makes_the_automaton(kept: KeptPatterns) -> None:
    prose = b"He told her about a year on the sea.\nAdvert\n"
    scan = Scan(plan_of(FEW), kept)
    assert scan.candidates(prose) == {0, 3, 4}
    assert not kept.path.exists()
    scan.expect(100_000_000)
    assert kept.path.exists()
    assert scan.candidates(prose) == {0, 4}


def test_reading_alone_makes_none(kept: KeptPatterns) -> None:
    Scan(plan_of(FEW), kept).candidates(b"word " * 2_000_000)
    assert not kept.path.exists()


def test_letters_that_fold_into_ascii_are_found(kept: KeptPatterns) -> None:
    scan = Scan(plan_of(FEW), kept)
    folded = "our new\N{LATIN SMALL LETTER LONG S}letter".encode()
    assert scan.candidates(folded) == {0, 2}
    scan.expect(100_000_000)
    assert scan.candidates(folded) == {0, 2}


def test_every_example_gives_the_same_with_and_without_the_automaton(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    with_it, without = Linter(RULES), Linter(RULES)
    without.check_rules()
    with_it.expect(100_000_000)
    for text in TEXTS[::3]:
        assert with_it.lint(Document(text)) == without.lint(Document(text))
