"""The nearest configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

YAML_NAMES = ("newslint.yaml", ".newslint.yaml")
PROJECT = "pyproject.toml"


def find_config(directory: Path) -> Path | None:
    """Return the nearest configuration file of a directory or those above it.

    A `pyproject.toml` without a `[tool.newslint]` table is passed over.
    """
    for folder in (directory, *directory.parents):
        if found := configurations(folder):
            return found[0]
    return None


def passed_over(path: Path) -> list[Path]:
    """Return the configuration files beside one that are not read because it is."""
    found = configurations(path.parent)
    return found[1:] if found[:1] == [path] else []


def newslint_table(project: dict[str, Any]) -> object | None:
    """Return the table of newslint in a parsed `pyproject.toml`, or None if it has none."""
    tool = project.get("tool")
    return tool.get("newslint") if isinstance(tool, dict) else None


def configurations(folder: Path) -> list[Path]:
    """Return the configuration files of one directory, the one that counts first."""
    found = [folder / name for name in YAML_NAMES if (folder / name).is_file()]
    project = folder / PROJECT
    if project.is_file() and _has_table(project):
        found.append(project)
    return found


def _has_table(project: Path) -> bool:
    try:
        source = project.read_bytes()
    except OSError:
        return False
    if b"newslint" not in source:
        return False
    import tomllib  # noqa: PLC0415

    try:
        return newslint_table(tomllib.loads(source.decode("utf-8-sig"))) is not None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        # Whose file it is cannot be told; if it is meant for us, reading it says what is wrong.
        return b"[tool.newslint" in source
