"""Plain data, as YAML and TOML give it, as the typed fields of a dataclass."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from newslint.ruleset.suggest import did_you_mean

Bound = TypeVar("Bound")
ErrorAt = Callable[[str, str], Exception]
"""Makes the error for a problem, said as a sentence, and the dotted path of a key."""

_NAMES = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    float: "a number",
    Path: "a path",
}


class Binder(NamedTuple):
    """Makes dataclasses of mappings: keys are the field names with hyphens.

    A field is a string, number, truth value, path, enumeration or `Literal`, a tuple
    or mapping of such, or a dataclass; a single value is taken for a list of one.

    Args:
        error: makes the error about a key.
        unknown: what is said about a key that there is not, `{}` for the key.
        missing: what is said about a key that is needed.
    """

    error: ErrorAt
    unknown: str = "the key “{}” is unknown."
    missing: str = "the key “{}” is missing."

    def bind(
        self,
        cls: type[Bound],
        value: object,
        path: str = "",
        given: Mapping[str, object] | None = None,
    ) -> Bound:
        """Return a mapping as a dataclass.

        Args:
            cls: the dataclass.
            value: the mapping.
            path: the dotted path of the mapping itself, for messages.
            given: values of fields that the program sets; the mapping cannot name them.

        Raises:
            Exception: what `error` makes, if a key is unknown, missing or of the wrong type.
        """
        if not isinstance(value, dict):
            raise self.error(f"{_quoted(path)} must be a mapping of keys.", path)
        names = [item.name for item in fields(cls) if item.init]  # type: ignore[arg-type] # any is given
        values = {name: item for name, item in (given or {}).items() if name in names}
        known = {name.replace("_", "-"): name for name in names if name not in values}
        for key, item in value.items():
            if key not in known:
                problem = f"{self.unknown.format(key)} {did_you_mean(str(key), known)}"
                raise self.error(problem, _below(path, key))
            hint = field_types(cls)[known[key]]  # type: ignore[arg-type] # a class is hashable
            values[known[key]] = self._convert(item, hint, _below(path, key))
        for name in required_fields(cls):
            if name not in values:
                raise self.error(self.missing.format(name.replace("_", "-")), path)
        return cls(**values)

    def _convert(self, value: object, hint: Any, path: str) -> object:  # noqa: ANN401
        origin = get_origin(hint)
        if origin in (types.UnionType, Union):
            return self._convert(value, present(hint), path)
        if value is None:
            raise self.error(f"{_quoted(path)} is empty; give it a value or take it out.", path)
        if origin is tuple:
            inner = get_args(hint)[0]
            if not isinstance(value, list):
                return (self._convert(value, inner, path),)
            return tuple(
                self._convert(item, inner, f"{path}.{number}") for number, item in enumerate(value)
            )
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._mapping(value, get_args(hint)[1], path)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.bind(hint, value, path)
        return self._single(value, hint, path)

    def _mapping(self, value: object, inner: Any, path: str) -> dict[str, object]:  # noqa: ANN401
        if not isinstance(value, dict):
            raise self.error(f"{_quoted(path)} must be a mapping.", path)
        return {
            str(key): self._convert(item, inner, _below(path, key)) for key, item in value.items()
        }

    def _single(self, value: object, hint: Any, path: str) -> object:  # noqa: ANN401
        choices = choices_of(hint)
        if choices is not None:
            if value not in choices:
                suggestion = did_you_mean(str(value), map(str, choices))
                raise self.error(f"{_quoted(path)} cannot be “{value}”. {suggestion}", path)
            return hint(value) if isinstance(hint, type) else value
        plain = {Path: (str,), float: (float, int)}.get(hint, (hint,))
        if type(value) not in plain:
            raise self.error(f"{_quoted(path)} must be {_NAMES[hint]}, not “{value}”.", path)
        return hint(value)


@lru_cache(maxsize=64)
def field_types(cls: type[Any]) -> dict[str, Any]:
    """Return the type of each field of a dataclass that its caller gives."""
    hints = get_type_hints(cls)
    return {item.name: hints[item.name] for item in fields(cls) if item.init}


def required_fields(cls: type[Any]) -> list[str]:
    """Return the fields of a dataclass that have no default."""
    return [
        item.name
        for item in fields(cls)
        if item.default is MISSING and item.default_factory is MISSING
    ]


def choices_of(hint: Any) -> list[Any] | None:  # noqa: ANN401
    """Return the values of a `Literal` or an enumeration; None for another type."""
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return [choice.value for choice in hint]
    return None


def present(hint: Any) -> Any:  # noqa: ANN401
    """Return the type of an optional value where there is one."""
    return next(choice for choice in get_args(hint) if choice is not types.NoneType)


def _below(path: str, key: object) -> str:
    return f"{path}.{key}" if path else str(key)


def _quoted(path: str) -> str:
    """Return how a message names a key: without the section that everybody knows."""
    return f"“{path.removeprefix('match.')}”" if path else "the file"
