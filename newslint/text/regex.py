r"""Regular expressions in linear time.

RE2 has no lookaround and no back-references, so no pattern, ours or a user's,
can hang on hostile text. Its `\b`, `\w` and `\d` know ASCII only: write
`\pL` for a letter of any script.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import Any

import re2

from newslint.text.near_letters import is_near, narrowed

Regex = Any
"""A compiled RE2 pattern; the package publishes no types."""

_MEMORY = 64 << 20


def options() -> Any:  # noqa: ANN401
    """Return the options that every pattern is compiled with."""
    chosen = re2.Options()
    chosen.max_mem = _MEMORY
    chosen.log_errors = False
    return chosen


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> Regex:
    """Return the compiled pattern, to be run over UTF-8 bytes.

    Raises:
        ValueError: if RE2 cannot read the pattern.
    """
    near = narrowed(pattern)
    if near is not None:
        # What is wrong with a pattern is said of the pattern as it is written.
        with suppress(ValueError):
            return _InTwoForms(pattern, uncached(near))
    return uncached(pattern)


def compiled_for(pattern: str, data: bytes) -> Regex:
    """Return the compiled pattern for many searches in one text, which is looked at once.

    Raises:
        ValueError: if RE2 cannot read the pattern.
    """
    regex = compiled(pattern)
    return regex.form(data) if isinstance(regex, _InTwoForms) else regex


class _InTwoForms:
    """A pattern, and one that finds the same in most texts and is compiled in no time."""

    def __init__(self, pattern: str, near: Regex) -> None:
        self._pattern = pattern
        self._near = near
        self.groupindex = near.groupindex
        self.groups = near.groups

    @cached_property
    def _full(self) -> Regex:
        return uncached(self._pattern)

    def form(self, data: bytes) -> Regex:
        """Return the form for a text, by a look at all its bytes."""
        return self._near if is_near(data) else self._full

    def search(self, data: bytes, *places: int) -> Regex:
        return self.form(data).search(data, *places)

    def match(self, data: bytes, *places: int) -> Regex:
        return self.form(data).match(data, *places)

    def fullmatch(self, data: bytes, *places: int) -> Regex:
        return self.form(data).fullmatch(data, *places)

    def finditer(self, data: bytes, *places: int) -> Iterator[Regex]:
        found: Iterator[Regex] = self.form(data).finditer(data, *places)
        return found


def uncached(pattern: str) -> Regex:
    """Return the compiled pattern as `compiled` does, without keeping it: it serves one text."""
    try:
        return re2.compile(pattern.encode(), options())
    except re2.error as error:
        reason = error.args[0] if error.args else "unknown"
        reason = reason.decode() if isinstance(reason, bytes) else str(reason)
        raise ValueError(f"RE2 cannot read “{pattern}”: {reason}") from error


def alternatives(patterns: Iterable[str], *, ignore_case: bool = False) -> str:
    """Return one pattern that matches where any of several does.

    >>> alternatives(["see also", "read more"], ignore_case=True)
    '(?i:see also|read more)'
    """
    return f"(?{'i' if ignore_case else ''}:{'|'.join(patterns)})"


def literals(texts: Iterable[str], *, ignore_case: bool = False) -> str:
    r"""Return one pattern that matches where any of several texts stands, the longest first.

    Texts that begin alike stand side by side, so that the engine can read their beginning
    once: of 2,000 names in disorder, each state of its automaton holds all.

    >>> literals(["U.S.", "Kyiv", "Kyivan"])
    '(?:U\\.S\\.|Kyivan|Kyiv)'
    """
    return alternatives(map(re.escape, sorted(texts, reverse=True)), ignore_case=ignore_case)


def whole_words(texts: Iterable[str], *, ignore_case: bool = False) -> str:
    r"""Return one pattern that matches where any of several texts stands as words of its own.

    An underscore may stand behind them. RE2 knows the edges of ASCII words only: a text that
    begins or ends with another character may stand within a word.

    >>> whole_words(["Kyiv", "U.S."])
    '(?:\\b(?:U\\.S\\.)|\\b(?:Kyiv)(?:\\b|_))'
    """
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for text in texts:
        before = r"\b" if _in_a_word(text[0]) else ""
        behind = r"(?:\b|_)" if _in_a_word(text[-1]) else ""
        alike[before, behind].append(text)
    return alternatives(
        f"{before}{literals(some, ignore_case=ignore_case)}{behind}"
        for (before, behind), some in sorted(alike.items())
    )


def _in_a_word(mark: str) -> bool:
    return mark.isascii() and mark.isalnum()


def sites(pattern: str, data: bytes) -> Iterator[Regex]:
    """Yield a match of a pattern for every place where one begins.

    Args:
        pattern: an RE2 pattern.
        data: the text as UTF-8.
    """
    regex = compiled_for(pattern, data)
    match = regex.search(data)
    while match is not None:
        yield match
        match = regex.search(data, match.start() + 1)


def any_found(patterns: Iterable[str], data: bytes) -> bool:
    """Say whether one of several patterns is found: far quicker than many searches with `re`.

    Args:
        patterns: RE2 patterns, such as the triggers of a check.
        data: the text as UTF-8.
    """
    return bool(compiled(alternatives(patterns)).search(data))
