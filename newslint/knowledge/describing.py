"""What is known of a name, for people."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.knowledge.folding import plain
from newslint.knowledge.model import LAST_DAY, Office, Person
from newslint.knowledge.store import Knowledge


def describe(knowledge: Knowledge, name: str) -> Iterator[str]:
    """Yield lines about every person, spelling and country of a name.

    Args:
        knowledge: the knowledge.
        name: a full or family name, a place, a country or a person's id.
    """
    wanted = plain(name)
    people = {
        person.id: person
        for person in (
            *knowledge.named("full_names", wanted),
            *knowledge.named("last_words", wanted),
        )
    }
    if (known := knowledge.person(name)) is not None:
        people[name] = known
    for person in people.values():
        yield from _person(knowledge, person)
    for entry in knowledge.spelling:
        forms = [entry["name"], *entry.get("forms", []), *entry.get("misspellings", [])]
        if wanted in map(plain, forms):
            yield f"{entry['name']} ({entry['kind']})"
            yield f"  forms: {', '.join(entry.get('forms', [entry['name']]))}"
            for house, form in (entry.get("house") or {}).items():
                yield f"  {house}: {form}"
    code = knowledge.country_by_form.get(name)
    for office in knowledge.offices_of_country(code) if code else ():
        yield from _office(knowledge, office)


def _person(knowledge: Knowledge, person: Person) -> Iterator[str]:
    yield f"{person.name} ({person.id})"
    if person.variants:
        yield f"  also written: {', '.join(person.variants)}"
    for office in knowledge.offices_of_person(person.id):
        for term in office.terms_of(person.id):
            until = "" if term.end == LAST_DAY else term.end
            acting = ", acting" if term.acting else ""
            yield f"  {office.titles[0]} ({office.country}{acting}): {term.start} – {until}"


def _office(knowledge: Knowledge, office: Office) -> Iterator[str]:
    windows = "; ".join(f"{start} – {end}" for start, end in office.windows)
    yield f"{', '.join(office.titles)} ({office.country}), complete {windows or 'never'}"
    for term in office.terms:
        until = "" if term.end == LAST_DAY else term.end
        person = knowledge.person(term.person)
        yield f"  {term.start} – {until} {person.name if person else term.person}"
