"""The listed names with several spellings, by their spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from newslint.knowledge.store import Knowledge

Status = Literal["form", "misspelling", "exonym"]
MIXED = "mixed"
"""What a text is reported for that holds two accepted spellings of a name."""


class Name(NamedTuple):
    """A name with its spellings.

    Args:
        id: the entry's id.
        name: the default spelling.
        kind: place, people, organisation or person.
        house: the spelling of each house style.
        slots: contexts, with ``{}`` for the name, that make its sense certain.
        historical: whether the older spelling is right for older events.
    """

    id: str
    name: str
    kind: str
    house: dict[str, str]
    slots: tuple[str, ...]
    historical: bool


class Meaning(NamedTuple):
    """What a spelling can stand for.

    Args:
        name: the name.
        status: what kind of spelling of it it is.
        language: the language of an exonym.
    """

    name: Name
    status: Status
    language: str = ""


@lru_cache(maxsize=4)
def meanings(knowledge: Knowledge) -> dict[str, list[Meaning]]:
    """Return what each listed spelling can stand for."""
    return _meanings(knowledge.spelling)


def _meanings(entries: Iterable[dict[str, Any]]) -> dict[str, list[Meaning]]:
    found: defaultdict[str, list[Meaning]] = defaultdict(list)
    for entry in entries:
        name = _name(entry)
        for form in dict.fromkeys([name.name, *entry.get("forms", [])]):
            found[form].append(Meaning(name, "form"))
        for wrong in entry.get("misspellings") or []:
            found[str(wrong)].append(Meaning(name, "misspelling"))
        for language, exonyms in (entry.get("exonyms") or {}).items():
            for exonym in exonyms if isinstance(exonyms, list) else [exonyms]:
                if exonym not in entry.get("forms", []):
                    found[str(exonym)].append(Meaning(name, "exonym", str(language)))
    return dict(found)


@lru_cache(maxsize=4)
def listed_ids(knowledge: Knowledge) -> frozenset[str]:
    """Return the ids of the listed names."""
    return frozenset(entry["id"] for entry in knowledge.spelling)


@lru_cache(maxsize=4)
def forms_of(knowledge: Knowledge) -> dict[str, list[str]]:
    """Return the accepted spellings of each listed name, by its id."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form, meant in meanings(knowledge).items():
        for name in {meaning.name.id for meaning in meant if meaning.status == "form"}:
            found[name].append(form)
    return dict(found)


def telling(knowledge: Knowledge) -> Mapping[str, Sequence[str]]:
    """Return the spellings without which no text is reported, with what is reported."""
    found: Mapping[str, Sequence[str]] = knowledge.index["telling"]
    return found


def reported(knowledge: Knowledge, report: str) -> list[str]:
    """Return the spellings without which no text is reported for one thing, sorted.

    Args:
        knowledge: what is known.
        report: what is reported; see `telling`.
    """
    told = telling(knowledge)
    return sorted(form for form in told if report in told[form])


def out_of_house(knowledge: Knowledge, house: str) -> list[str]:
    """Return the accepted spellings in place of which a house style has others, sorted."""
    return sorted(
        form
        for form, meant in meanings(knowledge).items()
        if any(one.status == "form" and one.name.house.get(house, form) != form for one in meant)
    )


def telling_among(entries: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Return what `telling` returns, for the index of the knowledge.

    A text that mixes two forms of a name holds another than the one that is listed first.

    Args:
        entries: the listed names of the table.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for form, meant in _meanings(entries).items():
        for meaning in meant:
            if meaning.status != "form":
                found[form].add(meaning.status)
            elif first.setdefault(meaning.name.id, form) != form:
                found[form].add(MIXED)
    return {form: sorted(reports) for form, reports in found.items()}


def _name(entry: dict[str, Any]) -> Name:
    return Name(
        id=entry["id"],
        name=entry["name"],
        kind=entry.get("kind", ""),
        house={str(key): str(value) for key, value in (entry.get("house") or {}).items()},
        slots=tuple(entry.get("slots") or ()),
        historical=bool(entry.get("historical")),
    )
