from __future__ import annotations

from itertools import chain

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.pattern import Pattern
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.text.near_letters import is_near, narrowed
from newslint.text.regex import Regex, compiled

NEAR = "".join(map(chr, chain(range(0x280), range(0x2000, 0x20C0))))
RULES = [rule for rule in load_rules() if rule.kind == "pattern"]
TEXTS = [example.text.encode() for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(
    "pattern", [r"\pL", r"\pN", r"\p{Lu}", r"\p{Ll}", r"[^\pL\pN]", r"(?i:\pL)"]
)
def test_every_near_character_is_what_it_is_in_re2(pattern: str) -> None:
    near = narrowed(pattern)
    assert near is not None
    full, quick = re2.compile(pattern), re2.compile(near)
    assert [bool(full.match(one)) for one in NEAR] == [bool(quick.match(one)) for one in NEAR]


@pytest.mark.parametrize(
    ("pattern", "near"),
    [
        ("[a-z]", None),
        (r"\\pL", None),
        (r"\p{Han}", None),
        (r"\pL\PL", None),
        (r"\p{^L}", None),
        (r"(?i:\p{Lu})", None),
        (r"[[:alpha:]\pN]\pN", "[[:alpha:]0-9²-³¹¼-¾⁰⁴-⁹₀-₉][0-9²-³¹¼-¾⁰⁴-⁹₀-₉]"),
        (r"[]\pN]", "[]0-9²-³¹¼-¾⁰⁴-⁹₀-₉]"),
        (r"[^]\]\pN]", r"[^]\]0-9²-³¹¼-¾⁰⁴-⁹₀-₉]"),
        (r"\[\pN", r"\[[0-9²-³¹¼-¾⁰⁴-⁹₀-₉]"),
        (r"[a[]\pN", "[a[][0-9²-³¹¼-¾⁰⁴-⁹₀-₉]"),
    ],
)
def test_what_stands_within_a_class_and_what_does_not(pattern: str, near: str | None) -> None:
    assert narrowed(pattern) == near


@given(st.text())
def test_a_near_text_holds_near_characters_alone(text: str) -> None:
    assert is_near(text.encode("utf-8", "surrogatepass")) == (set(text) <= set(NEAR))


@given(st.text(NEAR, max_size=6).map(lambda part: part * 400), st.sampled_from(["", "Ж", "ẞ", "℃"]))
def test_a_long_text_is_remembered_for_what_it_is(text: str, last: str) -> None:
    assert is_near((text + last).encode()) == (not last)


def test_bundled_patterns_find_the_same_in_both_forms() -> None:
    linter = Linter(RULES)
    checks = (linter.check_of(rule) for rule in RULES)
    patterns = {one for check in checks if isinstance(check, Pattern) for one in check.regex}
    both = [
        (re2.compile(one.encode()), re2.compile(near.encode()))
        for one in patterns
        if (near := narrowed(one))
    ]
    assert len(both) > 30
    found = 0
    for text in filter(is_near, TEXTS):
        for full, near in both:
            places = [_spans(match) for match in full.finditer(text)]
            assert places == [_spans(match) for match in near.finditer(text)]
            found += len(places)
    assert found > 100


def _spans(match: Regex) -> list[tuple[int, int]]:
    return [match.span(group) for group in range(match.re.groups + 1)]


def test_texts_of_other_scripts_are_searched_with_the_whole_pattern() -> None:
    pattern = compiled(r"(?P<first>\p{Lu})\pL+")
    data = "kyiv, Київ".encode()
    assert pattern.search(data).group(b"first") == "К".encode()
    assert pattern.search(b"in Kyiv").span() == (3, 7)
    assert [match.span() for match in pattern.finditer(data)] == [(6, 14)]
    assert pattern.match(data) is None
    assert pattern.fullmatch("Київ".encode()) is not None
    assert pattern.search(data, 8) is None
    assert dict(pattern.groupindex) == {b"first": 1}


def test_what_is_wrong_with_a_pattern_is_said_of_the_pattern_as_written() -> None:
    with pytest.raises(ValueError, match=r"RE2 cannot read “\\pL\(”"):
        compiled(r"\pL(")
