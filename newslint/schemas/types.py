"""Python types as JSON Schema."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from newslint.config.keys import plain_value
from newslint.ruleset.described import arguments
from newslint.ruleset.typed import choices_of, field_types, required_fields

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[Any, str] = {
    str: "string",
    Path: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
}


def dataclass_schema(cls: type[Any], *, without: frozenset[str] = frozenset()) -> Schema:
    """Return the schema of a mapping that is bound to a dataclass.

    Args:
        cls: the dataclass; its docstring describes the keys.
        without: fields that the program sets itself.
    """
    described = arguments(cls)
    defaults = {item.name: item for item in fields(cls)}
    properties = {
        name.replace("_", "-"): _keyword(described.get(name, ""), hint, defaults[name])
        for name, hint in field_types(cls).items()  # type: ignore[arg-type] # a class is hashable
        if name not in without
    }
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [name.replace("_", "-") for name in required_fields(cls)]:
        schema["required"] = required
    return schema


def typed_dict_schema(cls: type[Any]) -> Schema:
    """Return the schema of a `TypedDict`, of which every key is always there."""
    described = arguments(cls)
    properties = {
        name: {"description": described[name]} | type_schema(hint)
        for name, hint in get_type_hints(cls).items()
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def type_schema(hint: Any) -> Schema:  # noqa: ANN401
    """Return the schema of a type that a dataclass or a `TypedDict` uses."""
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        choices = [
            {"type": "null"} if choice is types.NoneType else type_schema(choice)
            for choice in get_args(hint)
        ]
        return {"anyOf": choices}
    if (choices_given := choices_of(hint)) is not None:
        return {"enum": choices_given}
    if isinstance(origin, type):
        item, *_ = [choice for choice in reversed(get_args(hint)) if choice is not Ellipsis]
        return _generic(origin, type_schema(item))
    if is_typeddict(hint):
        return typed_dict_schema(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return dataclass_schema(hint)
    return {"type": _PLAIN[hint]}


def _generic(origin: type[Any], inner: Schema) -> Schema:
    """Return the schema of a list, a tuple or a mapping; a single value is a tuple of one."""
    if issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": inner}
    several = {"type": "array", "items": inner}
    return {"anyOf": [inner, several]} if origin is tuple else several


def _keyword(description: str, hint: Any, item: Any) -> Schema:  # noqa: ANN401
    """Return the schema of one key; a key that can be left out is never written as null."""
    choices = [choice for choice in get_args(hint) if choice is not types.NoneType]
    optional = get_origin(hint) in (types.UnionType, Union) and len(choices) == 1
    schema = {"description": description} | type_schema(choices[0] if optional else hint)
    if item.default is not MISSING and item.default is not None:
        schema["default"] = plain_value(item.default)
    return schema
