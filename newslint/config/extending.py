"""One configuration on top of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from newslint.config.finding import YAML_NAMES
from newslint.config.keys import Keys
from newslint.config.model import EXTENDS, OPTION, Config, ConfigError
from newslint.diagnostics import Severity
from newslint.sources.base import Fields

ENTRY_POINTS = "newslint.configs"


def base_of(name: str, folder: Path) -> Path:
    """Return the configuration file that `extends` names.

    Args:
        name: a path from the folder; else an installed package that has an entry point of
            the group `newslint.configs`, a function without arguments that returns the path,
            or that ships `newslint.yaml`.
        folder: where the heir stands.

    Raises:
        ConfigError: if there is no such file and no such package.
    """
    if (folder / name).is_file():
        return folder / name
    if "/" in name or name.endswith((".yaml", ".yml", ".toml")):
        raise ConfigError(f"there is no file “{folder / name}” to build on.")
    from importlib import metadata, util  # noqa: PLC0415

    for point in metadata.entry_points(group=ENTRY_POINTS, name=name):
        try:
            return Path(point.load()())
        except Exception as error:  # the package's own code can raise anything
            problem = f"the package behind “{name}” offers a configuration and fails to give it"
            raise ConfigError(f"{problem}: {type(error).__name__}: {error}.") from error
    module = name.replace("-", "_")
    # The name of a running program is a module without a place.
    known = module.isidentifier() and module != "__main__"
    found = util.find_spec(module) if known else None
    for directory in (found.submodule_search_locations or ()) if found else ():
        if (file := Path(directory) / YAML_NAMES[0]).is_file():
            return file
    raise ConfigError(
        f"“{name}” is neither a file nor an installed package with a configuration; "
        f"install it, or give a path."
    )


def inherited(base: Config, heir: Config, *, marked: bool = False) -> Config:
    """Return a configuration with another on top.

    A list that is there to be added to is added to, the entries of a mapping count one by
    one, and any other key of the heir replaces that of the base.

    Args:
        base: what is built on.
        heir: what counts more.
        marked: whether the origins of the heir say that it was built on itself.
    """
    origins = dict(base.origins)
    values: dict[str, Any] = {}
    for item in fields(Keys):
        key = item.name.replace("_", "-")
        if key not in heir.origins:
            continue
        old, new = getattr(base, item.name), getattr(heir, item.name)
        shift = 0
        if item.metadata.get("adds"):
            new, shift = (*old, *new), len(old)
        elif isinstance(new, Mapping):
            new = {**old, **new}
        elif isinstance(new, Fields):
            own = {name: getattr(new, name) for name in _names(heir.origins, "fields.")}
            new = replace(old, **own)
        else:
            origins = {path: place for path, place in origins.items() if not _is(path, key)}
        values[item.name] = new
        origins |= _shifted(heir.origins, key, shift, EXTENDS if marked else "")
    return replace(base, **values, path=heir.path, origins=origins)


def with_options(
    config: Config,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    severity: Mapping[str, Severity],
    rules: tuple[Path, ...] = (),
) -> Config:
    """Return a configuration with the options of a command on top; they hold for every source.

    Args:
        config: what the files say.
        select: what runs, instead.
        ignore: what does not run, in addition.
        severity: levels, in addition.
        rules: directories of rules, in addition.
    """
    levels = {f"severity.{code}": OPTION for code in severity}
    chosen = {"select": OPTION} if select else {}
    kept = {key: place for key, place in config.origins.items() if not (select and _selects(key))}
    added = {
        f"{key}.{len(old) + number}": OPTION
        for key, old, new in (("ignore", config.ignore, ignore), ("rules", config.rules, rules))
        for number in range(len(new))
    }
    return replace(
        config,
        select=select or config.select,
        extend_select=() if select else config.extend_select,
        ignore=(*config.ignore, *ignore),
        severity={**config.severity, **severity},
        rules=(*config.rules, *rules),
        per_source={
            glob: replace(
                keys,
                select=() if select else keys.select,
                severity={**keys.severity, **severity},
            )
            for glob, keys in config.per_source.items()
        },
        origins=kept | chosen | levels | added,
    )


def _selects(key: str) -> bool:
    return _is(key, "select") or _is(key, "extend-select")


def _names(origins: Mapping[str, str], section: str) -> list[str]:
    return [key.removeprefix(section) for key in origins if key.startswith(section)]


def _is(path: str, key: str) -> bool:
    return path == key or path.startswith(f"{key}.")


def _shifted(origins: Mapping[str, str], key: str, shift: int, mark: str) -> dict[str, str]:
    """Return the origins below a key, its items counted on from those of the base."""
    moved: dict[str, str] = {}
    for path, place in origins.items():
        if _is(path, key):
            number = path.removeprefix(f"{key}.")
            moved_path = f"{key}.{int(number) + shift}" if shift and number.isdigit() else path
            moved[moved_path] = place if place.startswith(EXTENDS) else mark + place
    return moved
