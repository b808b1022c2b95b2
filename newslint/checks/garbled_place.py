"""Kind `garbled-place`: a place name that lost its shape on the way through another alphabet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import field
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, Literal

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.capitals import Capital, capital_words, capitals_of
from newslint.knowledge.folding import plain, skeleton
from newslint.knowledge.gazetteer import (
    City,
    CityLikes,
    alike,
    cities_like,
    countries_in,
    country_codes,
    country_folds,
    only_country_of,
    worn_folds,
)
from newslint.knowledge.place_slots import EVENT, EVENTS, PLACE, capitals_of_events
from newslint.knowledge.sieve import Sieve
from newslint.knowledge.unknown import Unknown
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.span import Span

if TYPE_CHECKING:
    from newslint.knowledge.store import Knowledge

_SHORTEST = 5
_OF = " city of "
_CITY = expression(r"[A-ZÀ-Þ](?<!\w.)[a-zà-ÿ’'-]+\Z")
_CITY_OF = expression(
    r"(?P<city>[A-ZÀ-Þ](?<!\w.)[a-zà-ÿ’'-]+) city of (?P<name>[A-ZÀ-Þ][a-zà-ÿ]{2,})\b"
)


@parameters
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
            # One by one, each is known by a literal of its own.
            name = r"[A-Z\x{c0}-\x{24f}]"
            before = (rf"(?i:{event}) (?:of|from|in|at) {name}" for event in EVENTS)
            return (*before, *(rf"[’']s (?i:{event})" for event in EVENTS))
        return ("(?:in|from|near|outside|around|toward|into|of|to) [A-Z]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"city", "country", "wanted"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the garbled names, in order."""
        if self.slot == "city-of":
            yield from self._city_of(document)
            return
        found: dict[str, City | None] = {}
        for word in self._in_slot(document):
            if document.text[word.end : word.end + 1] == "-" or self._beside_a_name(
                document.text, word.span
            ):
                continue
            if word.text not in found:
                found[word.text] = self._city(document, word)
            city = found[word.text]
            if city is not None:
                yield self._match(document, word.span, city)

    @cached_property
    def _like_cities(self) -> Sieve:
        """The question which of some unknown names another alphabet can make of any city."""
        return Sieve(CityLikes(self._knowledge))

    @property
    def _knowledge(self) -> Knowledge:
        return self.context.knowledge

    def _in_slot(self, document: Document) -> list[Capital]:
        """Return the unknown names that stand in the slot and can be cities, in order."""
        if self.slot == "event":
            return sorted(self._beside_events(document))
        sieve = self.context.unknown_names(self.max_zipf, _SHORTEST)
        caught = self._like_cities.caught(sieve.caught(capital_words(document)))
        unknown = {word for word in caught if len(plain(word)) >= _SHORTEST}
        return capitals_of(document, unknown, partial(PLACE.holds, document.text))

    def _beside_events(self, document: Document) -> Iterator[Capital]:
        words = capitals_of_events(document)
        question = Unknown(self._knowledge, self.context.accepted, self.max_zipf, _SHORTEST)
        unknown = set(question({word.text: word.plain for word in words}))
        for word in words:
            if word.text in unknown and len(word.plain) >= _SHORTEST:
                yield word

    def _city(self, document: Document, word: Capital) -> City | None:
        """Return the only city that a name can be, of the countries that are named twice."""
        text, name = document.text, word.text
        cities = self._cities(name, country_codes(document, self._knowledge))
        if not cities:
            return None
        named = countries_in(document, self._knowledge)
        cities = [city for city in cities if named[city.country] >= 2]
        # A word of any frequency is a person's or a firm's name more often than a slip.
        is_word = self._knowledge.words.zipf(word.plain) > 0
        if self.slot == "place" and is_word and not _repeats(text, name):
            return None
        if self.slot == "event":
            cities = [city for city in cities if _stands_twice(text, city.name)]
        if len({city.name for city in cities}) != 1:
            return None
        order = list(named)
        return min(cities, key=lambda city: order.index(city.country))

    def _cities(self, name: str, countries: Collection[str]) -> list[City]:
        """Return the cities of some countries that another alphabet can make a name of."""
        return [
            city
            for city in cities_like(name, self._knowledge)
            if city.country in countries
            and alike(name, city) >= self.min_alike
            and plain(city.name) != plain(name)
        ]

    def _beside_a_name(self, text: str, span: Span) -> bool:
        before = re.search(r"([^\W\d_][\w’'-]*) $", text[max(0, span.start - 30) : span.start])
        after = re.match(r"(?:[’']s)? ([^\W\d_][\w’'-]*)", text[span.end : span.end + 30])
        if before and before[1][0].isupper() and before[1].lower() not in ("in", "from", "near"):
            return True
        return bool(
            after
            and after[1][0].isupper()
            and not re.fullmatch(f"{EVENT}|Region|Oblast|Province|District|Airport", after[1])
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
        for match in _cities_of(document.text):
            if skeleton(match["name"]) not in country_folds(knowledge):
                continue
            country = only_country_of(match["city"], knowledge)
            if country is None or match["name"] in knowledge.country_by_form:
                continue
            form = knowledge.countries.get(country)
            if form is None or not form.demonyms:
                continue
            if skeleton(match["name"]) not in worn_folds(form.name):
                continue
            wanted = f"{form.demonyms[0]} city of {match['city']}"
            evidence = (
                f"{match['city']} is a city of {form.name}.",
                f"“{match['name']}” is what other alphabets leave of “{form.name}”.",
            )
            values = {"city": match["city"], "country": form.name, "wanted": wanted}
            yield Match(Span(match.start(), match.end()), values, (wanted,), evidence=evidence)


def _cities_of(text: str) -> Iterator[re.Match[str]]:
    """Yield “X city of Y”, in order; no search is quicker than one for a literal."""
    end = 0
    place = text.find(_OF)
    while place >= 0:
        city = _CITY.search(text, text.rfind(" ", 0, place) + 1, place)
        match = None if city is None or city.start() < end else _CITY_OF.match(text, city.start())
        if match is not None:
            yield match
            end = match.end()
        place = text.find(_OF, place + 1)


def _repeats(text: str, name: str) -> bool:
    """Say whether a text holds a name at least twice, be it in longer words."""
    return text.find(name, text.find(name) + len(name)) >= 0


def _stands_twice(text: str, name: str) -> bool:
    """Say whether a text has a name as a word at least twice."""
    # The pattern begins with letters, not with a boundary: the engine can then skip to them.
    name = re.escape(name)
    places = re.finditer(rf"{name}(?<=\b{name})\b", text)
    return len(list(islice(places, 2))) == 2


CHECK = GarbledPlace
