"""The known people that a text names."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newslint.document import Document
from newslint.knowledge.capitals import Capital, capitals_in
from newslint.knowledge.folding import plain
from newslint.knowledge.store import Knowledge
from newslint.text.expressions import expression
from newslint.text.span import Span

if TYPE_CHECKING:
    from newslint.knowledge.model import Person

NAME_REACH = 90
"""How many code points a full name can have."""

_MOST_WORDS = 16384
"""How many words are remembered with the people who are called so."""

_COMMON_SURNAME = 3.2
"""Zipf frequency from which a family name is a common word as well (May, Brown, Rice)."""

_COMMON_OPENER = 5.0
"""Zipf frequency from which a capitalised word before a name just opens the sentence."""

_NAME_GOES_ON = expression(r"[-–][A-ZÀ-Þ]| (?!I )[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]")
_WORD_BEFORE = expression(r"([^\W\d_][\w.’'-]*) $")
_OPENS = expression(r"(?:^|[.!?:”\"\n]\s*)$")
_INITIALS = expression(r"(?:\b[A-Z]\.[ -]?){1,3}$")


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A known person named in a text.

    Args:
        span: code points of the name, without a possessive ending.
        person: who it is.
        full: whether the full name stands there.
    """

    span: Span
    person: Person
    full: bool


@dataclass(frozen=True, slots=True)
class PeopleNamed:
    """A name with everybody who has it.

    Args:
        span: code points of the name, without a possessive ending.
        people: who it can be.
        full: whether the full name stands there.
    """

    span: Span
    people: tuple[Person, ...]
    full: bool


def people_in(document: Document, knowledge: Knowledge) -> list[PersonMention]:
    """Return the known people named in a document, in order.

    A family name alone stands for a person whose full name the text holds, or
    for the only known bearer of a name that is no common word.
    """
    key = "people"
    if key not in document.memo:
        document.memo[key] = list(_people(document, knowledge))
    return document.memo[key]  # type: ignore[return-value]


def ends_a_name(word: Capital, knowledge: Knowledge) -> bool:
    """Say whether a capitalised word is the last one of a known name."""
    return bool(_bearers(knowledge, "last_words", word.plain)) or (
        "-" in word.plain and bool(_bearers(knowledge, "last_words", _tail(word.plain)))
    )


def named_at(
    document: Document, words: list[Capital], number: int, knowledge: Knowledge
) -> PeopleNamed | None:
    """Return the known name that ends with a capitalised word, or None.

    Args:
        document: the document.
        words: capitalised words of it, at least those within `NAME_REACH` before the end of
            the word.
        number: which of them; one that ends a name.
        knowledge: what is known.
    """
    full = _full_name(document, words, number, knowledge)
    return full or _alone(document, words[number], knowledge)


def person_meant(document: Document, name: PeopleNamed, knowledge: Knowledge) -> Person | None:
    """Return who is meant by a name in a document, or None where that is open."""
    if name.full:
        return name.people[0] if len(name.people) == 1 else None
    mentions = people_in(document, knowledge)
    place = bisect_left(mentions, name.span.end, key=lambda mention: mention.span.end)
    meant = mentions[place : place + 1]
    return meant[0].person if meant and meant[0].span == name.span else None


def _people(document: Document, knowledge: Knowledge) -> Iterator[PersonMention]:
    words = capitals_in(document)
    last = [number for number, word in enumerate(words) if ends_a_name(word, knowledge)]
    names = (named_at(document, words, number, knowledge) for number in last)
    found = [name for name in names if name is not None]
    fully: defaultdict[str, set[str]] = defaultdict(set)
    for item in found:
        if item.full:
            for person in item.people:
                fully[plain(person.family)].add(person.id)
    for item in found:
        meant = _resolved(item, fully, knowledge)
        if meant is not None:
            yield PersonMention(item.span, meant, item.full)


def _tail(word: str) -> str:
    return word.rpartition("-")[2]


def _full_name(
    document: Document, words: list[Capital], number: int, knowledge: Knowledge
) -> PeopleNamed | None:
    """Return the longest known full name that ends at a capitalised word."""
    text, end = document.text, words[number].end
    for first in words[max(0, number - 4) : number]:
        start = first.start
        if end - start > NAME_REACH or not _begins_a_name(text, first, knowledge):
            continue
        if "\n" in text[start:end]:
            continue
        people = knowledge.named("full_names", plain(" ".join(text[start:end].split())))
        if people and not _NAME_GOES_ON.match(text, end):
            initials = _INITIALS.search(text[max(0, start - 16) : start])
            start -= len(initials[0]) if initials else 0
            return PeopleNamed(Span(start, end), tuple(people), full=True)
    return None


def _begins_a_name(text: str, word: Capital, knowledge: Knowledge) -> bool:
    """Say whether a capitalised word can be the first one of a known full name."""
    if word.plain in _first_words(knowledge):
        return True
    # What stands behind a letter may belong to it.
    return not (word.text.isascii() and text[word.end : word.end + 1].isascii())


@lru_cache(maxsize=4)
def _first_words(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.index["first_words"])


@lru_cache(maxsize=_MOST_WORDS)
def _bearers(knowledge: Knowledge, index: str, word: str) -> tuple[Person, ...]:
    """Return the people that an index has for a word; it keeps them packed."""
    return tuple(knowledge.named(index, word))


def _alone(document: Document, word: Capital, knowledge: Knowledge) -> PeopleNamed | None:
    """Return a family name that no other capitalised name stands directly before."""
    text = document.text
    people = _bearers(knowledge, "last_words", word.plain)
    if not people or _NAME_GOES_ON.match(text, word.end):
        return None
    previous = _WORD_BEFORE.search(text[max(0, word.start - 30) : word.start])
    if previous and not _free_before(text, word.start, previous[1], knowledge):
        return None
    return PeopleNamed(word.span, people, full=False)


def _free_before(text: str, start: int, previous: str, knowledge: Knowledge) -> bool:
    """Say whether the word before a family name is no part of the name."""
    if not previous[0].isupper() or previous.lower().rstrip(".") in _TITLE_WORDS:
        return True
    before = start - len(previous) - 1
    opens = _OPENS.search(text[max(0, before - 3) : before])
    return bool(opens) and knowledge.words.zipf(previous.lower()) >= _COMMON_OPENER


_TITLE_WORDS = frozenset(
    """
    president premier chancellor minister secretary king queen emperor leader chief director
    general chair chairman head pm mr mrs ms dr sir lord foreign prime defense defence finance
    """.split()
)


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
