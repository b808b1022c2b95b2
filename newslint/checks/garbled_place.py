"""Kind `garbled-place`: a place name that lost its shape on the way through another alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from newslint.checks.base import Match
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.capitals import Capital, capitals_in
from newslint.knowledge.folding import plain, skeleton
from newslint.knowledge.gazetteer import City, alike, cities_by_fold, countries_in, folds
from newslint.scan import Triggers
from newslint.text.span import Span

if TYPE_CHECKING:
    from newslint.knowledge.store import Knowledge

_EVENTS = (
    r"(?:retreat|withdrawal|liberation|siege|capture|recapture|occupation|evacuation|shelling"
    r"|bombardment|bombing|annexation|encirclement|defence|defense|fall|surrender|battle)"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|from|near|outside|around|towards?|into|leaving|leave|left|reach(?:ed)?|via"
    r"|captured?|retake|retaken|liberated?|occupied|cit(?:y|ies) of|towns? of|port of) $"
)
_PLACE_AFTER = re.compile(r" (?:[Rr]egion|[Oo]blast|[Pp]rovince|[Dd]istrict|[Aa]irport|city)\b")
_EVENT_BEFORE = re.compile(rf"\b(?i:{_EVENTS}) (?:of|from|in|at) $")
_EVENT_AFTER = re.compile(rf"[’']s (?i:{_EVENTS})\b")
_REACH = 24
_SHORTEST = 5
_CITY_OF = re.compile(r"\b(?P<city>[A-ZÀ-Þ][a-zà-ÿ’'-]+) city of (?P<name>[A-ZÀ-Þ][a-zà-ÿ]{2,})\b")


@dataclass(frozen=True, kw_only=True)
class GarbledPlace:
    """A name in the place of a place, unknown as one, that another alphabet makes of a city.

    The candidates are the cities of the countries that the text speaks of; a fold that keeps
    only what survives Chinese, Cyrillic or Devanagari must make both names equal.

    Args:
        slot: ``place`` (“in X”, “X region”), ``event`` (“X’s retreat” for a city that the text
            itself names), or ``city-of`` (“the Kherson city of X”).
        max_zipf: how common the name may be as a word (Zipf frequency).
        min_alike: how alike the letters must be, from 0 to 1.
        context: what the run tells the checks.
    """

    slot: Literal["place", "event", "city-of"]
    max_zipf: float = 1.5
    min_alike: float = 0.5
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return what the slot cannot do without."""
        if self.slot == "city-of":
            return (" city of [A-Z]",)
        if self.slot == "event":
            return (rf"(?i:{_EVENTS})",)
        return ("(?:in|from|near|outside|around|toward|into|of|to) [A-Z]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"city", "country", "wanted"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the garbled names, in order."""
        if self.slot == "city-of":
            yield from self._city_of(document)
            return
        countries = [
            code for code, count in countries_in(document, self._knowledge).items() if count >= 2
        ]
        if not countries:
            return
        before, after = (
            (_EVENT_BEFORE, _EVENT_AFTER) if self.slot == "event" else (_PLACE_BEFORE, _PLACE_AFTER)
        )
        text = document.text
        for word in capitals_in(document):
            if len(word.plain) < _SHORTEST or not word.text[1:].islower():
                continue
            left = text[max(0, word.start - _REACH) : word.start]
            if (left.endswith(" ") and before.search(left)) or after.match(text, word.end):
                match = self._in_slot(document, word, countries)
                if match is not None:
                    yield match

    @property
    def _knowledge(self) -> Knowledge:
        return self.context.knowledge

    def _in_slot(self, document: Document, word: Capital, countries: list[str]) -> Match | None:
        text, name, span = document.text, word.text, word.span
        if text[word.end : word.end + 1] == "-" or not self._unknown(word.plain):
            return None
        if self._beside_a_name(text, span):
            return None
        # A word of any frequency is a person's or a firm's name more often than a slip.
        is_word = self._knowledge.words.zipf(word.plain) > 0
        if self.slot == "place" and is_word and text.count(name) < 2:
            return None
        cities = [
            city
            for country in countries
            for fold in folds(name, country)
            for city in cities_by_fold(self._knowledge, country).get(fold, ())
            if alike(name, city) >= self.min_alike and plain(city.name) != plain(name)
        ]
        if self.slot == "event":
            cities = [city for city in cities if _names(text, city.name) >= 2]
        if len({city.name for city in cities}) != 1:
            return None
        return self._match(document, span, cities[0])

    def _unknown(self, word: str) -> bool:
        return (
            word not in self.context.accepted
            and self._knowledge.words.zipf(word) <= self.max_zipf
            and word not in self._knowledge.place_names
        )

    def _beside_a_name(self, text: str, span: Span) -> bool:
        before = re.search(r"([^\W\d_][\w’'-]*) $", text[max(0, span.start - 30) : span.start])
        after = re.match(r"(?:[’']s)? ([^\W\d_][\w’'-]*)", text[span.end : span.end + 30])
        if before and before[1][0].isupper() and before[1].lower() not in ("in", "from", "near"):
            return True
        return bool(
            after
            and after[1][0].isupper()
            and not re.fullmatch(
                f"(?i:{_EVENTS})|Region|Oblast|Province|District|Airport", after[1]
            )
        )

    def _match(self, document: Document, span: Span, city: City) -> Match:
        country = self._knowledge.countries[city.country].name
        named = countries_in(document, self._knowledge)[city.country]
        evidence = (
            f"{city.name} is a city of {country}, which the text names {named} times.",
            f"“{span.of(document.text)}” is what another alphabet leaves of “{city.name}”.",
        )
        values = {"city": city.name, "country": country, "wanted": city.name}
        return Match(span, values, (city.name,), evidence=evidence)

    def _city_of(self, document: Document) -> Iterator[Match]:
        """Yield “the Kherson city of X”, where X is no place of the city's country."""
        knowledge = self._knowledge
        for match in _CITY_OF.finditer(document.text):
            country = _country_of_city(match["city"], knowledge)
            if country is None or match["name"] in knowledge.country_by_form:
                continue
            form = knowledge.countries.get(country)
            if form is None or not form.demonyms:
                continue
            folded = skeleton(form.name)
            if skeleton(match["name"]) not in (folded, folded[1:] if folded[:1] == "a" else folded):
                continue
            wanted = f"{form.demonyms[0]} city of {match['city']}"
            evidence = (
                f"{match['city']} is a city of {form.name}.",
                f"“{match['name']}” is what other alphabets leave of “{form.name}”.",
            )
            values = {"city": match["city"], "country": form.name, "wanted": wanted}
            yield Match(Span(match.start(), match.end()), values, (wanted,), evidence=evidence)


def _names(text: str, name: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}\b", text))


def _country_of_city(name: str, knowledge: Knowledge) -> str | None:
    """Return the only country that has a city of that name."""
    wanted = plain(name)
    codes = {
        code
        for code, cities in knowledge.cities.items()
        for city in cities
        if plain(city[0]) == wanted
    }
    return codes.pop() if len(codes) == 1 else None


CHECK = GarbledPlace
