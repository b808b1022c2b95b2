"""Which rules run on which text: some files and some sources differ from the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.diagnostics import Severity
from newslint.document import Document
from newslint.ruleset.model import Rule
from newslint.ruleset.selection import Selection

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Scope(NamedTuple):
    """What is different for some texts.

    Args:
        root: the directory that globs of files are relative to.
        files: the pattern of the files that it is about, as in `.gitignore`; empty where
            it is about a source.
        source: the glob of the host of the address, or of the source's name.
        select: the only rules that run; empty for those of the whole run.
        ignore: rules that do not run.
        severity: levels by code prefix or rule name.
        language: the language of texts that do not say theirs.
    """

    root: Path
    files: str = ""
    source: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    language: str | None = None

    def covers(self, document: Document) -> bool:
        """Say whether a document is one of the texts."""
        if self.source:
            return any(_fits(self.source, name) for name in _sources(document))
        if document.path is None:
            return False
        path = Path.cwd() / document.path
        inside = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return _files(self.files).match_file(inside.as_posix())

    def on(self, base: Selection) -> Selection:
        """Return a selection as it is for these texts."""
        return base._replace(
            select=self.select or base.select,
            extend_select=() if self.select else base.extend_select,
            ignore=(*base.ignore, *self.ignore),
            severity={**base.severity, **self.severity},
        )


class Scopes(NamedTuple):
    """The selection of a run and where it differs.

    Args:
        selection: what holds for every text.
        scopes: what differs; later ones count more.
        language: the language of texts that do not say theirs.
    """

    selection: Selection = Selection()
    scopes: tuple[Scope, ...] = ()
    language: str | None = None

    def everything(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules that run on any text at all, in the order of their codes.

        Raises:
            SelectionError: if a selector fits no rule.
        """
        known = tuple(rules)
        chosen = {rule.code: rule for rule in self.selection.apply(known)}
        for scope in self.scopes:
            for rule in scope.on(self.selection).apply(known):
                chosen.setdefault(rule.code, rule)
        return tuple(rule for _, rule in sorted(chosen.items()))

    def applying(self, document: Document) -> tuple[int, ...]:
        """Return the numbers of the scopes that a document is in."""
        return tuple(n for n, scope in enumerate(self.scopes) if scope.covers(document))

    def running(self, applying: tuple[int, ...], rules: Iterable[Rule]) -> dict[str, Rule]:
        """Return the rules that run on the texts of some scopes, with their levels, by code.

        Args:
            applying: the numbers of the scopes.
            rules: the rules to choose from.
        """
        selection = self.selection
        for number in applying:
            selection = self.scopes[number].on(selection)
        return {rule.code: rule for rule in selection.chosen(rules)}

    def spoken(self, document: Document, applying: tuple[int, ...]) -> Document:
        """Return a document with the configured language, where it does not say its own."""
        if document.language is not None:
            return document
        own = [self.scopes[number].language for number in applying]
        language = next((choice for choice in reversed(own) if choice), self.language)
        if language is None:
            return document
        spoken = replace(document, language=language)
        spoken.share(document.encoded)
        return spoken


def _sources(document: Document) -> list[str]:
    names = [] if document.source is None else [document.source]
    if document.url is not None:
        from urllib.parse import urlsplit  # noqa: PLC0415

        try:
            host = urlsplit(document.url).hostname
        except ValueError:
            host = None
        if host:
            names += [host, host.removeprefix("www.")]
    return names


@lru_cache(maxsize=256)
def _files(glob: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    return GitIgnoreSpec.from_lines([glob])


def _fits(glob: str, name: str) -> bool:
    return bool(_pattern(glob).match(name))


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    return re.compile(translate(glob), re.IGNORECASE)
