"""The indexes of cities, as plain data that is kept with the knowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from newslint.knowledge.folding import cyrillic_fold, plain, skeleton
from newslint.knowledge.lettered import by_letters

_SHORTEST_FOLD = 5

_NO_SKELETON = frozenset({"CN", "TW", "JP", "KR", "VN", "SG", "HK"})
"""Countries whose names are short syllables: the loose fold brings unlike ones together."""


FOLD_LETTERS = 3
"""By how many letters the folds are kept: the kind and the first of the name."""

_LOOSE = "s:"
"""What a loose fold begins with."""


def folds(name: str) -> list[str]:
    """Return what a name is compared by, the loose fold last.

    >>> folds("Kherson")
    ['c:herson', 's:alsan']

    Args:
        name: the name of a city, or what could be one.
    """
    kinds = {"c:": cyrillic_fold(name), _LOOSE: skeleton(name)}
    return [kind + fold for kind, fold in kinds.items() if len(fold) >= _SHORTEST_FOLD]


def city_indexes(cities: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, Any]:
    """Return what checks look up about cities.

    Args:
        cities: name and thousands of people of each, by the code of its country.
    """
    by_fold: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    countries: defaultdict[str, list[str]] = defaultdict(list)
    for country, rows in cities.items():
        for name, thousands, *_ in rows:
            if country not in countries[plain(name)]:
                countries[plain(name)].append(country)
            for fold in folds(name) if " " not in name else ():
                if not (country in _NO_SKELETON and fold.startswith(_LOOSE)):
                    by_fold[fold].append((name, country, thousands))
    return {
        "cities_by_fold": dict(by_fold),
        "city folds": by_letters(by_fold, FOLD_LETTERS),
        "countries_by_city": dict(countries),
    }
