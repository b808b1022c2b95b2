"""The configuration of a run: `newslint.yaml` or `[tool.newslint]`, nearest first."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.checks.context import Context
from newslint.diagnostics import Severity
from newslint.knowledge.folding import plain
from newslint.ruleset.model import RuleError
from newslint.ruleset.selection import Selection
from newslint.ruleset.suggest import did_you_mean
from newslint.ruleset.yaml_lines import read_yaml

FILE = "newslint.yaml"
_KEYS = (
    *("select", "ignore", "severity", "rules", "fail-on"),
    *("house-style", "accept", "knowledge"),
)


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names the place and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a run is configured with.

    Args:
        selection: which rules run, and at which level.
        rules: further directories of rules.
        fail_on: the mildest level that makes a run fail.
        context: house style, accepted words and knowledge files, for the checks.
        path: the file it was read from.
    """

    selection: Selection = field(default_factory=Selection)
    rules: tuple[Path, ...] = ()
    fail_on: Severity = Severity.ERROR
    context: Context = field(default_factory=Context)
    path: Path | None = None


def find_config(directory: Path) -> Path | None:
    """Return the nearest configuration file of a directory or those above it.

    A `pyproject.toml` without a `[tool.newslint]` table is passed over.
    """
    for folder in (directory, *directory.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / "pyproject.toml"
        if project.is_file() and b"[tool.newslint" in project.read_bytes():
            return project
    return None


def read_config(path: Path) -> Config:
    """Read a configuration file.

    Raises:
        ConfigError: if it is unreadable, or a key or value is not known.
    """
    try:
        source = path.read_text(encoding="utf-8")
        value, lines = _parse(source, path)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: the configuration cannot be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is no valid TOML: {error}.") from error
    except RuleError as error:
        raise ConfigError(str(error)) from error
    return _config({} if value is None else value, lines, path)


def _parse(source: str, path: Path) -> tuple[Any, Mapping[str, int]]:
    if path.suffix == ".toml":
        return tomllib.loads(source).get("tool", {}).get("newslint", {}), {}
    return read_yaml(source, str(path))


def _config(value: object, lines: Mapping[str, int], path: Path) -> Config:
    def fail(problem: str, key: str = "") -> ConfigError:
        line = f":{lines[key]}" if key in lines else ""
        return ConfigError(f"{path}{line}: {problem}")

    if not isinstance(value, dict):
        raise fail("a configuration is a mapping of keys.")
    for key in value:
        if key not in _KEYS:
            raise fail(f"the key “{key}” is unknown. {did_you_mean(str(key), _KEYS)}", str(key))

    def texts(key: str) -> tuple[str, ...]:
        items = value.get(key, [])
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise fail(f"“{key}” is a list of text.", key)
        return tuple(items)

    def level(item: object, key: str) -> Severity:
        try:
            return Severity(str(item))
        except ValueError:
            suggestion = did_you_mean(str(item), [severity.value for severity in Severity])
            raise fail(f"“{item}” is no severity. {suggestion}", key) from None

    levels = value.get("severity", {})
    if not isinstance(levels, dict):
        raise fail("“severity” is a mapping from codes to levels.", "severity")
    severity = {str(code): level(item, f"severity.{code}") for code, item in levels.items()}
    return Config(
        selection=Selection(texts("select"), texts("ignore"), severity),
        rules=tuple(path.parent / name for name in texts("rules")),
        context=Context(
            knowledge_files=tuple(path.parent / name for name in texts("knowledge")),
            house=str(value.get("house-style", "")).lower(),
            accepted=frozenset(plain(word) for word in texts("accept")),
        ),
        fail_on=level(value.get("fail-on", Severity.ERROR), "fail-on"),
        path=path,
    )
