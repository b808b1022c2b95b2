"""Every key of a configuration, with its type, its default and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Literal

from newslint.diagnostics import Severity
from newslint.sources.base import Fields
from newslint.values import named_value

_ADDS = {"adds": True}
"""Marks a list to which an inheriting file adds; it replaces any other."""


@named_value
class SourceKeys:
    """What is different for the texts of one source.

    Args:
        select: the only rules that run on them; empty for those of the whole run.
        ignore: rules that do not run on them.
        severity: levels of rules on them, by code prefix or rule name.
        language: the language of those that do not say theirs.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    language: str | None = None


@named_value
class Keys:
    """The keys of a configuration file, with hyphens for underscores.

    Args:
        extends: configurations that this one builds on: a path, or an installed package.
        select: code prefixes or rule names that run; empty for every rule.
        extend_select: code prefixes or rule names that run as well.
        ignore: code prefixes or rule names that do not run; the longest that fits decides.
        per_file_ignores: rules that do not run on some files, by pattern as in `.gitignore`.
        per_source: what is different for some sources, by glob of the address's host or of
            the record's `source` field.
        severity: `error`, `warning` or `info` by code prefix or rule name.
        fail_on: the mildest level that makes a run end with status 1.
        extend_safe_fixes: rules whose unsafe fixes are applied by `--fix` too.
        extend_unsafe_fixes: rules whose safe fixes are applied by `--unsafe-fixes` only.
        rules: directories of rules of your own.
        house_style: the style guide whose spellings of names are wanted.
        accept: words and names that are right here.
        knowledge: files of people, places and offices, merged into the bundled ones.
        language: the language of texts that do not say theirs, such as `en`.
        fields: the fields of records that hold the text and what is known about it.
        include: the only files of a directory that are read, by glob; a file that is named
            is always read.
        exclude: files and directories that are passed over, by glob.
        baseline: the file of accepted diagnostics.
        cache_dir: the directory of what newslint can make again.
    """

    extends: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = field(default=(), metadata=_ADDS)
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    per_source: Mapping[str, SourceKeys] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    extend_safe_fixes: tuple[str, ...] = field(default=(), metadata=_ADDS)
    extend_unsafe_fixes: tuple[str, ...] = field(default=(), metadata=_ADDS)
    rules: tuple[Path, ...] = field(default=(), metadata=_ADDS)
    house_style: Literal["ap", "reuters", "bbc", "guardian"] | None = None
    accept: tuple[str, ...] = field(default=(), metadata=_ADDS)
    knowledge: tuple[Path, ...] = field(default=(), metadata=_ADDS)
    language: str | None = None
    fields: Fields = field(default_factory=Fields)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    cache_dir: Path | None = None


def plain_value(value: Any) -> Any:  # noqa: ANN401
    """Return a value as JSON and YAML hold it."""
    if isinstance(value, Path):
        return value.as_posix()
    if isinstance(value, Severity):
        return value.value
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain_value(item) for key, item in value.items()}
    return value
