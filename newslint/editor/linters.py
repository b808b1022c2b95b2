"""The linter that is configured for a directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newslint.baseline import read_baseline
from newslint.config import Config, find_config, read_config
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.screening import Screening, screening
from newslint.sources.base import Fields

_Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Configured:
    """What a configuration makes of the texts below it.

    Args:
        config: the configuration.
        linter: the rules.
        root: the directory of the configuration, or else the one it was looked for from.
    """

    config: Config
    linter: Linter
    root: Path

    @property
    def fields(self) -> Fields:
        """Which fields of records hold what."""
        return self.config.fields

    def screening(self) -> Screening:
        """Return what decides what is reported, with the decisions as they stand now.

        Raises:
            BaselineError: if the baseline cannot be used.
        """
        path = self.config.baseline
        baseline = None if path is None else read_baseline(path)
        return screening(self.linter, self.root, self.config.rules, baseline)


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
            root = directory if path is None else path.parent
            kept = self._kept[path] = (stamp, _configured(path, root))
        return kept[1]


def _configured(path: Path | None, root: Path) -> Configured:
    config = Config() if path is None else read_config(path)
    config.check_paths()
    rules = config.scopes.everything(load_rules(config.rules))
    linter = Linter(rules, config.context, config.scopes)
    linter.check_rules()
    return Configured(config, linter, root)


def _stamp(path: Path) -> _Stamp:
    state = path.stat()
    return state.st_mtime_ns, state.st_size
