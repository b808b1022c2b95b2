"""The known people that a text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.document import Document
from newslint.knowledge.capitals import Capital, capitals_in
from newslint.knowledge.folding import plain
from newslint.knowledge.model import Person
from newslint.knowledge.store import Knowledge
from newslint.text.span import Span

_REACH = 90
_COMMON_SURNAME = 3.2
"""Zipf frequency from which a family name is a common word as well (May, Brown, Rice)."""

_COMMON_OPENER = 5.0
"""Zipf frequency from which a capitalised word before a name just opens the sentence."""

_NAME_GOES_ON = re.compile(r"[-–][A-ZÀ-Þ]| (?!I )[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*) $")
_OPENS = re.compile(r"(?:^|[.!?:”\"\n]\s*)$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.[ -]?){1,3}$")


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


def people_in(document: Document, knowledge: Knowledge) -> list[PersonMention]:
    """Return the known people named in a document, in order.

    A family name alone stands for a person whose full name the text holds, or
    for the only known bearer of a name that is no common word.
    """
    key = "people"
    if key not in document.memo:
        document.memo[key] = list(_people(document, knowledge))
    return document.memo[key]  # type: ignore[return-value]


def _people(document: Document, knowledge: Knowledge) -> Iterator[PersonMention]:
    words = capitals_in(document)
    index = knowledge.index["last_words"]
    found: list[_Found] = []
    for number, word in enumerate(words):
        if word.plain in index or ("-" in word.plain and _tail(word.plain) in index):
            mention = _full_name(document, words, number, knowledge) or _alone(
                document, word, knowledge
            )
            if mention is not None:
                found.append(mention)
    fully: defaultdict[str, set[str]] = defaultdict(set)
    for item in found:
        if item.full:
            for person in item.people:
                fully[plain(person.family)].add(person.id)
    for item in found:
        meant = _resolved(item, fully, knowledge)
        if meant is not None:
            yield PersonMention(item.span, meant, item.full)


@dataclass(frozen=True, slots=True)
class _Found:
    """A name with everybody who has it."""

    span: Span
    people: list[Person]
    full: bool


def _tail(word: str) -> str:
    return word.rpartition("-")[2]


def _full_name(
    document: Document, words: list[Capital], number: int, knowledge: Knowledge
) -> _Found | None:
    """Return the longest known full name that ends at a capitalised word."""
    text = document.text
    end = words[number].end
    for back in range(min(4, number), 0, -1):
        start = words[number - back].start
        if end - start > _REACH or "\n" in text[start:end]:
            continue
        people = knowledge.named("full_names", plain(" ".join(text[start:end].split())))
        if people and not _NAME_GOES_ON.match(text, end):
            initials = _INITIALS.search(text[max(0, start - 16) : start])
            return _Found(
                Span(start - len(initials[0]) if initials else start, end), people, full=True
            )
    return None


def _alone(document: Document, word: Capital, knowledge: Knowledge) -> _Found | None:
    """Return a family name that no other capitalised name stands directly before."""
    text = document.text
    people = knowledge.named("last_words", word.plain)
    if not people or _NAME_GOES_ON.match(text, word.end):
        return None
    previous = _WORD_BEFORE.search(text[max(0, word.start - 30) : word.start])
    if previous and not _free_before(text, word.start, previous[1], knowledge):
        return None
    return _Found(word.span, people, full=False)


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
    found: _Found, fully: defaultdict[str, set[str]], knowledge: Knowledge
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
