"""The knowledge of one run: compiled once, indexed when a check asks for it."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from newslint.knowledge.bloom import Bloom
from newslint.knowledge.compiling import compile_files, knowledge_files
from newslint.knowledge.folding import plain
from newslint.knowledge.model import Country, Office, Person, Term
from newslint.knowledge.words import Words
from newslint.ruleset.bundled import bundled_directory
from newslint.ruleset.cache import plain_cache


@lru_cache(maxsize=4)
def load(files: tuple[Path, ...] = ()) -> Knowledge:
    """Return the bundled knowledge with further files merged into it.

    Args:
        files: knowledge files of the user, read after the bundled ones.
    """
    directory = bundled_directory() / "knowledge"
    every = (*knowledge_files(directory), *files)
    cache = plain_cache("knowledge", every)
    table = cache.read()
    if table is None:
        table, _ = compile_files(every)
        cache.write(table)
    return Knowledge(table, directory / "derived")


class Knowledge:
    """People, offices, countries, places and words, with the indexes that checks need.

    Args:
        table: what `compile_files` returns.
        derived: the directory of the derived lists.
    """

    def __init__(self, table: dict[str, Any], derived: Path) -> None:
        self._table = table
        self._derived = derived

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Countries and bodies by code."""
        return {
            code: Country(
                code,
                row["name"],
                tuple(row["forms"]),
                tuple(row["demonyms"]),
                tuple(row["absent"]),
            )
            for code, row in self._table["countries"].items()
        }

    @cached_property
    def people(self) -> dict[str, Person]:
        """People by id."""
        return {name: _person(name, row) for name, row in self._table["people"].items()}

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Every office."""
        return tuple(
            Office(
                row["country"],
                row["role"],
                tuple(row["titles"]),
                tuple((start, end) for start, end in row["windows"]),
                row["several"],
                tuple(Term(*term) for term in row["terms"]),
            )
            for row in self._table["offices"]
        )

    @cached_property
    def spelling(self) -> list[dict[str, Any]]:
        """Names with accepted variants, house styles and known misspellings."""
        return list(self._table["spelling"])

    @cached_property
    def offices_by_title(self) -> dict[str, list[Office]]:
        """Offices by lower-case title."""
        index: defaultdict[str, list[Office]] = defaultdict(list)
        for office in self.offices:
            for title in office.titles:
                index[title].append(office)
        return dict(index)

    @cached_property
    def held(self) -> dict[str, list[Office]]:
        """The offices that each person ever held, by the person's id."""
        index: defaultdict[str, list[Office]] = defaultdict(list)
        for office in self.offices:
            for person in {term.person for term in office.terms}:
                index[person].append(office)
        return dict(index)

    @cached_property
    def people_by_family(self) -> dict[str, list[Person]]:
        """People by the last word of their family name, in small letters without accents."""
        index: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            words = {plain(family).split()[-1] for family in person.families}
            words |= {plain(name).split()[-1] for name in (person.name, *person.names)}
            for word in words:
                index[word].append(person)
        return dict(index)

    @cached_property
    def people_by_full_name(self) -> dict[str, list[Person]]:
        """People by every full name, in small letters without accents."""
        index: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            for name in full_names(person):
                index[name].append(person)
        return dict(index)

    @cached_property
    def country_by_form(self) -> dict[str, str]:
        """Codes of countries by name, short form and adjective."""
        return {
            form: country.code
            for country in self.countries.values()
            for form in (country.name, *country.forms, *country.demonyms)
        }

    @cached_property
    def cities(self) -> dict[str, list[list[Any]]]:
        """Cities of 50,000 people and more: name, thousands of people, other names; by country."""
        text = (self._derived / "cities.json").read_text(encoding="utf-8")
        loaded: dict[str, list[list[Any]]] = json.loads(text)
        return loaded

    @cached_property
    def place_names(self) -> Bloom:
        """Every token of every known place name, in small letters without accents."""
        return Bloom((self._derived / "place-names.bloom").read_bytes())

    @cached_property
    def words(self) -> Words:
        """How common English words are."""
        return Words(self._derived / "words.txt")


def full_names(person: Person) -> set[str]:
    """Return the full names of a person, in small letters without accents."""
    names = {plain(name) for name in (person.name, *person.names) if " " in name}
    for given in (person.given, *person.given_variants):
        for family in person.families:
            if given:
                pair = (family, given) if person.family_first else (given, family)
                names.add(plain(" ".join(pair)))
    return names


def _person(name: str, row: dict[str, Any]) -> Person:
    return Person(
        id=name,
        name=row["name"],
        given=str(row.get("given") or ""),
        family=row["family"],
        family_first=row.get("order") == "family-first",
        variants=tuple(row.get("variants", ())),
        given_variants=tuple(row.get("given_variants", ())),
        names=tuple(row.get("names", ())),
        misspellings=tuple(row.get("misspellings", ())),
    )
