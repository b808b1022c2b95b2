from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.linter import Linter
from newslint.ruleset.bundled import bundled_directory, load_rules
from newslint.ruleset.loader import load_directory, rule_files
from newslint.ruleset.model import RuleError
from newslint.ruleset.parts import Parts, parts_of
from newslint.text.span import Span

RULE = """\
code: TST101
name: credit
kind: pattern
severity: error
message: "{match} is a credit"
explanation: It is.
match:
  regex: ['Photo: {{agency}}']
  unless: ['{{wire}}$']
examples:
  - bad: "Photo: Getty"
    at: ["Photo: Getty"]
  - good: "Photo: AFP"
"""
PARTS = """\
wire: [AP, AFP]
agency: ['{{wire}}', 'Getty|Alamy']
"""


def written(folder: Path, parts: str, rule: str = RULE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "parts.yaml").write_text(parts, encoding="utf-8")
    (folder / "TST101-credit.yaml").write_text(rule, encoding="utf-8")
    return folder


def test_the_patterns_of_a_rule_are_filled_with_the_parts_of_its_folder(tmp_path: Path) -> None:
    (rule,) = load_directory(written(tmp_path, PARTS))
    assert rule.match == {
        "regex": ["Photo: (?:(?:AP|AFP)|Getty|Alamy)"],
        "unless": ["(?:AP|AFP)$"],
    }
    assert rule.message == "{match} is a credit"
    (found,) = Linter([rule]).lint(Document("By AP. Photo: Alamy"))
    assert found.span == Span(7, 19)


def test_a_part_is_one_group_wherever_it_stands() -> None:
    parts = Parts({"wire": "AP|AFP"})
    assert parts.filled("{{wire}}+ {{wire}}") == "(?:AP|AFP)+ (?:AP|AFP)"


def test_a_file_of_parts_is_no_rule(tmp_path: Path) -> None:
    folder = written(tmp_path, PARTS)
    assert [path.name for path in rule_files(folder)] == ["TST101-credit.yaml"]


def test_the_parts_of_another_folder_are_not_known(tmp_path: Path) -> None:
    written(tmp_path / "one", PARTS)
    written(tmp_path / "two", "wire: AP\n", RULE.replace("TST101", "TST102").replace("credit", "x"))
    with pytest.raises(RuleError, match=r"“\{\{agency\}\}” is no part"):
        load_directory(tmp_path)


def test_braces_stand_for_themselves_where_a_folder_has_no_parts(tmp_path: Path) -> None:
    (tmp_path / "TST101-credit.yaml").write_text(RULE, encoding="utf-8")
    (rule,) = load_directory(tmp_path)
    assert rule.match["regex"] == ["Photo: {{agency}}"]


@pytest.mark.parametrize("braces", [r"\{\{wire}}", "{{ wire }}", "{{Wire}}", "{wire}", "a{{2}}"])
def test_other_braces_are_left_alone(braces: str) -> None:
    assert Parts({"wire": "AP"}).filled(braces) == braces


@pytest.mark.parametrize(
    ("parts", "rule", "place", "says"),
    [
        (
            PARTS,
            RULE.replace("{{agency}}", "{{agencys}}"),
            "credit.yaml:8",
            "Did you mean “agency”",
        ),
        (PARTS, RULE.replace("{{wire}}", "{{x}}"), "credit.yaml:9", "Known are: agency, wire."),
        ("agency: '{{wire}}'\nwire: AP\n", RULE, "parts.yaml:1", "“{{wire}}” is no part"),
        ("a: AP\nb: '{{b}}'\n", RULE, "parts.yaml:2", "“{{b}}” is no part that is defined above"),
        ("a: AP\nb: '(AP'\n", RULE, "parts.yaml:2", "the part “b”: RE2 cannot read “(AP”"),
        ("a: 'AP)|(?:AFP'\n", RULE, "parts.yaml:1", "RE2 cannot read"),
        ("a: AP\nb: 5\n", RULE, "parts.yaml:2", "a pattern or a list of patterns"),
        ("a: AP\nb:\n", RULE, "parts.yaml:2", "a pattern or a list of patterns"),
        ("a: []\n", RULE, "parts.yaml:1", "a pattern or a list of patterns"),
        ("a: ['']\n", RULE, "parts.yaml:1", "a pattern or a list of patterns"),
        ("a: AP\nBig: AP\n", RULE, "parts.yaml:2", "lower-case words with hyphens"),
        ("a: AP\n2: AP\n", RULE, "parts.yaml:2", "lower-case words with hyphens"),
        ("a: AP\non: AP\n", RULE, "parts.yaml:1", "“True”: a name is lower-case"),
        ("a: AP\na: AFP\n", RULE, "parts.yaml:2", "stands twice"),
        ("- AP\n", RULE, "parts.yaml:1", "one mapping of names to patterns"),
        ("", RULE, "parts.yaml:1", "one mapping of names to patterns"),
    ],
)
def test_a_bad_part_says_where_and_what_to_do(
    tmp_path: Path, parts: str, rule: str, place: str, says: str
) -> None:
    with pytest.raises(RuleError) as caught:
        load_directory(written(tmp_path, parts, rule))
    assert caught.value.place.endswith(place)
    assert says in str(caught.value)


def test_a_file_of_parts_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "parts.yaml").write_bytes(b"a: '\xff'\n")
    with pytest.raises(RuleError, match=r"parts\.yaml:1: the rule file cannot be read"):
        parts_of(tmp_path)


def test_parts_that_double_with_every_line_are_refused(tmp_path: Path) -> None:
    doubled = "".join(f"a{n}: '{{{{a{n - 1}}}}}{{{{a{n - 1}}}}}'\n" for n in range(1, 60))
    with pytest.raises(RuleError, match=r"longer than 20,000 characters; split it"):
        load_directory(written(tmp_path, "a0: abcdefgh\n" + doubled))
    with pytest.raises(ValueError, match="longer than"):
        Parts({"a": "a" * 10_000}).filled("{{a}}{{a}}")


def test_a_long_pattern_without_parts_is_the_authors_own_business() -> None:
    assert Parts({"a": "AP"}).filled("a" * 30_000) == "a" * 30_000


@given(st.text(), st.lists(st.sampled_from(["AP|AFP", "x+", "[a-z]"]), max_size=3))
def test_what_names_no_part_is_kept(text: str, patterns: list[str]) -> None:
    parts = Parts({f"p{number}": pattern for number, pattern in enumerate(patterns)})
    kept = text.replace("{", "")
    assert parts.filled(kept) == kept
    for name, pattern in parts.patterns.items():
        assert parts.filled(f"{kept}{{{{{name}}}}}{kept}") == f"{kept}(?:{pattern}){kept}"


def test_a_changed_part_changes_the_rules_that_were_kept(tmp_path: Path) -> None:
    folder = written(tmp_path, PARTS)

    def regex() -> object:
        (rule,) = (rule for rule in load_rules([folder]) if rule.code == "TST101")
        return rule.match["regex"]

    assert regex() == ["Photo: (?:(?:AP|AFP)|Getty|Alamy)"]
    (folder / "parts.yaml").write_text(PARTS.replace("Alamy", "Sipa Press"), encoding="utf-8")
    assert regex() == ["Photo: (?:(?:AP|AFP)|Getty|Sipa Press)"]


def test_every_bundled_part_is_used() -> None:
    for path in sorted(bundled_directory().rglob("parts.yaml")):
        parts = parts_of(path.parent)
        assert parts is not None
        texts = [file.read_text(encoding="utf-8") for file in path.parent.glob("*.yaml")]
        for name in parts.patterns:
            assert any(f"{{{{{name}}}}}" in text for text in texts), f"{path}: {name}"
