"""A configuration key by key, each value with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from newslint.config.keys import Keys, plain_value
from newslint.config.model import Config


@dataclass(frozen=True, slots=True)
class Shown:
    """One key.

    Args:
        key: its dotted path.
        value: its value as JSON holds it.
        origin: file and line, the same after `extends `, `option`, or `default`.
    """

    key: str
    value: Any
    origin: str


def shown(config: Config) -> Iterator[Shown]:
    """Yield every key of a configuration; the entries of a mapping and of a list one by one."""
    for item in fields(Keys):
        key = item.name.replace("_", "-")
        yield from _parts(config, key, getattr(config, item.name))


def _parts(config: Config, key: str, value: Any) -> Iterator[Shown]:  # noqa: ANN401
    if is_dataclass(value):
        value = {item.name: getattr(value, item.name) for item in fields(value)}
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _parts(config, f"{key}.{name}", inner)
    elif isinstance(value, tuple) and value:
        yield from _items(config, key, value)
    else:
        yield Shown(key, plain_value(value), config.origin(key))


def _items(config: Config, key: str, value: tuple[Any, ...]) -> Iterator[Shown]:
    """Yield a list as a whole where one file or option gave it, else item by item."""
    paths = [f"{key}.{number}" for number in range(len(value))]
    places = [config.origin(path) for path in paths]
    if len({place.rpartition(":")[0] for place in places}) == 1:
        yield Shown(key, plain_value(value), config.origins.get(key, places[0]))
        return
    for path, inner, place in zip(paths, value, places, strict=True):
        yield Shown(path, plain_value(inner), place)
