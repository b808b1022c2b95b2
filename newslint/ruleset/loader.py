"""Rule files to rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from newslint.diagnostics import Applicability, Severity
from newslint.ruleset.model import (
    CODE,
    NAME,
    REPORTED_BY_NEWSLINT,
    ROLES,
    Example,
    FixTemplate,
    Marked,
    Rule,
    RuleError,
)
from newslint.ruleset.parts import PARTS_FILE, Parts, parts_of
from newslint.ruleset.suggest import did_you_mean
from newslint.ruleset.yaml_lines import read_source, read_yaml

REQUIRED = ("code", "name", "kind", "severity", "message", "explanation")
OPTIONAL = ("match", "fix", "examples", "languages", "roles", "not-roles", "references")
_FIX = ("applicability", "title", "replace", "delete")
FIELDS = ("date", "language", "title", "source")
EXAMPLE = ("bad", "good", "at", "fixed", "expect", "reason", *FIELDS)
DELETIONS = ("span", "line", "paragraph")

Choice = TypeVar("Choice", bound=StrEnum)


def rule_files(directory: Path) -> list[Path]:
    """Return the rule files below a directory, sorted; `knowledge/` holds none."""
    return sorted(
        path
        for path in directory.rglob("*.yaml")
        if path.name != PARTS_FILE and "knowledge" not in path.relative_to(directory).parts
    )


def load_directory(directory: Path) -> tuple[Rule, ...]:
    """Read every rule below a directory.

    Raises:
        RuleError: if a file holds no valid rule, or two rules share a code or a name.
    """
    return load_files(rule_files(directory))


def load_files(paths: Iterable[Path]) -> tuple[Rule, ...]:
    """Read some rule files, each with the parts that the rules of its folder share.

    Raises:
        RuleError: if a file is unreadable or holds no valid rule, or two rules share a code
            or a name.
    """
    parts = lru_cache(maxsize=None)(parts_of)
    return check_unique(
        load_rule(read_source(path), str(path), parts(path.parent)) for path in paths
    )


def check_unique(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules in the order of their codes.

    Raises:
        RuleError: if two share a code or a name.
    """
    seen: dict[str, Rule] = {}
    for rule in rules:
        for key in (rule.code, rule.name):
            if key in seen:
                problem = f"“{key}” is taken by {seen[key].place}; choose another."
                raise RuleError(problem, rule.place)
            seen[key] = rule
    return tuple(sorted(set_of(seen.values()), key=lambda rule: rule.code))


def set_of(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules once each, by code."""
    return list({rule.code: rule for rule in rules}.values())


def load_rule(source: str, place: str, parts: Parts | None = None) -> Rule:
    """Read one rule from YAML.

    Args:
        source: the YAML text.
        place: where it comes from, for messages.
        parts: what its patterns can name, if its folder defines any.

    Raises:
        RuleError: if the text holds no valid rule; the message names the line and the key.
    """
    value, lines = read_yaml(source, place)
    if not isinstance(value, dict):
        raise RuleError("a rule file holds one mapping with the keys of a rule.", f"{place}:1")
    return _Reader(value, lines, place, parts).rule()


class _Reader:
    """Checks one parsed rule file key by key."""

    def __init__(
        self, value: dict[str, Any], lines: Mapping[str, int], place: str, parts: Parts | None
    ) -> None:
        self.value = value
        self.lines = lines
        self.place = place
        self.parts = parts

    def rule(self) -> Rule:
        self.known_keys(self.value, (*REQUIRED, *OPTIONAL), "")
        for key in REQUIRED:
            if key not in self.value:
                raise self.error(f"the key “{key}” is missing.", "")
        code, name, kind = (self.text(self.value, key, key) for key in ("code", "name", "kind"))
        if not CODE.fullmatch(code):
            raise self.error(f"“{code}” is no code: three capitals and three digits.", "code")
        if not NAME.fullmatch(name):
            raise self.error(f"“{name}” is no name: lower-case words with hyphens.", "name")
        match = self.filled(self.mapping(self.value.get("match", {}), "match"), "match")
        fix = self.value.get("fix")
        examples = self.value.get("examples", [])
        if not examples and kind != REPORTED_BY_NEWSLINT:
            raise self.error("a rule needs “examples”: at least one bad and one good.", "")
        if not isinstance(examples, list):
            raise self.error("“examples” is a list.", "examples")
        return Rule(
            code=code,
            name=name,
            kind=kind,
            severity=self.choice(Severity, self.value["severity"], "severity"),
            message=self.text(self.value, "message", "message"),
            explanation=self.text(self.value, "explanation", "explanation").strip(),
            match=match,
            languages=frozenset(self.texts("languages")),
            roles=self.roles("roles"),
            not_roles=self.roles("not-roles"),
            fix=None if fix is None else self.fix(self.mapping(fix, "fix")),
            examples=tuple(
                self.example(self.mapping(item, f"examples.{index}"), f"examples.{index}")
                for index, item in enumerate(examples)
            ),
            references=tuple(self.texts("references")),
            place=f"{self.place}:{self.lines.get('code', 1)}",
            lines=self.lines,
        )

    def fix(self, value: dict[str, Any]) -> FixTemplate:
        self.known_keys(value, _FIX, "fix")
        for key in ("applicability", "title"):
            if key not in value:
                raise self.error(f"the fix needs “{key}”.", "fix")
        delete = value.get("delete")
        if delete is not None and delete not in DELETIONS:
            suggestion = did_you_mean(str(delete), DELETIONS)
            raise self.error(f"“delete” cannot be “{delete}”. {suggestion}", "fix.delete")
        if delete is not None and "replace" in value:
            raise self.error("a fix deletes or replaces, not both.", "fix.delete")
        return FixTemplate(
            applicability=self.choice(Applicability, value["applicability"], "fix.applicability"),
            title=self.text(value, "title", "fix.title"),
            replace=self.text(value, "replace", "fix.replace") if "replace" in value else None,
            delete=delete,
        )

    def example(self, value: dict[str, Any], path: str) -> Example:
        self.known_keys(value, EXAMPLE, path)
        if ("bad" in value) == ("good" in value):
            raise self.error("an example has either “bad” or “good”.", path)
        bad = "bad" in value
        expect = value.get("expect")
        if expect not in (None, "miss"):
            raise self.error("“expect” can only be “miss”.", f"{path}.expect")
        return Example(
            text=self.text(value, "bad" if bad else "good", path),
            bad=bad,
            at=tuple(self.marked(item, f"{path}.at") for item in value.get("at", [])),
            fixed=self.text(value, "fixed", f"{path}.fixed") if "fixed" in value else None,
            expect_miss=expect == "miss",
            reason=value.get("reason"),
            fields={key: str(value[key]) for key in FIELDS if key in value},
        )

    def marked(self, item: object, path: str) -> Marked:
        if isinstance(item, str):
            return Marked(item)
        if isinstance(item, dict) and set(item) == {"text", "nth"}:
            return Marked(str(item["text"]), int(item["nth"]))
        raise self.error("“at” lists strings, or {text: …, nth: …}.", path)

    def filled(self, value: Any, path: str) -> Any:  # noqa: ANN401 - whatever a kind takes
        """Return parameters with the parts that their texts name."""
        if isinstance(value, dict):
            return {key: self.filled(item, f"{path}.{key}") for key, item in value.items()}
        if isinstance(value, list):
            return [self.filled(item, f"{path}.{index}") for index, item in enumerate(value)]
        if self.parts is None or not isinstance(value, str):
            return value
        try:
            return self.parts.filled(value)
        except ValueError as error:
            raise self.error(str(error), path) from error

    def known_keys(self, value: Mapping[str, Any], known: Iterable[str], path: str) -> None:
        for key in value:
            if key not in known:
                where = f"{path}.{key}" if path else str(key)
                raise self.error(f"the key “{key}” is unknown. {did_you_mean(key, known)}", where)

    def mapping(self, value: object, path: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.error(f"“{path}” must be a mapping.", path)
        return {str(key): item for key, item in value.items()}

    def text(self, value: Mapping[str, Any], key: str, path: str) -> str:
        if not isinstance(value[key], str):
            raise self.error(f"“{key}” must be text; put it in quotation marks.", path)
        return str(value[key])

    def texts(self, key: str) -> list[str]:
        value = self.value.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"“{key}” is a list of text.", key)
        return value

    def roles(self, key: str) -> tuple[str, ...]:
        roles = tuple(self.texts(key))
        for number, role in enumerate(roles):
            if role not in ROLES:
                problem = f"there is no role “{role}”. {did_you_mean(role, ROLES)}"
                raise self.error(problem, f"{key}.{number}")
        if key == "not-roles" and roles and self.value.get("roles"):
            raise self.error("a rule has “roles” or “not-roles”, not both.", key)
        return roles

    def choice(self, choices: type[Choice], value: object, path: str) -> Choice:
        try:
            return choices(str(value))
        except ValueError:
            suggestion = did_you_mean(str(value), [str(choice) for choice in choices])
            raise self.error(f"“{path}” cannot be “{value}”. {suggestion}", path) from None

    def error(self, problem: str, path: str) -> RuleError:
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return RuleError(problem, f"{self.place}:{self.lines.get(path, 1)}")
