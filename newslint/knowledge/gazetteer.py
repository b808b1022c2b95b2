"""Cities of a country by what their names become in another alphabet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from newslint.document import Document
from newslint.knowledge.capitals import capital_words, starts_of
from newslint.knowledge.cities import FOLD_LETTERS, folds
from newslint.knowledge.folding import plain, skeleton
from newslint.knowledge.lettered import Lettered
from newslint.knowledge.store import Knowledge


class City(NamedTuple):
    """A city of 50,000 people or more.

    Args:
        name: its English name.
        country: code of its country.
        thousands: how many thousand people live there.
    """

    name: str
    country: str
    thousands: int


def countries_in(document: Document, knowledge: Knowledge) -> Counter[str]:
    """Return how often a document names each country, by name or adjective, in their order."""
    key = "countries"
    if key not in document.memo:
        forms = knowledge.country_by_form
        starts = starts_of(document, forms.keys() & capital_words(document))
        named: Counter[str] = Counter()
        for word in sorted(starts, key=lambda word: starts[word][0]):
            named[forms[word]] += len(starts[word])
        document.memo[key] = named
    return document.memo[key]  # type: ignore[return-value]


def country_codes(document: Document, knowledge: Knowledge) -> set[str]:
    """Return the countries that a document names, far cheaper than how often."""
    key = "country codes"
    if key not in document.memo:
        forms = knowledge.country_by_form
        document.memo[key] = {forms[word] for word in capital_words(document) if word in forms}
    return document.memo[key]  # type: ignore[return-value]


@lru_cache(maxsize=4)
def country_folds(knowledge: Knowledge) -> frozenset[str]:
    """Return what is left of the names of all countries that went through another alphabet."""
    names = (country.name for country in knowledge.countries.values())
    return frozenset(fold for name in names for fold in worn_folds(name))


def worn_folds(name: str) -> set[str]:
    """Return what a name is compared by, as it is and without a first vowel.

    >>> sorted(worn_folds("Ukraine"))
    ['aklana', 'klana']
    """
    fold = skeleton(name)
    return {fold, fold.removeprefix("a")}


def only_country_of(city: str, knowledge: Knowledge) -> str | None:
    """Return the only country that has a city of a name, or None."""
    codes = knowledge.index["countries_by_city"].get(plain(city), ())
    return codes[0] if len(codes) == 1 else None


def cities_like(name: str, knowledge: Knowledge) -> Iterator[City]:
    """Yield the cities that another alphabet can make a name of."""
    by_fold = knowledge.index["cities_by_fold"]
    for fold in folds(name):
        yield from map(City._make, by_fold.get(fold, ()))


class CityLikes:
    """The question whether another alphabet can make a name of any city.

    Args:
        knowledge: what is known.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._folds = Lettered(knowledge.index["city folds"])

    def __call__(self, names: Iterable[str]) -> list[str]:
        """Return those of some names that it can make of one."""
        known = self._folds
        return [
            name
            for name in names
            if any(fold in known[fold[:FOLD_LETTERS]] for fold in folds(name))
        ]


def alike(word: str, city: City) -> float:
    """Return how alike two names are, letter by letter, from 0 to 1."""
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    return float(DamerauLevenshtein.normalized_similarity(plain(word), plain(city.name)))
