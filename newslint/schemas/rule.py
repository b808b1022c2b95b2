"""The schema of a rule file."""

from __future__ import annotations

from typing import Any, cast

from newslint.checks.registry import kind_of, kinds
from newslint.diagnostics import Applicability, Severity
from newslint.ruleset import loader
from newslint.ruleset.described import arguments
from newslint.ruleset.model import CODE, NAME, ROLES, Example, FixTemplate, Rule
from newslint.schemas.types import DIALECT, Schema, dataclass_schema, type_schema

_SET_BY_THE_RUN = frozenset({"context"})
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_ROLES: Schema = {"type": "array", "items": {"enum": list(ROLES)}}


def schema() -> Schema:
    """Return the schema of a rule file, with the parameters of every bundled kind."""
    described = arguments(Rule)
    properties: dict[str, Schema] = {
        "code": _TEXT | {"pattern": f"^{CODE.pattern}$"},
        "name": _TEXT | {"pattern": f"^{NAME.pattern}$"},
        "kind": {"anyOf": [{"enum": kinds()}, _TEXT]},
        "severity": type_schema(Severity),
        "message": _TEXT,
        "explanation": _TEXT,
        "match": {"type": "object"},
        "fix": _fix(),
        "examples": {"type": "array", "items": _example()},
        "languages": _TEXTS,
        "roles": _ROLES,
        "not-roles": _ROLES,
        "references": _TEXTS,
    }
    for name, keyword in properties.items():
        properties[name] = {"description": described[name.replace("-", "_")]} | keyword
    return {
        "$schema": DIALECT,
        "title": "newslint rule",
        "type": "object",
        "properties": properties,
        "required": list(loader.REQUIRED),
        "additionalProperties": False,
        "not": {"required": ["roles", "not-roles"]},
        "allOf": [_kind(name) for name in kinds()],
        "$defs": {name: _parameters(name) for name in kinds()},
    }


def _kind(name: str) -> Schema:
    """Return what the kind of a rule says about its `match`."""
    then: Schema = {"properties": {"match": {"$ref": f"#/$defs/{name}"}}}
    if _parameters(name).get("required"):
        then["required"] = ["match"]
    return {
        "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
        "then": then,
    }


def _parameters(name: str) -> Schema:
    return dataclass_schema(cast("type[Any]", kind_of(name)), without=_SET_BY_THE_RUN)


def _fix() -> Schema:
    fix = {
        "applicability": type_schema(Applicability),
        "title": _TEXT,
        "replace": _TEXT,
        "delete": {"enum": list(loader.DELETIONS)},
    }
    described = arguments(FixTemplate)
    return {
        "type": "object",
        "properties": {
            name: {"description": described[name]} | keyword for name, keyword in fix.items()
        },
        "required": ["applicability", "title"],
        "additionalProperties": False,
        "not": {"required": ["replace", "delete"]},
    }


def _example() -> Schema:
    described = arguments(Example)
    nth: Schema = {
        "type": "object",
        "properties": {"text": _TEXT, "nth": {"type": "integer", "minimum": 1}},
        "required": ["text", "nth"],
        "additionalProperties": False,
    }
    special: dict[str, Schema] = {
        "bad": _TEXT | {"description": "A text in which the rule must find what `at` marks."},
        "good": _TEXT | {"description": "A text in which every rule must be silent."},
        "at": {
            "description": described["at"],
            "type": "array",
            "items": {"anyOf": [_TEXT, nth]},
        },
        "expect": {"description": described["expect_miss"], "const": "miss"},
        "fixed": _TEXT | {"description": described["fixed"]},
        "reason": _TEXT | {"description": described["reason"]},
    }
    return {
        "type": "object",
        "properties": {name: special.get(name, _TEXT) for name in loader.EXAMPLE},
        "oneOf": [{"required": ["bad"]}, {"required": ["good"]}],
        "additionalProperties": False,
    }
