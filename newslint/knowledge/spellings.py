"""Names with several spellings, found in a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.mentions import people_in
from newslint.knowledge.store import Knowledge
from newslint.text.encoded import EncodedText
from newslint.text.regex import Regex, alternatives, compiled
from newslint.text.span import Span

Status = Literal["form", "misspelling", "exonym"]


@dataclass(frozen=True)
class Name:
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


@dataclass(frozen=True, slots=True)
class Spelling:
    """One occurrence of one spelling.

    Args:
        span: code points of the occurrence.
        text: the spelling.
        name: the name it stands for.
        status: what kind of spelling it is.
        language: the language of an exonym.
    """

    span: Span
    text: str
    name: Name
    status: Status
    language: str = ""


def spellings_in(document: Document, knowledge: Knowledge) -> list[Spelling]:
    """Return the known spellings of a document, in order; kept with the document."""
    key = "spellings"
    if key not in document.memo:
        listed = list(_listed(document, _index(knowledge)))
        document.memo[key] = sorted(
            [*listed, *_people(document, knowledge)], key=lambda item: item.span
        )
    return document.memo[key]  # type: ignore[return-value]


@dataclass(frozen=True)
class _Index:
    regex: Regex
    meanings: dict[str, list[tuple[Name, Status, str]]]


@lru_cache(maxsize=4)
def _index(knowledge: Knowledge) -> _Index:
    meanings: defaultdict[str, list[tuple[Name, Status, str]]] = defaultdict(list)
    for entry in knowledge.spelling:
        name = _name(entry)
        for form in dict.fromkeys([name.name, *entry.get("forms", [])]):
            meanings[form].append((name, "form", ""))
        for wrong in entry.get("misspellings") or []:
            meanings[str(wrong)].append((name, "misspelling", ""))
        for language, exonyms in (entry.get("exonyms") or {}).items():
            for exonym in exonyms if isinstance(exonyms, list) else [exonyms]:
                if exonym not in entry.get("forms", []):
                    meanings[str(exonym)].append((name, "exonym", str(language)))
    escaped = [re.escape(form) for form in sorted(meanings, key=len, reverse=True)]
    return _Index(compiled(alternatives(escaped)), dict(meanings))


def _name(entry: dict[str, Any]) -> Name:
    return Name(
        id=entry["id"],
        name=entry["name"],
        kind=entry.get("kind", ""),
        house={str(key): str(value) for key, value in (entry.get("house") or {}).items()},
        slots=tuple(entry.get("slots") or ()),
        historical=bool(entry.get("historical")),
    )


def _listed(document: Document, index: _Index) -> Iterator[Spelling]:
    encoded: EncodedText = document.encoded
    text = document.text
    for match in index.regex.finditer(encoded.data):
        span = encoded.span(*match.span())
        if _inside_a_word(text, span):
            continue
        form = span.of(text)
        meanings = index.meanings[form]
        for name, status, language in meanings:
            sure = len({meaning[0].id for meaning in meanings}) == 1
            if sure or any(_in_slot(text, span, slot) for slot in name.slots):
                yield Spelling(span, form, name, status, language)
                break


def _inside_a_word(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return (
        before.isalnum()
        or before in ("-", "_", "@", "#", "/", ".")
        or after.isalnum()
        or (after in ("-", "_") and text[span.end + 1 : span.end + 2].isalnum())
    )


def _in_slot(text: str, span: Span, slot: str) -> bool:
    before, _, after = slot.partition("{}")
    return text[: span.start].endswith(before) and text.startswith(after, span.end)


def _people(document: Document, knowledge: Knowledge) -> Iterator[Spelling]:
    """Yield the family names of known people that have more than one spelling."""
    for mention in people_in(document, knowledge):
        person = mention.person
        if len(person.families) < 2:
            continue
        words = mention.span.of(document.text).split()
        family = words[0] if person.family_first and len(words) > 1 else words[-1]
        alike = [form for form in person.families if " " not in form]
        if plain(family) not in {plain(form) for form in alike}:
            continue
        start = mention.span.start + mention.span.of(document.text).rindex(family)
        name = Name(person.id, person.family, "person", {}, (), historical=False)
        yield Spelling(Span(start, start + len(family)), family, name, "form")


def counted(spellings: list[Spelling]) -> dict[str, Counter[str]]:
    """Return how often each accepted spelling of each name stands there."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for spelling in spellings:
        if spelling.status == "form":
            counts[spelling.name.id][spelling.text] += 1
    return dict(counts)
