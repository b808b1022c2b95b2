from __future__ import annotations

from pathlib import Path

import pytest

from newslint.checks.registry import check_of
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.cache import PlainCache
from newslint.ruleset.loader import check_unique, load_directory, load_rule
from newslint.ruleset.model import Rule, RuleError
from newslint.ruleset.plain_rules import plain_rules, rules_of

GOOD = """\
code: TST101
name: bad-word
kind: pattern
severity: error
message: "{match} is bad"
explanation: It is.
match:
  regex: 'foo'
examples:
  - bad: "a foo"
    at: ["foo"]
  - good: "a bar"
"""


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_rule_knows_its_place() -> None:
    assert load_rule(GOOD, "x.yaml").place == "x.yaml:1"


@pytest.mark.parametrize(
    ("source", "place", "says"),
    [
        (changed("severity: error", "serverity: error"), "x.yaml:4", "Did you mean “severity”?"),
        (changed("severity: error", "severity: fatal"), "x.yaml:4", "Known are: error, info"),
        (changed("code: TST101", "code: T1"), "x.yaml:1", "three capitals and three digits"),
        (changed("name: bad-word", "name: Bad Word"), "x.yaml:2", "lower-case words"),
        (changed('message: "{match} is bad"\n', ""), "x.yaml:1", "“message” is missing"),
        (changed("explanation: It is.", "explanation: 5"), "x.yaml:6", "put it in quotation marks"),
        (changed("  - bad:", "  - worse:"), "x.yaml:10", "“worse” is unknown"),
        (changed("  - good:", "  - bad: x\n    good:"), "x.yaml:12", "either “bad” or “good”"),
        (changed("name: bad-word", "name: a\nname: b"), "x.yaml:3", "stands twice"),
        (changed("  regex: 'foo'", "  regex: 'foo"), "x.yaml:", "no valid YAML"),
        (changed("match:", "fix: {applicability: safe}\nmatch:"), "x.yaml:7", "needs “title”"),
        (
            changed("match:", "fix: {applicability: sfe, title: t}\nmatch:"),
            "x.yaml:7",
            "Did you mean “safe”?",
        ),
        ("- a\n- b\n", "x.yaml:1", "one mapping"),
        ("a: !!python/object/apply:os.system [ls]\n", "x.yaml:1", "no valid YAML"),
        (GOOD.split("examples:", maxsplit=1)[0], "x.yaml:1", "needs “examples”"),
    ],
)
def test_a_bad_file_says_where_and_what_to_do(source: str, place: str, says: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rule(source, "x.yaml")
    assert caught.value.place.startswith(place)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("source", "place", "says"),
    [
        (changed("kind: pattern", "kind: patern"), "x.yaml:3", "Did you mean “pattern”?"),
        (changed("  regex: 'foo'", "  regx: 'foo'"), "x.yaml:8", "Did you mean “regex”?"),
        (changed("  regex: 'foo'", "  once: true"), "x.yaml:7", "needs the parameter “regex”"),
        (changed("  regex: 'foo'", "  regex: 5"), "x.yaml:8", "must be text, not “5”"),
        (changed("  regex: 'foo'", "  regex: '(foo'"), "x.yaml:7", "RE2 cannot read"),
        (changed("  regex: 'foo'", "  regex: 'a*'"), "x.yaml:7", "match everywhere"),
        (changed("  regex: 'foo'", "  regex: '(?=a)b'"), "x.yaml:7", "RE2 cannot read"),
        (changed("regex: 'foo'", "regex: 'foo'\n  report: x"), "x.yaml:7", "lacks"),
        (changed("{match} is bad", "{mtch} is bad"), "x.yaml:5", "gives no “{mtch}”"),
    ],
)
def test_a_bad_parameter_says_where_and_what_to_do(source: str, place: str, says: str) -> None:
    rule = load_rule(source, "x.yaml")
    with pytest.raises(RuleError) as caught:
        Linter([rule]).check_rules()
    assert caught.value.place.startswith(place)
    assert says in str(caught.value)


def test_two_rules_cannot_share_a_code_or_a_name() -> None:
    one = load_rule(GOOD, "one.yaml")
    other = load_rule(changed("TST101", "TST102"), "other.yaml")
    with pytest.raises(RuleError, match=r"“bad-word” is taken by one\.yaml:1"):
        check_unique([one, other])


def test_a_cache_gives_back_the_same_rules(tmp_path: Path) -> None:
    file = tmp_path / "TST101-bad-word.yaml"
    file.write_text(GOOD, encoding="utf-8")
    rules = load_directory(tmp_path)
    cache = PlainCache(tmp_path / "cache" / "rules.json")
    assert cache.read() is None
    cache.write(plain_rules(rules))
    kept = cache.read()
    assert kept is not None
    assert rules_of(kept) == rules


def test_a_changed_rule_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "TST101-bad-word.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert "TST101" in {rule.code for rule in load_rules([tmp_path])}
    file.write_text(GOOD.replace("TST101", "TST999"), encoding="utf-8")
    assert "TST999" in {rule.code for rule in load_rules([tmp_path])}


def test_a_damaged_cache_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "rules.json"
    path.write_text('{"files": {}, "rules": [{"code"', encoding="utf-8")
    assert PlainCache(path).read() is None


def test_single_values_are_lists_of_one() -> None:
    rule: Rule = load_rule(GOOD, "x.yaml")
    assert check_of(rule).triggers() == ("foo",)
