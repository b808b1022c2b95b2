"""The linter that is configured for a directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newslint.config import Config, find_config, read_config
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.sources.base import Fields

_Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Configured:
    """What a configuration makes of the texts below it.

    Args:
        linter: the rules.
        fields: which fields of records hold what.
    """

    linter: Linter
    fields: Fields


class Linters:
    """Linters by configuration file, made anew when the file changes."""

    def __init__(self) -> None:
        self._kept: dict[Path | None, tuple[_Stamp, Configured]] = {}

    def of(self, directory: Path) -> Configured:
        """Return the linter for the texts of a directory.

        Args:
            directory: where the text lies, or the workspace for a text that is no file yet.

        Raises:
            ConfigError: if the configuration cannot be used.
            RuleError: if one of its rules cannot be used.
            SelectionError: if it selects a rule that does not exist.
        """
        path = find_config(directory)
        stamp = None if path is None else _stamp(path)
        kept = self._kept.get(path)
        if kept is None or kept[0] != stamp:
            kept = self._kept[path] = (stamp, _configured(path))
        return kept[1]


def _configured(path: Path | None) -> Configured:
    config = Config() if path is None else read_config(path)
    config.check_paths()
    rules = config.scopes.everything(load_rules(config.rules))
    linter = Linter(rules, config.context, config.scopes)
    linter.check_rules()
    return Configured(linter, config.fields)


def _stamp(path: Path) -> _Stamp:
    state = path.stat()
    return state.st_mtime_ns, state.st_size
