"""Configuration files to configurations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from newslint.config.extending import base_of, inherited
from newslint.config.finding import newslint_table
from newslint.config.keys import Keys
from newslint.config.model import Config, ConfigError
from newslint.ruleset import yaml_lines
from newslint.ruleset.cache import plain_cache, stamp
from newslint.ruleset.model import RuleError

_TABLE = "tool.newslint."


def read_config(path: Path) -> Config:
    """Read a configuration file and those that it builds on.

    Paths in it are relative to the file.

    Raises:
        ConfigError: if one is unreadable, a key or value is not known, or a file builds
            on itself.
    """
    return _read(path, ())


def _read(path: Path, heirs: tuple[Path, ...]) -> Config:
    from newslint.ruleset.typed import Binder  # noqa: PLC0415 - many texts have no configuration

    value, lines = _parse(path)

    def error(problem: str, key: str) -> ConfigError:
        while key and key not in lines:
            key = key.rpartition(".")[0]
        return ConfigError(f"{path}:{lines.get(key, 1)}: {problem}")

    keys = Binder(error).bind(Keys, {} if value is None else value)
    origins = {key: f"{path}:{line}" for key, line in lines.items()}
    config = _config(keys, path, origins)
    family = (*heirs, path.resolve())
    base = Config()
    for number, name in enumerate(config.extends):
        try:
            file = base_of(name, path.parent)
        except ConfigError as unknown:
            raise error(str(unknown), f"extends.{number}") from None
        if file.resolve() in family:
            problem = f"“{name}” builds on this file, and this file on it; drop one “extends”."
            raise error(problem, f"extends.{number}")
        base = inherited(base, _read(file, family), marked=True)
    return inherited(base, config) if config.extends else config


def _parse(path: Path) -> tuple[Any, Mapping[str, int]]:
    """Return the keys of a file and their lines."""
    try:
        source = path.read_text(encoding="utf-8-sig")
        return _toml(source, path) if path.suffix == ".toml" else _yaml(source, path)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: the configuration cannot be read: {error}.") from error
    except RuleError as error:
        raise ConfigError(str(error)) from error


def _yaml(source: str, path: Path) -> tuple[Any, Mapping[str, int]]:
    """Return the keys of a YAML file and their lines, which are kept until it changes.

    To load what reads YAML takes longer than to lint a text.
    """
    cache = plain_cache("config", [stamp(Path(yaml_lines.__file__)), str(path), source])
    kept = cache.read()
    if kept is None:
        kept = yaml_lines.read_yaml(source, str(path))
        cache.write(kept)
    value, lines = kept
    return value, lines


def _toml(source: str, path: Path) -> tuple[Any, Mapping[str, int]]:
    import tomllib  # noqa: PLC0415

    from newslint.config.toml_lines import toml_lines  # noqa: PLC0415

    try:
        value = newslint_table(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is no valid TOML: {error}.") from error
    every = toml_lines(source)
    return value, {
        key.removeprefix(_TABLE): line for key, line in every.items() if key.startswith(_TABLE)
    }


def _config(keys: Keys, path: Path, origins: Mapping[str, str]) -> Config:
    """Return keys as a configuration, their paths taken from where the file stands."""
    values: dict[str, Any] = {item.name: getattr(keys, item.name) for item in fields(keys)}
    for name, value in values.items():
        if isinstance(value, Path):
            values[name] = path.parent / value
        elif isinstance(value, tuple):
            values[name] = tuple(
                path.parent / item if isinstance(item, Path) else item for item in value
            )
    return replace(Config(path=path, origins=origins), **values)
