"""Listed phrases found at a place of a text, the longest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from newslint.knowledge.store import Knowledge
from newslint.text.span import Span

_ENDING = 3
"""How many letters tell most places where no phrase ends; shorter phrases have fewer."""

_STARTS = (4, 3, 2)
"""How many letters phrases are looked up by; shorter phrases by all they have."""


class Phrases:
    """Phrases that are looked up by what they begin with.

    `longest` is how many code points the longest has.

    Args:
        phrases: the phrases.
        ignore_case: whether capitals and small letters are alike.
    """

    def __init__(self, phrases: Iterable[str], *, ignore_case: bool) -> None:
        self._ignore_case = ignore_case
        self._by_start: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in sorted(phrases, key=len, reverse=True):
            key = phrase.lower() if ignore_case else phrase
            self._by_start[key[: _STARTS[0]]].append(key)
        listed = list(chain(*self._by_start.values()))
        self._endings = frozenset(phrase[-_ENDING:] for phrase in listed)
        self.longest = max(map(len, listed), default=0)

    def at(self, text: str, place: int) -> Span | None:
        """Return the longest phrase that stands at a place and ends with a word.

        Args:
            text: the text.
            place: a code-point offset; a negative one is nowhere.
        """
        if place < 0:
            return None
        start = text[place : place + _STARTS[0]]
        if self._ignore_case:
            start = start.lower()
        for length in _STARTS:
            for phrase in self._by_start.get(start[:length], ()):
                end = place + len(phrase)
                written = text[place:end]
                if (written.lower() if self._ignore_case else written) == phrase and not _goes_on(
                    text, end
                ):
                    return Span(place, end)
        return None

    def may_end(self, text: str, place: int) -> bool:
        """Say whether a phrase may end at a place, by the last letters before it.

        Args:
            text: the text.
            place: a code-point offset.
        """
        ends = (text[max(0, place - length) : place] for length in (_ENDING, _ENDING - 1))
        return any((end.lower() if self._ignore_case else end) in self._endings for end in ends)


def _goes_on(text: str, end: int) -> bool:
    """Say whether a word goes on at an offset."""
    return text[end : end + 1].isalnum() or text[end : end + 1] in ("-", "_")


@lru_cache(maxsize=4)
def title_phrases(knowledge: Knowledge) -> Phrases:
    """Return the titles of all offices."""
    return Phrases(knowledge.titles, ignore_case=True)


@lru_cache(maxsize=4)
def country_phrases(knowledge: Knowledge) -> Phrases:
    """Return the names and adjectives of all countries."""
    return Phrases(knowledge.country_by_form, ignore_case=False)
