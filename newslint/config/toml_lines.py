"""The line of every key of a TOML file, which `tomllib` does not tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any


def toml_lines(source: str) -> dict[str, int]:
    r"""Return the 1-based line of every key by its dotted path.

    A statement is the fewest lines that are TOML by themselves, which leaves strings and
    arrays of several lines whole.

    Args:
        source: a valid TOML text.

    >>> toml_lines("[a]\nb = [\n  1,\n]\nc.d = 2\n")
    {'a': 1, 'a.b': 2, 'a.b.0': 2, 'a.c': 5, 'a.c.d': 5}
    """
    lines: dict[str, int] = {}
    table: tuple[str, ...] = ()
    for number, statement in _statements(source):
        value = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _header(value)
            _note(lines, table, number)
        else:
            for path in _paths(value):
                _note(lines, (*table, *path), number)
    return lines


def _statements(source: str) -> Iterator[tuple[int, str]]:
    first, statement = 1, ""
    for number, line in enumerate(source.split("\n"), 1):
        goes_on = statement and line.rstrip().endswith(",") and "#" not in line
        statement += f"{line}\n"
        if goes_on:
            continue
        try:
            tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        if statement.strip():
            yield first, statement
        first, statement = number + 1, ""


def _header(value: dict[str, Any]) -> tuple[str, ...]:
    """Return the path that a statement such as `[tool.newslint]` opens."""
    path: list[str] = []
    inner: Any = value
    while inner:
        if isinstance(inner, list):
            inner = inner[0]
            continue
        (key, inner), *_ = inner.items()
        path.append(key)
    return tuple(path)


def _paths(value: object) -> Iterator[tuple[str, ...]]:
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for key, inner in items:
        yield (str(key),)
        for path in _paths(inner):
            yield (str(key), *path)


def _note(lines: dict[str, int], path: tuple[str, ...], number: int) -> None:
    for length in range(1, len(path) + 1):
        lines.setdefault(".".join(path[:length]), number)
