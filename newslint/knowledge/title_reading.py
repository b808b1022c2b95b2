"""Titles and countries read at places of a text."""

from __future__ import annotations

import re

from newslint.knowledge.phrases import country_phrases, title_phrases
from newslint.knowledge.store import Knowledge
from newslint.text.expressions import expression
from newslint.text.span import Span

NOWHERE = -1
"""The place of what does not stand there; nothing can be read from it."""

STOPS = frozenset(",.;)")
"""What stands behind a title that is given behind a name."""

_REACH = 90
"""How many code points before a name a title, with its country, can begin."""

_LONGEST_POSSESSIVE = 3
"""How many code points the longest has, with a space behind it."""

_POSSESSIVES = ("’s", "'s", "’", "'")
_WORD_STARTS = expression(r"(?<!\w)\w")
_WORDS = expression(r"(?<![\w-])[^\W\d_][\w.’'-]*")
_FORMER = expression(
    r"(?:\b(?:former|ex|then|late|outgoing|incoming|acting|interim|deputy|vice|assistant|shadow"
    r"|opposition|would-be|future|next|ousted|exiled|deposed|self-proclaimed|self-declared|caretaker"
    r"|designated|first|second|last|previous|one-time|onetime|sometime|longtime|erstwhile|past"
    r"|predecessor|successor|rival|fake|fictional|real|regional|state|provincial|governor"
    r"|was|were|became|become|been|be|elected|appointed|named|sworn in as|as|if|when|while"
    r"|under|since|after|before|until|for|an?|not|no longer|called|nominee|candidate|party"
    r"|Soviet|Bosnian Serb|Turkish Cypriot|Kurdish|Kurdistan|Confederate|Catalan|Chechen|Crimean"
    r"|Abkhaz(?:ian)?|Ossetian|Transnistrian|Somaliland|Scottish|Welsh|Northern Irish|Bavarian"
    r"|Flemish|Puerto Rican|Macau|Hong Kong|Tibetan|Republika Srpska)[ -]?"
    r"|[-–—/])$",
    re.IGNORECASE,
)
_ELECT = expression(
    r"[-–— ](?:elect|designate|candidate|hopeful|nominee|in exile|aspirant)\b", re.IGNORECASE
)


class Reader:
    """Reads titles and countries at places of one text.

    `country_reach` is how many code points before a title its country can begin.

    Args:
        text: the text.
        knowledge: the titles and countries that are known.
    """

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self._text = text
        self._titles = title_phrases(knowledge)
        self._countries = country_phrases(knowledge)
        self.country_reach = self._countries.longest + _LONGEST_POSSESSIVE

    def title(self, place: int) -> Span | None:
        """Return the longest title that begins at a place."""
        return self._titles.at(self._text, place)

    def country(self, place: int) -> Span | None:
        """Return the longest name or adjective of a country that begins at a place."""
        return self._countries.at(self._text, place)

    def skip(self, place: int, *texts: str) -> int:
        """Return the place behind the first of some texts that stands there, or nowhere."""
        if place < 0:
            return NOWHERE
        for text in texts:
            if self._text.startswith(text, place):
                return place + len(text)
        return NOWHERE

    def possessive(self, place: int) -> int:
        """Return the place behind a possessive ending, if there is one."""
        behind = self.skip(place, *_POSSESSIVES)
        return place if behind == NOWHERE else behind

    def may_follow_country(self, place: int) -> bool:
        """Say whether a country may end a space before a place, by the last letters of it."""
        text = self._text
        if text[max(0, place - 1) : place] != " ":
            return False
        ends = [place - 1]
        ends += (place - 1 - len(own) for own in _POSSESSIVES if text.endswith(own, 0, place - 1))
        return any(self._countries.may_end(text, end) for end in ends)

    def countries_before(self, place: int) -> list[Span]:
        """Return the countries that end a space before a place, with a possessive or without."""
        if not self.may_follow_country(place):
            return []
        low = max(0, place - self.country_reach)
        starts = _WORD_STARTS.finditer(self._text, low, place)
        countries = (self.country(start.start()) for start in starts)
        return [
            country
            for country in countries
            if country and self.skip(self.possessive(country.end), " ") == place
        ]

    def beside(self, name: Span) -> tuple[Span, Span | None] | None:
        """Return the title that stands before or behind a name, with the country it names."""
        if self._text[max(0, name.start - 1) : name.start] == " " and not _ELECT.match(
            self._text, name.end
        ):
            low = max(0, name.start - _REACH)
            for word in _WORDS.finditer(self._text, low, name.start):
                found = self._before(word.start(), name.start)
                if found is not None:
                    return None if _FORMER.search(self._text[low : word.start()]) else found
        if self._text.startswith(", ", name.end):
            return self._behind(name.end + 2)
        return None

    def _before(self, place: int, end: int) -> tuple[Span, Span | None] | None:
        """Return title and country if they fill the text from a place up to a name."""
        title = self.title(place)
        if title is not None:
            if self.skip(title.end, " ") == end:
                return title, None
            country = self.country(self.skip(title.end, " of the ", " of "))
            behind = NOWHERE if country is None else self.skip(country.end, ", ", " ")
            return (title, country) if behind == end else None
        country = self.country(place)
        if country is None:
            return None
        own = self.possessive(country.end)
        title = self.title(self.skip(own, " "))
        if title is None:
            return None
        endings = (" ", ", ") if own > country.end else (" ",)
        return (title, country) if self.skip(title.end, *endings) == end else None

    def _behind(self, place: int) -> tuple[Span, Span | None] | None:
        """Return title and country if they stand at a place and a stop follows."""
        place = max(place, self.skip(place, "the ", "who is the ", "who is "))
        title = self.title(place)
        if title is not None:
            country = self.country(self.skip(title.end, " of the ", " of "))
            last = country
        else:
            country = self.country(place)
            own = NOWHERE if country is None else self.possessive(country.end)
            title = last = self.title(self.skip(own, " "))
        if title is None or country is None or last is None:
            return None
        return (title, country) if self._text[last.end : last.end + 1] in STOPS else None
