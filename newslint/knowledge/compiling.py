"""Knowledge files to one table, with what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from newslint.knowledge.model import FIRST_DAY, LAST_DAY
from newslint.knowledge.shapes import misshapen
from newslint.ruleset.model import RuleError
from newslint.ruleset.yaml_lines import read_documents
from newslint.text.expressions import expression

VACANT = "nobody"
"""Stands for the person where an office was vacant."""

_DATE = expression(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_KEYS = {
    "": {"country", "absent", "offices", "people", "spelling"},
    "country": {"code", "name", "forms", "demonyms"},
    "office": {"titles", "complete_from", "complete_to", "several", "terms"},
    "term": {"person", "start", "end", "acting"},
    "person": {
        *("name", "given", "family", "order", "gender"),
        *("variants", "given_variants", "names", "misspellings"),
    },
    "spelling": {
        *("id", "kind", "name", "sense", "country", "forms", "house", "misspellings"),
        *("exonyms", "slots", "historical", "note"),
    },
}


def knowledge_files(directory: Path) -> list[Path]:
    """Return the knowledge files below a directory, sorted."""
    return sorted(directory.rglob("*.yaml"))


def compile_files(files: Iterable[Path]) -> tuple[dict[str, Any], list[str]]:
    """Return the table of all files, and what is wrong in them as sentences with their place.

    Files add to one another: the terms of one office may stand in several, and
    a person in as many as have a term of theirs.
    """
    table = _Table()
    for path in files:
        try:
            documents = read_documents(path.read_text(encoding="utf-8"), str(path))
        except (OSError, UnicodeDecodeError, RuleError) as error:
            table.problems.append(f"{path}: {error}")
            continue
        for value, lines in documents:
            table.add(value or {}, lines, str(path))
    table.finish()
    return table.plain(), table.problems


class _Table:
    """What has been read so far."""

    def __init__(self) -> None:
        self.countries: dict[str, dict[str, Any]] = {}
        self.offices: dict[str, dict[str, Any]] = {}
        self.people: dict[str, dict[str, Any]] = {}
        self.spelling: dict[str, dict[str, Any]] = {}
        self.problems: list[str] = []

    def plain(self) -> dict[str, Any]:
        return {
            "countries": self.countries,
            "offices": list(self.offices.values()),
            "people": self.people,
            "spelling": list(self.spelling.values()),
        }

    def add(  # noqa: C901 - one branch a section of the file
        self,
        value: Any,  # noqa: ANN401 - whatever the YAML holds
        lines: dict[str, int],
        path: str,
    ) -> None:
        def problem(sentence: str, key: str = "") -> None:
            while key and key not in lines:
                key = key.rpartition(".")[0]
            self.problems.append(f"{path}:{lines.get(key, 1)}: {sentence}")

        def check_keys(item: Mapping[str, object], what: str, place: str) -> None:
            for key in set(item) - _KEYS[what]:
                problem(f"the key “{key}” is unknown here.", f"{place}.{key}".lstrip("."))

        if wrong := list(misshapen(value)):
            for place, wanted in wrong:
                problem(f"{f'“{place}”' if place else 'the file'} must be {wanted}.", place)
            return
        if isinstance(value, list):
            value = {"spelling": value}
        check_keys(value, "", "")
        country = value.get("country") or {}
        if country:
            check_keys(country, "country", "country")
            if not country.get("code") or not country.get("name"):
                problem("a country needs “code” and “name”.", "country")
                return
            self._add_country(country, value.get("absent") or [])
        for role, office in (value.get("offices") or {}).items():
            check_keys(office, "office", f"offices.{role}")
            self._add_office(str(country.get("code")), str(role), office, problem)
            for index, term in enumerate(office.get("terms") or []):
                check_keys(term, "term", f"offices.{role}.terms.{index}")
        for name, person in (value.get("people") or {}).items():
            check_keys(person, "person", f"people.{name}")
            self._add_person(str(name), person, problem)
        for index, entry in enumerate(value.get("spelling") or []):
            check_keys(entry, "spelling", str(index))
            self.spelling[str(entry.get("id"))] = _plain_dates(entry)

    def _add_country(self, country: dict[str, Any], absent: list[str]) -> None:
        known = self.countries.setdefault(
            str(country["code"]),
            {"name": country["name"], "forms": [], "demonyms": [], "absent": []},
        )
        for key, items in (
            ("forms", country.get("forms") or []),
            ("demonyms", country.get("demonyms") or []),
            ("absent", absent),
        ):
            known[key] += [item for item in items if item not in known[key]]

    def _add_office(self, country: str, role: str, office: dict[str, Any], problem: Any) -> None:  # noqa: ANN401
        place = f"offices.{role}"
        windowed = "complete_from" in office or "complete_to" in office
        start, end = _first(office.get("complete_from")), _last(office.get("complete_to"))
        if windowed and (start is None or end is None or start > end):
            problem("complete_from and complete_to are dates in this order.", place)
            return
        known = self.offices.setdefault(
            f"{country}/{role}",
            {
                "country": country,
                "role": role,
                "titles": [],
                "complete": [],
                "several": False,
                "terms": [],
                "certain": [],
            },
        )
        known["several"] |= bool(office.get("several"))
        titles = [str(title).lower() for title in office.get("titles") or []]
        known["titles"] += [title for title in titles if title not in known["titles"]]
        if windowed:
            known["complete"].append([start, end])
        for index, term in enumerate(office.get("terms") or []):
            first, last = _first(term.get("start")), _last(term.get("end", LAST_DAY))
            if first is None or last is None or first > last:
                problem("a term needs a start before its end.", f"{place}.terms.{index}")
                continue
            row = [str(term.get("person")), first, last, bool(term.get("acting"))]
            if row not in known["terms"]:
                known["terms"].append(row)
                certain = (_last(term.get("start")), _first(term.get("end", LAST_DAY)))
                known["certain"].append((*certain, row))

    def _add_person(self, name: str, person: dict[str, Any], problem: Any) -> None:  # noqa: ANN401
        if not person.get("name") or not person.get("family"):
            problem("a person needs “name” and “family”.", f"people.{name}")
            return
        known = self.people.setdefault(name, {"name": person["name"], "family": person["family"]})
        for key in ("given", "order", "gender"):
            if key in person:
                known.setdefault(key, person[key])
        for key in ("variants", "given_variants", "names", "misspellings"):
            items = [str(item) for item in person.get(key) or []]
            if items:
                known[key] = list(dict.fromkeys([*known.get(key, []), *items]))

    def finish(self) -> None:
        """Put terms and windows in order, and look for what contradicts itself."""
        for name, office in self.offices.items():
            office["terms"].sort(key=lambda row: (row[1], row[2]))
            office["windows"] = _windows(office.pop("complete"))
            certain = office.pop("certain")
            if not office["several"]:
                self.problems += [
                    f"{name}: {sentence}" for sentence in _contradictions(office, certain)
                ]
            office["terms"] = [row for row in office["terms"] if row[0] != VACANT]
            for person, *_ in office["terms"]:
                if person not in self.people:
                    self.problems.append(f"{name}: the person “{person}” is not described.")


def _windows(stretches: list[list[str]]) -> list[list[str]]:
    """Return stretches of days in order, those that adjoin or overlap as one."""
    joined: list[list[str]] = []
    for start, end in sorted(stretches):
        if joined and start <= _shifted(joined[-1][1], 7):
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return joined


def _contradictions(office: dict[str, Any], certain: list[Any]) -> Iterator[str]:
    """Yield overlaps and gaps of an office that has one holder at a time."""
    sure = sorted((start, end, row[0]) for start, end, row in certain if not row[3])
    for (_, end, earlier), (start, _, later) in pairwise(sure):
        if start < _shifted(end, -3) and earlier != later:
            yield f"the terms of {earlier} (to {end}) and {later} (from {start}) overlap."
    for window_start, window_end in office["windows"]:
        covered = window_start
        for _, start, end, _ in office["terms"]:
            if _shifted(covered, 4) < start <= window_end and end > covered:
                yield f"nobody holds it from {covered} to {start} within its window."
            covered = max(covered, end)


def _shifted(day: str, days: int) -> str:
    if day in (FIRST_DAY, LAST_DAY):
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _first(value: object) -> str | None:
    """Return the earliest day that a date can mean."""
    return _day(value, "01", "01")


def _last(value: object) -> str | None:
    """Return the latest day that a date can mean; no date is open."""
    if value is None:
        return LAST_DAY
    return _day(value, "12", "31")


def _day(value: object, month: str, day: str) -> str | None:
    match = _DATE.fullmatch(str(value))
    if match is None:
        return None
    months = match[2] or month
    wanted = match[3] or day
    for candidate in (wanted, "30", "29", "28"):
        try:
            return date.fromisoformat(f"{match[1]}-{months}-{candidate}").isoformat()
        except ValueError:
            continue
    return None


def _plain_dates(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: str(value) if isinstance(value, date) else value for key, value in entry.items()}
