"""A configuration as the run reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path

from newslint.checks.context import Context
from newslint.config.keys import Keys
from newslint.ruleset.scopes import Scope, Scopes
from newslint.ruleset.selection import Selection
from newslint.values import named_value

DEFAULT = "default"
OPTION = "option"
EXTENDS = "extends "


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names the place and what to do."""


@named_value
class Config(Keys):
    """What a run is configured with.

    Args:
        path: the file it was read from.
        origins: where each key that was set comes from, by its dotted path.
    """

    path: Path | None = None
    origins: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def selection(self) -> Selection:
        """Which rules run, at which level, and who may apply their fixes."""
        return Selection(
            self.select,
            self.ignore,
            self.severity,
            extend_select=self.extend_select,
            safe=self.extend_safe_fixes,
            unsafe=self.extend_unsafe_fixes,
        )

    @cached_property
    def scopes(self) -> Scopes:
        """What is different for some files and some sources."""
        root = Path.cwd() if self.path is None else self.path.absolute().parent
        files = [
            Scope(root=root, files=glob, ignore=codes)
            for glob, codes in self.per_file_ignores.items()
        ]
        sources = [
            Scope(
                root=root,
                source=glob,
                select=keys.select,
                ignore=keys.ignore,
                severity=keys.severity,
                language=keys.language,
            )
            for glob, keys in self.per_source.items()
        ]
        return Scopes(self.selection, (*files, *sources), self.language)

    @cached_property
    def context(self) -> Context:
        """House style, accepted words and knowledge files, for the checks."""
        return Context(
            knowledge_files=self.knowledge,
            house=self.house_style or "",
            accepted=self._accepted() if self.accept else frozenset(),
        )

    def _accepted(self) -> frozenset[str]:
        from newslint.knowledge.folding import plain  # noqa: PLC0415

        return frozenset(plain(word) for word in self.accept)

    def origin(self, key: str) -> str:
        """Return where a key comes from: its file and line, an option, or the default.

        Args:
            key: the dotted path of the key.
        """
        while key and key not in self.origins:
            key = key.rpartition(".")[0]
        return self.origins.get(key, DEFAULT)

    def check_paths(self) -> None:
        """Check that what the run reads beside the texts is there.

        Raises:
            ConfigError: if a directory of rules or a file of knowledge is not.
        """
        for number, directory in enumerate(self.rules):
            if not directory.is_dir():
                problem = f"there is no rule directory “{directory}”."
                raise self._error(problem, f"rules.{number}")
        for number, file in enumerate(self.knowledge):
            if not file.is_file():
                raise self._error(f"there is no knowledge file “{file}”.", f"knowledge.{number}")

    def _error(self, problem: str, key: str) -> ConfigError:
        place = self.origin(key).removeprefix(EXTENDS)
        return ConfigError(problem if place in (OPTION, DEFAULT) else f"{place}: {problem}")

    def place_of_selector(self, selector: str) -> str:
        """Return the file and line of a code or rule name, else an empty string."""
        return self._selector_origin(selector).removeprefix(EXTENDS)

    def _selector_origin(self, selector: str) -> str:
        keys = ("select", "extend-select", "ignore", "extend-safe-fixes", "extend-unsafe-fixes")
        for key in keys:
            values = getattr(self, key.replace("-", "_"))
            if selector in values:
                return self.origin(f"{key}.{values.index(selector)}")
        if selector in self.severity:
            return self.origin(f"severity.{selector}")
        for glob, codes in self.per_file_ignores.items():
            if selector in codes:
                return self.origin(f"per-file-ignores.{glob}")
        for glob, source in self.per_source.items():
            if selector in (*source.select, *source.ignore, *source.severity):
                return self.origin(f"per-source.{glob}")
        return ""
