"""The indexes of a knowledge table, as plain data that is kept with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newslint.knowledge.folding import plain
from newslint.knowledge.lettered import by_letters
from newslint.knowledge.listed import telling_among
from newslint.knowledge.nearness import deletions, near_names_of
from newslint.knowledge.title_sites import title_sites
from newslint.text.expressions import expression
from newslint.text.regex import whole_words

if TYPE_CHECKING:
    from newslint.knowledge.model import Person

_SHORTEST = 5
_RUN = expression(r"[\w'-]+")


def person_of(name: str, row: dict[str, Any]) -> Person:
    """Return a person of a table."""
    from newslint.knowledge.model import Person  # noqa: PLC0415 - most texts name nobody

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


def full_names(person: Person) -> set[str]:
    """Return the full names of a person, in small letters without accents."""
    names = {plain(name) for name in (person.name, *person.names) if " " in name}
    for given in (person.given, *person.given_variants):
        for family in person.families:
            if given:
                pair = (family, given) if person.family_first else (given, family)
                names.add(plain(" ".join(pair)))
    return names


def given_names(person: Person) -> set[str]:
    """Return the forms of a person's given name, in small letters without accents."""
    return {plain(name) for name in (person.given, *person.given_variants) if name}


def index_of(table: dict[str, Any]) -> dict[str, Any]:
    """Return what checks look up in a table, by small letters without accents.

    Args:
        table: what `compile_files` returns.
    """
    people = [person_of(name, row) for name, row in table["people"].items()]
    titles: defaultdict[str, list[int]] = defaultdict(list)
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, office in enumerate(table["offices"]):
        for title in office["titles"]:
            titles[title].append(number)
        for person in dict.fromkeys(term[0] for term in office["terms"]):
            held[person].append(number)
    last_words = {title.split()[-1] for title in titles}
    given = {name for person in people for name in given_names(person)}
    names = _names(people)
    listed = {
        word
        for entry in table["spelling"]
        if entry.get("kind") == "person"
        for form in (entry["name"], *entry.get("forms", ()))
        for word in plain(form).split()
    }
    countries = {
        form: code
        for code, row in table["countries"].items()
        for form in (row["name"], *row["forms"], *row["demonyms"])
    }
    told = telling_among(table["spelling"])
    variants = _variants(people)
    return {
        **names,
        "known": sorted({*names["known"], *listed}),
        "variants": variants,
        "variant words": "\n".join(sorted(variants)),
        "titles": dict(titles),
        "held": dict(held),
        "before_families": sorted(given | last_words),
        "countries": countries,
        "title sites": title_sites(titles, countries),
        "telling": told,
        "telling sites": whole_words(told),
    }


def _names(people: list[Person]) -> dict[str, Any]:
    by_last_word: defaultdict[str, list[str]] = defaultdict(list)
    by_full_name: defaultdict[str, list[str]] = defaultdict(list)
    families: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    misspelt: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    known: set[str] = set()
    for person in people:
        names = (person.name, *person.names)
        for word in sorted({plain(name).split()[-1] for name in (*person.families, *names)}):
            by_last_word[word].append(person.id)
        for name in sorted(full_names(person)):
            by_full_name[name].append(person.id)
        for family in person.families:
            if " " not in family and len(family) >= _SHORTEST:
                families[plain(family)].append((family, person.id))
        for wrong in person.misspellings:
            misspelt[plain(wrong)].append((person.family, person.id))
        for name in (*names, person.given, *person.families, *person.given_variants):
            known.update(plain(name).replace("-", " ").split(), plain(name).split())
    near: defaultdict[str, list[str]] = defaultdict(list)
    for family in families:
        for form in deletions(family):
            near[form].append(family)
    return {
        "last_words": dict(by_last_word),
        "full_names": dict(by_full_name),
        "first_words": sorted({word for name in by_full_name for word in _first_words(name)}),
        "families": dict(families),
        "misspelt": dict(misspelt),
        "known": sorted(known),
        "near": {form: " ".join(names) for form, names in near.items()},
        "near_forms": by_letters(near),
    }


def near_known_names(words: Iterable[str], index: Mapping[str, Any]) -> list[str]:
    """Return those of some words that could be meant for a known name and are no part of one.

    Args:
        words: the words, in small letters.
        index: what `index_of` returns.
    """
    near, wrong, known = index["near"], index["misspelt"], frozenset(index["known"])
    return [
        word for word in words if word not in known and (word in wrong or near_names_of(word, near))
    ]


def _variants(people: Iterable[Person]) -> dict[str, list[tuple[str, str]]]:
    """Return the ids and spellings of family names that have several, by their words."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for person in people:
        if len(person.families) > 1:
            for spelling in sorted({plain(form) for form in person.families if " " not in form}):
                for word in dict.fromkeys(_capitalised(spelling)):
                    found[word].append((person.id, spelling))
    return dict(found)


def _capitalised(spelling: str) -> Iterator[str]:
    """Yield what can be a capitalised word where a spelling stands in a text."""
    for match in _RUN.finditer(spelling):
        yield from _uncut(match[0])


def _first_words(name: str) -> Iterator[str]:
    """Yield what can be the first capitalised word where a name stands in a text."""
    match = _RUN.search(name)
    if match is not None:
        yield from _uncut(match[0])


def _uncut(run: str) -> Iterator[str]:
    """Yield some letters, and what is left where an apostrophe begins a possessive ending."""
    yield run
    yield from (run[:place] for place, mark in enumerate(run) if mark == "'")
