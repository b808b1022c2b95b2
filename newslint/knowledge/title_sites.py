"""Where titles stand beside names and countries, as patterns and by what titles end with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache

from newslint.knowledge.store import Knowledge
from newslint.text.regex import Regex, alternatives, compiled, literals, whole_words

TITLE_WORDS = (
    r"(?i:presiden|premier|chancellor|minister|secretary|\bking\b|queen|emperor|leader|director"
    r"|chair|chief|\bPM\b|taoiseach|head|treasur|attorney|prince|governor|commissioner|diplomat"
    r"|advis[eo]r|representative|speaker|boss|duke|monarch|sovereign|ruler|sultan|emir|\bamir\b"
    r"|di-pertuan|sheikh|pope|ayatollah)"
)
"""An RE2 pattern of which a match stands in every title that is bundled."""

_CAPITALS = r"A-Z\x{c0}-\x{24f}"
"""The letters that a name can begin with, as a range of RE2, and some that none begins with."""

_FOLDED = ("\N{KELVIN SIGN}", "\N{LATIN SMALL LETTER LONG S}")
"""Letters that stand for k and s whatever the case."""


def title_sites(titles: Iterable[str], countries: Iterable[str]) -> str:
    """Return an RE2 pattern that matches wherever a title stands beside a name or country.

    A name or a country begins behind a title, or a stop ends what began with a name.

    Args:
        titles: the titles of all offices, in small letters.
        countries: the names and adjectives of all countries.
    """
    return whole_words(titles, ignore_case=True) + _behind(countries)


def _behind(countries: Iterable[str]) -> str:
    starts = "".join(sorted({re.escape(form[0]) for form in countries}))
    name = f"[{_CAPITALS}{starts}]"
    return rf"(?:,? {name}| of (?:the )?{name}|[,.;)])"


class TitleEndings:
    """Titles by the shortest of them that they end with: “president” ends “federal president”.

    Where one stands beside a name or country, so does what it ends with.

    Args:
        titles: the titles of all offices, in small letters.
        countries: the names and adjectives of all countries.
    """

    def __init__(self, titles: Iterable[str], countries: Iterable[str]) -> None:
        self._titles = frozenset(titles)
        self._behind = _behind(countries)
        found: defaultdict[str, list[bytes]] = defaultdict(list)
        for title in sorted(self._titles):
            found[self._ending(title)].append(title.encode())
        self._by_ending = {ending: found[ending] for ending in sorted(found)}

    def _ending(self, title: str) -> str:
        words = title.split(" ")
        tails = (" ".join(words[first:]) for first in range(len(words) - 1, 0, -1))
        return next((tail for tail in tails if tail in self._titles), title)

    @property
    def triggers(self) -> tuple[str, ...]:
        """RE2 patterns of which one is found wherever `title_sites` is, one an ending."""
        return tuple(
            whole_words([ending], ignore_case=True) + self._behind for ending in self._by_ending
        )

    def can_read(self, text: str) -> bool:
        """Say whether `places` knows the letters of the titles and of a text."""
        return self._plain and not any(letter in text for letter in _FOLDED)

    @cached_property
    def _plain(self) -> bool:
        return all(map(str.isascii, self._titles))

    @cached_property
    def _numbered(self) -> list[tuple[bytes, list[bytes]]]:
        return [(ending.encode(), titles) for ending, titles in self._by_ending.items()]

    @cached_property
    def _site(self) -> Regex:
        return compiled(f"_?{self._behind}")

    def places(self, data: bytes, numbers: Collection[int]) -> list[int]:
        """Return where matches of `title_sites` begin, if no other endings stand in a text.

        Args:
            data: the text as UTF-8.
            numbers: the numbers of the endings.
        """
        lowered = data.lower()
        found: set[int] = set()
        for number in numbers:
            ending, titles = self._numbered[number]
            ends = [end for end in _ends(lowered, ending) if self._site.match(data, end)]
            found.update(
                end - len(title)
                for end in ends
                for title in titles
                if lowered.endswith(title, 0, end) and not _within(data, end - len(title))
            )
        return sorted(found)


def _ends(data: bytes, part: bytes) -> Iterator[int]:
    """Yield where a part ends, each time that it stands in a text."""
    place = data.find(part)
    while place >= 0:
        yield place + len(part)
        place = data.find(part, place + 1)


def _within(data: bytes, start: int) -> bool:
    """Say whether a letter or figure at a place goes on with a word (ASCII only)."""
    edge = data[max(0, start - 1) : start + 1].replace(b"_", b"x")
    return len(edge) == 2 and edge.isalnum()


@lru_cache(maxsize=4)
def title_endings(knowledge: Knowledge) -> TitleEndings:
    """Return the endings of the titles of all offices."""
    return TitleEndings(knowledge.titles, knowledge.country_by_form)


def title_words(knowledge: Knowledge) -> tuple[str, ...]:
    """Return RE2 patterns of which a match stands in every title that somebody may have known."""
    words = compiled(TITLE_WORDS)
    absent = (title for country in knowledge.countries.values() for title in country.absent)
    others = {title for title in (*knowledge.titles, *absent) if not words.search(title.encode())}
    return (TITLE_WORDS, *([literals(others, ignore_case=True)] if others else []))


def absent_offices(knowledge: Knowledge) -> tuple[str, ...]:
    """Return RE2 patterns of which one is found wherever an office has a country without it."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for form, code in knowledge.country_by_form.items():
        for title in knowledge.countries[code].absent:
            forms[title].append(form)
    return tuple(
        pattern
        for title, names in sorted(forms.items())
        for pattern in _beside(alternatives([re.escape(title)], ignore_case=True), literals(names))
    )


def _beside(title: str, country: str) -> tuple[str, str]:
    return rf"{country}(?:[’']s?)? {title}", rf"{title} of (?:the )?{country}"
