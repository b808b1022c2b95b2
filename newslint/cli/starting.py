"""What a run starts with: its baseline, its lines, its cache, as configured."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.cli.options import fail
from newslint.config import Config
from newslint.linter import Linter
from newslint.reporters.base import plural
from newslint.ruleset.model import RuleError
from newslint.screening import Screening, screening

if TYPE_CHECKING:
    from newslint.added_lines import AddedLines
    from newslint.baseline import Baseline
    from newslint.cache import ResultCache


def root_of(config: Config) -> Path:
    """Return the directory of the configuration, or else the working directory."""
    return Path.cwd() if config.path is None else config.path.absolute().parent


def cache_directory(config: Config) -> Path:
    """Return where what was found is kept."""
    from newslint.cache import NAME  # noqa: PLC0415

    return config.cache_dir or root_of(config) / NAME


def result_cache(linter: Linter, config: Config) -> ResultCache:
    """Return what remembers what was found."""
    from newslint.cache import ResultCache  # noqa: PLC0415

    return ResultCache(linter, cache_directory(config))


def screening_of(
    config: Config,
    linter: Linter,
    *,
    baseline: Baseline | None = None,
    added: AddedLines | None = None,
) -> Screening:
    """Return what decides what is reported.

    Args:
        config: the configuration.
        linter: the rules that run.
        baseline: what was there before.
        added: the lines that count; None for all.
    """
    return screening(linter, root_of(config), config.rules, baseline, added)


def baseline_of(config: Config, option: Path | None) -> Baseline | None:
    """Return the baseline that the option or the configuration names, if any.

    Ends the program with status 2 if it cannot be used.
    """
    path = option or config.baseline
    if path is None:
        return None
    from newslint.baseline import BaselineError, read_baseline  # noqa: PLC0415

    try:
        return read_baseline(path)
    except BaselineError as error:
        fail(str(error))


def added_lines(revision: str | None, paths: Iterable[str]) -> AddedLines | None:
    """Return the lines that were added since a revision; None where none is named.

    Ends the program with status 2 if the paths are in no repository that knows it.
    """
    if revision is None:
        return None
    from newslint.added_lines import AddedLines, RevisionError  # noqa: PLC0415

    added = AddedLines(revision)
    existing = [Path(name) for name in paths if Path(name).exists()]
    folders = {path if path.is_dir() else path.parent for path in existing}
    try:
        for folder in sorted(folders or {Path()}):
            added.check(folder)
    except RevisionError as error:
        fail(str(error))
    return added


def ready(linter: Linter, cache: ResultCache | None) -> None:
    """See that every rule can be used, unless the cache proves that they were.

    Ends the program with status 2 if one cannot.
    """
    if cache is not None and cache.proven:
        return
    try:
        linter.check_rules()
    except RuleError as error:
        fail(str(error))


def stale_sentence(baseline: Baseline, count: int) -> str:
    """Return what is to be said of entries of a baseline that match nothing any more."""
    entries = plural(count, "accepted diagnostic is", "accepted diagnostics are")
    return f"{baseline.path}: {entries} not found any more; `newslint baseline prune` takes it out."
