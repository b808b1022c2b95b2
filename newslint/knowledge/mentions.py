"""The known people that a text names."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.kin import telling_ends
from newslint.knowledge.names import PeopleNamed, last_words, names_ending
from newslint.knowledge.store import Knowledge
from newslint.text.span import Span

if TYPE_CHECKING:
    from newslint.knowledge.model import Person

_COMMON_SURNAME = 3.2
"""Zipf frequency from which a family name is a common word as well (May, Brown, Rice)."""


class PersonMention(NamedTuple):
    """A known person named in a text.

    Args:
        span: code points of the name, without a possessive ending.
        person: who it is.
        full: whether the full name stands there.
    """

    span: Span
    person: Person
    full: bool


def people_in(
    document: Document, knowledge: Knowledge, among: frozenset[str] | None = None
) -> list[PersonMention]:
    """Return the known people named in a document, in order; kept with the document.

    A family name alone stands for a person whose full name the text holds, or
    for the only known bearer of a name that is no common word.

    Args:
        document: the document.
        knowledge: what is known.
        among: the ids of the people that are asked for; all by default.
    """
    key = f"people {'' if among is None else sorted(among)}"
    if key not in document.memo:
        document.memo[key] = list(_people(document, knowledge, among))
    return document.memo[key]  # type: ignore[return-value]


def person_meant(document: Document, name: PeopleNamed, knowledge: Knowledge) -> Person | None:
    """Return who is meant by a name in a document, or None where that is open."""
    if name.full:
        return name.people[0] if len(name.people) == 1 else None
    mentions = people_in(document, knowledge, frozenset(person.id for person in name.people))
    place = bisect_left(mentions, name.span.end, key=lambda mention: mention.span.end)
    meant = mentions[place : place + 1]
    return meant[0].person if meant and meant[0].span == name.span else None


def _people(
    document: Document, knowledge: Knowledge, among: frozenset[str] | None
) -> Iterator[PersonMention]:
    words: Collection[str] = last_words(document, knowledge).keys()
    if among is not None:
        words = telling_ends(knowledge, among).intersection(words)
    found = list(names_ending(document, words, knowledge))
    fully: defaultdict[str, set[str]] = defaultdict(set)
    for item in found:
        if item.full:
            for person in item.people:
                fully[plain(person.family)].add(person.id)
    for item in found:
        meant = _resolved(item, fully, knowledge)
        if meant is not None and (among is None or meant.id in among):
            yield PersonMention(item.span, meant, item.full)


def _resolved(
    found: PeopleNamed, fully: defaultdict[str, set[str]], knowledge: Knowledge
) -> Person | None:
    """Return who is meant, or None where that is open."""
    people = found.people
    if found.full:
        return people[0] if len(people) == 1 else None
    named = {identity for person in people for identity in fully.get(plain(person.family), ())}
    meant = [person for person in people if person.id in named]
    if len(meant) == 1:
        return meant[0]
    if named or len(people) != 1:
        return None
    common = knowledge.words.zipf(plain(people[0].family)) >= _COMMON_SURNAME
    return None if common else people[0]
