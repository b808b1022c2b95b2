"""Wikidata results to knowledge files."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_PRECISION = {9: 4, 10: 7, 11: 10}
"""How many characters of an ISO date each `wikibase:timePrecision` vouches for."""

_ACTING = ("acting", "interim", "caretaker", "provisional", "temporary")
"""How the labels of items begin that say of a holder that they only stood in."""

_DEPRECATED = ("deprecated", "DeprecatedRank")


class WikidataError(ValueError):
    """Data that is no Wikidata result."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """One term as Wikidata has it."""

    country: str
    country_name: str
    office: str
    person: str
    name: str
    variants: tuple[str, ...]
    start: str
    end: str
    acting: bool


def import_wikidata(data: Any) -> tuple[str, list[str]]:  # noqa: ANN401 - whatever the JSON holds
    """Return a knowledge file and what was noticed while making it.

    Args:
        data: the parsed JSON of a SPARQL result (``results.bindings``) or of entities
            (``entities``, as `Special:EntityData` and `wbgetentities` give them).

    Raises:
        WikidataError: if the data is neither.
    """
    notes: list[str] = []
    if isinstance(data, dict) and isinstance(data.get("results"), dict):
        statements = list(_from_bindings(data["results"].get("bindings", []), notes))
    elif isinstance(data, dict) and isinstance(data.get("entities"), dict):
        statements = list(_from_entities(data["entities"], notes))
    else:
        raise WikidataError("it has neither “results” nor “entities”")
    return "\n".join(_yaml(_merged(statements, notes))) + "\n", notes


def _from_bindings(bindings: Iterable[dict[str, Any]], notes: list[str]) -> Iterator[_Statement]:
    for row in bindings:
        value = {key: str(item.get("value", "")) for key, item in row.items()}
        name, identity = value.get("personLabel", ""), _item(value.get("person", ""))
        if not name or name == identity:
            notes.append(f"{identity}: it has no English label and is left out.")
            continue
        if value.get("rank", "").endswith(_DEPRECATED):
            continue
        yield _Statement(
            country=value.get("countryCode") or _item(value.get("country", "")),
            country_name=value.get("countryLabel", ""),
            office=value.get("officeLabel", "").lower(),
            person=identity,
            name=name,
            variants=tuple(filter(None, value.get("aliases", "").split("|"))),
            start=_date(value.get("start", ""), value.get("startPrecision")),
            end=_date(value.get("end", ""), value.get("endPrecision")),
            acting=_says_acting(value.get("actingLabel", ""), value.get("officeLabel", "")),
        )


def _says_acting(*labels: str) -> bool:
    return any(label.lower().startswith(_ACTING) for label in labels)


def _from_entities(entities: dict[str, Any], notes: list[str]) -> Iterator[_Statement]:
    labels = {
        identity: entity.get("labels", {}).get("en", {}).get("value", "")
        for identity, entity in entities.items()
    }
    for identity, entity in entities.items():
        claims = entity.get("claims", {}).get("P39", [])
        if claims and not labels[identity]:
            notes.append(f"{identity}: it has no English label and is left out.")
            continue
        aliases = [item["value"] for item in entity.get("aliases", {}).get("en", [])]
        for claim in claims:
            office = _claim_item(claim.get("mainsnak", {}))
            if claim.get("rank") == "deprecated" or not office:
                continue
            if not labels.get(office):
                notes.append(f"{identity}: the office {office} is not among the entities.")
                continue
            qualifiers = claim.get("qualifiers", {})
            acting = {
                _claim_item(item) for key in ("P5102", "P3831") for item in qualifiers.get(key, [])
            }
            country = _first_item(entities.get(office, {}), "P17", "P1001")
            yield _Statement(
                country=country or "XX",
                country_name=labels.get(country, ""),
                office=labels[office].lower(),
                person=identity,
                name=labels[identity],
                variants=tuple(aliases),
                start=_time(qualifiers.get("P580")),
                end=_time(qualifiers.get("P582")),
                acting=_says_acting(labels[office], *(labels.get(item, "") for item in acting)),
            )


def _claim_item(snak: dict[str, Any]) -> str:
    value = snak.get("datavalue", {}).get("value", {})
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _first_item(entity: dict[str, Any], *properties: str) -> str:
    for key in properties:
        for claim in entity.get("claims", {}).get(key, []):
            if item := _claim_item(claim.get("mainsnak", {})):
                return item
    return ""


def _time(snaks: list[dict[str, Any]] | None) -> str:
    for snak in snaks or []:
        value = snak.get("datavalue", {}).get("value", {})
        if isinstance(value, dict) and "time" in value:
            return _date(str(value["time"]).lstrip("+"), str(value.get("precision", 11)))
    return ""


def _date(value: str, precision: str | None) -> str:
    """Return a date cut to what its precision vouches for; empty if that is less than a year."""
    match = re.match(r"\+?(\d{4})-(\d{2})-(\d{2})", value)
    if match is None:
        return ""
    kept = _PRECISION.get(int(precision or 11), 0)
    return "-".join(match.groups())[:kept]


def _item(address: str) -> str:
    return address.rpartition("/")[2]


def _merged(statements: Iterable[_Statement], notes: list[str]) -> list[_Statement]:
    """Return the statements once each, the more exact of two that mean the same term."""
    best: dict[tuple[str, str, str, str], _Statement] = {}
    for item in statements:
        if not item.start:
            notes.append(f"{item.name}: a term as {item.office} has no start and is left out.")
            continue
        key = (item.country, item.office, item.person, item.start[:4])
        other = best.get(key)
        if other is None or len(item.start + item.end) > len(other.start + other.end):
            best[key] = item
    open_ended: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for item in best.values():
        if not item.end and not item.acting:
            open_ended[item.country, item.office].append(item.name)
    for (country, office), names in open_ended.items():
        if len(names) > 1:
            notes.append(
                f"{office} ({country}) has several holders to this day: {', '.join(names)}."
            )
    return sorted(best.values(), key=lambda item: (item.country, item.office, item.start))


def _yaml(statements: list[_Statement]) -> Iterator[str]:
    """Yield the lines of a knowledge file; of one country, as the format has it."""
    countries = dict.fromkeys(item.country for item in statements)
    for number, country in enumerate(countries):
        own = [item for item in statements if item.country == country]
        if number:
            yield "---"
        name = next((item.country_name for item in own if item.country_name), country)
        yield f"country: {{code: {_quoted(country)}, name: {_quoted(name)}}}"
        yield "offices:"
        for office in dict.fromkeys(item.office for item in own):
            yield f"  {slug(office)}:"
            yield f"    titles: [{_quoted(office)}]"
            yield "    # Add complete_from and complete_to once no term is missing between them."
            yield "    terms:"
            for item in own:
                if item.office == office:
                    yield f"      - {{{_term(item)}}}"
        yield "people:"
        for person in dict.fromkeys(item.person for item in own):
            yield from _person(next(item for item in own if item.person == person))


def _term(item: _Statement) -> str:
    parts = [f"person: {slug(item.name)}", f"start: {_quoted(item.start)}"]
    if item.end:
        parts.append(f"end: {_quoted(item.end)}")
    if item.acting:
        parts.append("acting: true")
    return ", ".join(parts)


def _person(item: _Statement) -> Iterator[str]:
    given, _, family = item.name.rpartition(" ")
    yield f"  {slug(item.name)}:"
    yield f"    name: {_quoted(item.name)}"
    if given:
        yield f"    given: {_quoted(given)}"
    yield f"    family: {_quoted(family)}"
    names = [alias for alias in item.variants if " " in alias]
    if names:
        yield f"    names: [{', '.join(map(_quoted, names))}]"


def slug(name: str) -> str:
    """Return a name as an id.

    >>> slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    decomposed = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    ascii_name = decomposed.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c for c in escaped if c.isprintable()) + '"'
