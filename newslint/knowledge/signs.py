"""What few texts hold of all that is known, looked for in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import re2

from newslint.document import Document
from newslint.knowledge.listed import telling
from newslint.knowledge.phrases import title_sites
from newslint.knowledge.store import Knowledge
from newslint.text.regex import literals, options

TITLES = "titles"
"""The sign of titles beside names and countries."""


class Signs:
    """Patterns by what they are a sign of.

    All are one automaton: four of them take a third more than one alone.

    Args:
        patterns: RE2 patterns by their signs.
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._signs = tuple(patterns)
        self._set: Any = re2.Set.SearchSet(options())
        for pattern in patterns.values():
            self._set.Add(pattern.encode())
        self._set.Compile()

    def found(self, data: bytes) -> frozenset[str]:
        """Return the signs that are found in a text.

        >>> sorted(Signs({"year": "[0-9]{4}", "day": "[A-Z][a-z]+day"}).found(b"on Monday"))
        ['day']

        Args:
            data: the text as UTF-8.
        """
        return frozenset(self._signs[index] for index in self._set.Match(data) or ())


def signs_in(document: Document, knowledge: Knowledge) -> frozenset[str]:
    """Return the signs of what is known that a document holds; kept with the document.

    They are `TITLES`, and the keys of `telling` for the spellings.
    """
    key = "signs"
    if key not in document.memo:
        document.memo[key] = _signs(knowledge).found(document.encoded.data)
    return document.memo[key]  # type: ignore[return-value]


@lru_cache(maxsize=4)
def _signs(knowledge: Knowledge) -> Signs:
    spellings = {
        sign: rf"{literals(forms)}(?:[^0-9A-Za-z]|$)" for sign, forms in telling(knowledge).items()
    }
    return Signs({TITLES: title_sites(knowledge), **spellings})
