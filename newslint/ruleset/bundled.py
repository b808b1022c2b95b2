"""Where rules come from: the bundled directory, plug-ins, the user's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newslint.ruleset.cache import plain_cache, stamps
from newslint.ruleset.model import Rule
from newslint.ruleset.plain_rules import FIELDS, plain_rules, rules_of

ENTRY_POINTS = "newslint.rules"


def bundled_directory() -> Path:
    """Return the directory of the rules that newslint ships.

    An installed wheel holds it inside the package, a checkout beside it.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_rules(directories: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """Return the bundled rules, those of plug-ins and those of further directories.

    Rules that parsed once are kept in the user's cache until a file changes or
    a package is installed.

    Args:
        directories: further directories of rule files.

    Raises:
        RuleError: if a file holds no valid rule, or two rules share a code or a name.
    """
    roots = [bundled_directory(), *directories]
    files = [item for root in roots for item in _written(root)]
    cache = plain_cache("rules", [*FIELDS, *map(str, roots), *files, *installed_packages()])
    with suppress(KeyError, OSError, TypeError, ValueError):
        # A changed plug-in is no error: parse anew.
        if (kept := cache.read()) and all(
            _written(Path(root)) == state for root, state in kept["plugins"].items()
        ):
            return rules_of(kept["rules"])
    from newslint.ruleset.loader import load_files, rule_files  # noqa: PLC0415

    plugins = {str(root): _written(root) for root in plugin_directories()}
    rules = load_files(path for root in (*roots, *map(Path, plugins)) for path in rule_files(root))
    cache.write({"plugins": plugins, "rules": plain_rules(rules)})
    return rules


def _written(directory: Path) -> list[str]:
    """Return what changes with the rules below a directory."""
    return stamps(directory, ".yaml", but="knowledge")


def plugin_directories() -> list[Path]:
    """Return the rule directories that installed packages offer.

    An entry point of the group `newslint.rules` names a function without
    arguments that returns a directory.
    """
    from importlib import metadata  # noqa: PLC0415

    return [Path(point.load()()) for point in metadata.entry_points(group=ENTRY_POINTS)]


def installed_packages() -> list[str]:
    """Return what changes when a package is installed or removed."""
    return [item for entry in sys.path for item in sorted(_packages(entry or os.curdir))]


def _packages(directory: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in entries:
            # The descriptions alone: a file beside a script changes nothing.
            if entry.name.endswith((".dist-info", ".egg-info")):
                yield f"{entry.path} {entry.stat().st_mtime_ns}"
