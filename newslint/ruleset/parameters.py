"""The `match` section of a rule as the typed parameters of its check."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from newslint.ruleset.model import Rule
from newslint.ruleset.suggest import did_you_mean

Parameters = TypeVar("Parameters")
_NAMES = {str: "text", int: "a whole number", bool: "true or false", float: "a number"}


def bind(
    cls: type[Parameters], rule: Rule, given: Mapping[str, object] | None = None
) -> Parameters:
    """Return the rule's `match` section as a dataclass.

    Keys are the field names with hyphens; a single value is taken for a list of one.

    Args:
        cls: a dataclass whose fields are strings, numbers, truth values, tuples of
            strings, string mappings or `Literal`s.
        rule: the rule whose section is read.
        given: values of fields that the program sets; a rule cannot name them.

    Raises:
        RuleError: if a key is unknown, missing or of the wrong type.
    """
    hints: dict[str, Any] = _hints(cls)  # type: ignore[arg-type] # a class is hashable
    values: dict[str, Any] = {name: value for name, value in (given or {}).items() if name in hints}
    known = {name.replace("_", "-"): name for name in hints if name not in values}
    for key, value in rule.match.items():
        if key not in known:
            problem = f"the kind “{rule.kind}” has no parameter “{key}”. {did_you_mean(key, known)}"
            raise rule.error(problem, f"match.{key}")
        values[known[key]] = _convert(value, hints[known[key]], rule, key)
    for item in fields(cls):  # type: ignore[arg-type] # dataclasses have no common type
        required = item.default is MISSING and item.default_factory is MISSING
        if required and item.name not in values:
            key = item.name.replace("_", "-")
            raise rule.error(f"the kind “{rule.kind}” needs the parameter “{key}”.", "match")
    return cls(**values)


@lru_cache(maxsize=64)
def _hints(cls: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {item.name: hints[item.name] for item in fields(cls) if item.init}


def _convert(value: object, hint: Any, rule: Rule, key: str) -> object:  # noqa: ANN401
    origin = get_origin(hint)
    if origin is types.UnionType:
        hint = next(choice for choice in get_args(hint) if choice is not types.NoneType)
        return _convert(value, hint, rule, key)
    if origin is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(_convert(item, get_args(hint)[0], rule, key) for item in items)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise rule.error(f"“{key}” must be a mapping.", f"match.{key}")
        inner = get_args(hint)[1]
        return {str(name): _convert(item, inner, rule, key) for name, item in value.items()}
    if origin is Literal:
        if value not in get_args(hint):
            problem = f"“{key}” cannot be “{value}”. {did_you_mean(str(value), get_args(hint))}"
            raise rule.error(problem, f"match.{key}")
        return value
    if type(value) is not hint:
        problem = f"“{key}” must be {_NAMES[hint]}, not “{value}”."
        raise rule.error(problem, f"match.{key}")
    return value
