"""The names of known people that stand at places of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.document import Document
from newslint.knowledge.capitals import Capital, capital_words, capitals_between, capitals_of
from newslint.knowledge.folding import plain, plains
from newslint.knowledge.people_index import people_index
from newslint.knowledge.store import Knowledge
from newslint.text.expressions import expression
from newslint.text.span import Span

if TYPE_CHECKING:
    from newslint.knowledge.model import Person

_REACH = 90
"""How many code points a full name can have, without initials before it."""

_INITIALS_REACH = 16
_WORDS = 5
"""How many capitalised words a full name can have."""

_MOST_WORDS = 16384
"""How many words are remembered with the people who are called so."""

_COMMON_OPENER = 5.0
"""Zipf frequency from which a capitalised word before a name just opens the sentence."""

_NAME_GOES_ON = expression(r"[-–][A-ZÀ-Þ]| (?!I )[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]")
_WORD_BEFORE = expression(r"([^\W\d_][\w.’'-]*) $")
_OPENS = expression(r"(?:^|[.!?:”\"\n]\s*)$")
_INITIALS = expression(r"(?:\b[A-Z]\.[ -]?){1,3}$")


class PeopleNamed(NamedTuple):
    """A name with everybody who has it.

    Args:
        span: code points of the name, without a possessive ending.
        people: who it can be.
        full: whether the full name stands there.
    """

    span: Span
    people: tuple[Person, ...]
    full: bool


def names_ending(
    document: Document, words: Iterable[str], knowledge: Knowledge
) -> Iterator[PeopleNamed]:
    """Yield the names of known people in a document that end with some words, in order.

    Args:
        document: the document.
        words: some of its `last_words`, in small letters.
        knowledge: what is known.
    """
    known = last_words(document, knowledge)
    written = {form for word in words if _ends_a_name(word, knowledge) for form in known[word]}
    for last in capitals_of(document, written):
        name = name_until(document, last.end, knowledge)
        if name is not None:
            yield name


def last_words(document: Document, knowledge: Knowledge) -> Mapping[str, Sequence[str]]:
    """Return the words of a document that can be the last of a known name; kept with it.

    As they are in small letters without accents, each with how it is written.
    """
    key = "last words"
    if key not in document.memo:
        # Most words are no part of any name, which is far cheaper to tell.
        known = people_index(knowledge).known
        words = list(capital_words(document))
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, name in zip(words, plains(words), strict=True):
            if name in known or _tail(name) in known:
                found[name].append(word)
        document.memo[key] = found
    return document.memo[key]  # type: ignore[return-value]


def names_from(document: Document, start: int, knowledge: Knowledge) -> Iterator[PeopleNamed]:
    """Yield the names that begin at a place, if none that ends there is longer.

    Args:
        document: the document.
        start: a code-point offset.
        knowledge: what is known.
    """
    text = document.text
    following = capitals_between(text, start, start + _REACH + _INITIALS_REACH)
    first = next(following, None)
    if first is None or first.start != start:
        return
    alone = _alone(document, first, knowledge) if _ends_a_name(first.plain, knowledge) else None
    if alone is not None:
        yield alone
    if _begins_a_name(text, first, knowledge) or text[first.end : first.end + 1] == ".":
        words = [first, *following]
        for number in range(1, len(words)):
            if _ends_a_name(words[number].plain, knowledge):
                full = _full_name(document, words, number, knowledge)
                if full is not None and full.span.start == start:
                    yield full


def name_until(document: Document, end: int, knowledge: Knowledge) -> PeopleNamed | None:
    """Return the known name that ends at a place, or None.

    Args:
        document: the document.
        end: a code-point offset.
        knowledge: what is known.
    """
    words = list(capitals_between(document.text, end - _REACH, end))
    if not words or words[-1].end != end or not _ends_a_name(words[-1].plain, knowledge):
        return None
    return _named_at(document, words, len(words) - 1, knowledge)


def _ends_a_name(word: str, knowledge: Knowledge) -> bool:
    """Say whether a word, in small letters, is the last one of a known name."""
    return bool(_bearers(knowledge, "last_words", word)) or (
        "-" in word and bool(_bearers(knowledge, "last_words", _tail(word)))
    )


def _named_at(
    document: Document, words: list[Capital], number: int, knowledge: Knowledge
) -> PeopleNamed | None:
    """Return the longest known name that ends with a word that can end one."""
    full = _full_name(document, words, number, knowledge)
    return full or _alone(document, words[number], knowledge)


def _tail(word: str) -> str:
    return word.rpartition("-")[2]


def _full_name(
    document: Document, words: list[Capital], number: int, knowledge: Knowledge
) -> PeopleNamed | None:
    """Return the longest known full name that ends at a capitalised word."""
    text, end = document.text, words[number].end
    for first in words[max(0, number + 1 - _WORDS) : number]:
        start = first.start
        if end - start > _REACH or not _begins_a_name(text, first, knowledge):
            continue
        if "\n" in text[start:end]:
            continue
        people = knowledge.named("full_names", plain(" ".join(text[start:end].split())))
        if people and not _NAME_GOES_ON.match(text, end):
            initials = _INITIALS.search(text[max(0, start - _INITIALS_REACH) : start])
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
    previous = _word_before(text[max(0, word.start - 30) : word.start])
    if previous and not _free_before(text, word.start, previous, knowledge):
        return None
    return PeopleNamed(word.span, people, full=False)


def _word_before(before: str) -> str:
    """Return the word that ends a space before the end of a text, or nothing."""
    # The word holds no space: the engine need not try those before it.
    first = before.rfind(" ", 0, -1) + 1 if before.endswith(" ") else 0
    match = _WORD_BEFORE.search(before, first)
    return match[1] if match else ""


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
