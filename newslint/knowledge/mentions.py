"""Where a text gives a known person a title.

The five patterns and their guards were measured on a million words of clean
news: title before the name (“Ukrainian President X”), after it (“X, the
Ukrainian president,”, “X, president of Ukraine”), and around it (“the president
of Ukraine, X”, “Ukraine’s president, X”).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newslint.document import Document
from newslint.knowledge.capitals import Capital, capitals_in
from newslint.knowledge.folding import plain, without_possessive
from newslint.knowledge.model import Person
from newslint.knowledge.store import Knowledge
from newslint.text.span import Span

_REACH = 90
_COMMON_SURNAME = 3.2
"""Zipf frequency from which a family name is a common word as well (May, Brown, Rice)."""

_COMMON_OPENER = 5.0
"""Zipf frequency from which a capitalised word before a name just opens the sentence."""

_FORMER = re.compile(
    r"(?:\b(?:former|ex|then|late|outgoing|incoming|acting|interim|deputy|vice|assistant|shadow"
    r"|opposition|would-be|future|next|ousted|exiled|deposed|self-proclaimed|self-declared|caretaker"
    r"|designated|first|second|last|previous|one-time|onetime|sometime|longtime|erstwhile|past"
    r"|predecessor|successor|rival|fake|fictional|real|regional|state|provincial|governor"
    r"|was|were|became|become|been|be|elected|appointed|named|sworn in as|as|if|when|while"
    r"|under|since|after|before|until|for|an?|not|no longer|called|nominee|candidate|party"
    r"|Soviet|Bosnian Serb|Turkish Cypriot|Kurdish|Kurdistan|Confederate|Catalan|Chechen|Crimean"
    r"|Abkhaz(?:ian)?|Ossetian|Transnistrian|Somaliland|Scottish|Welsh|Northern Irish|Bavarian"
    r"|Flemish|Puerto Rican|Macau|Hong Kong|Tibetan|Republika Srpska)[ -]?"
    r"|[-–—/])$",
    re.IGNORECASE,
)
_NAME_GOES_ON = re.compile(r"[-–][A-ZÀ-Þ]| (?!I )[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*) $")
_WORDS = re.compile(r"(?<![\w-])[^\W\d_][\w.’'-]*")
_OPENS = re.compile(r"(?:^|[.!?:”\"\n]\s*)$")
_HEADS = frozenset({"President", "Prime", "Chancellor"})
_INITIALS = re.compile(r"(?:\b[A-Z]\.[ -]?){1,3}$")
_ELECT = re.compile(
    r"[-–— ](?:elect|designate|candidate|hopeful|nominee|in exile|aspirant)\b", re.IGNORECASE
)


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
class TitleMention:
    """A title that a text gives to a known person.

    Args:
        mention: the name.
        title: the title, in small letters.
        title_span: code points of the title.
        country: code of the country that the text names with it.
        span: code points of title, country and name together.
    """

    mention: PersonMention
    title: str
    title_span: Span
    country: str | None
    span: Span


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
    index = knowledge.people_by_family
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
        people = knowledge.people_by_full_name.get(plain(" ".join(text[start:end].split())))
        if people and not _NAME_GOES_ON.match(text, end):
            initials = _INITIALS.search(text[max(0, start - 16) : start])
            return _Found(
                Span(start - len(initials[0]) if initials else start, end), people, full=True
            )
    return None


def _alone(document: Document, word: Capital, knowledge: Knowledge) -> _Found | None:
    """Return a family name that no other capitalised name stands directly before."""
    text = document.text
    people = knowledge.people_by_family.get(word.plain)
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


def titles_in(document: Document, knowledge: Knowledge) -> list[TitleMention]:
    """Return the titles that a document gives to known people, in order."""
    key = "titles"
    if key not in document.memo:
        found = (
            title
            for mention in people_in(document, knowledge)
            for title in _titles(document.text, mention, knowledge)
        )
        document.memo[key] = list(found)
    return document.memo[key]  # type: ignore[return-value]


def _titles(text: str, mention: PersonMention, knowledge: Knowledge) -> Iterator[TitleMention]:
    patterns = _patterns(knowledge)
    low = max(0, mention.span.start - _REACH)
    before = text[low : mention.span.start]
    if before.endswith(" ") and not _ELECT.match(text, mention.span.end):
        for place in patterns.starts(before):
            for pattern in patterns.before:
                match = pattern.match(before, place)
                if match:
                    if not _FORMER.search(before[:place]):
                        yield _mention(match, low, mention, knowledge)
                    return
    if text.startswith(", ", mention.span.end):
        for pattern in patterns.after:
            match = pattern.match(text, mention.span.end)
            if match:
                yield _mention(match, 0, mention, knowledge)
                return


def _mention(
    match: re.Match[str], offset: int, mention: PersonMention, knowledge: Knowledge
) -> TitleMention:
    country = match["country"]
    code = knowledge.country_by_form.get(without_possessive(country)) if country else None
    begins = match.start("country") if country else match.start("title")
    start = min(offset + min(begins, match.start("title")), mention.span.start)
    ends = max(match.end("title"), match.end("country") if country else 0)
    return TitleMention(
        mention=mention,
        title=" ".join(match["title"].lower().split()),
        title_span=Span(offset + match.start("title"), offset + match.end("title")),
        country=code,
        span=Span(start, max(offset + ends, mention.span.end)),
    )


def offices_without_names(
    document: Document, knowledge: Knowledge
) -> Iterator[tuple[Span, str, str]]:
    """Yield each “President of Canada” as (span, title in small letters, country code)."""
    pattern = _patterns(knowledge).bare
    for word in capitals_in(document):
        if word.text in _HEADS and (match := pattern.match(document.text, word.start)):
            code = knowledge.country_by_form[match["country"]]
            yield Span(match.start(), match.end()), match["title"].lower(), code


def named_offices(document: Document, knowledge: Knowledge) -> Iterator[re.Match[str]]:
    """Yield each office of a country before a name, with the groups country, title and name."""
    patterns = _patterns(knowledge)
    for word in capitals_in(document):
        if word.plain in patterns.first_words:
            match = patterns.named.match(document.text, word.start)
            if match:
                yield match


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns around a name, and the words that one of them can begin with."""

    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    bare: re.Pattern[str]
    named: re.Pattern[str]
    first_words: frozenset[str]

    def starts(self, before: str) -> Iterator[int]:
        """Yield where in a text a pattern before a name can begin, in order."""
        for word in _WORDS.finditer(before):
            if plain(without_possessive(word[0])) in self.first_words:
                yield word.start()


@lru_cache(maxsize=4)
def _patterns(knowledge: Knowledge) -> _Patterns:
    titles = _any_of(knowledge.offices_by_title, ignore_case=True)
    forms = _any_of(knowledge.country_by_form)
    country = rf"(?P<country>{forms})(?![\w-])"
    listed = rf"(?P<title>{titles})(?![\w-])"
    every = (*knowledge.offices_by_title, *knowledge.country_by_form)
    return _Patterns(
        before=(
            re.compile(rf"(?:{country}(?:[’']s?)? )?{listed} $"),
            re.compile(rf"{listed} of (?:the )?{country},? $"),
            re.compile(rf"{country}[’']s? {listed}, $"),
        ),
        after=(
            re.compile(rf", (?:the |who is )?{listed} of (?:the )?{country}(?=[,.;)])"),
            re.compile(rf", (?:the )?{country}(?:[’']s?)? {listed}(?=[,.;)])"),
        ),
        named=re.compile(
            rf"{country}(?:[’']s?)? {listed} "
            r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
        ),
        bare=re.compile(
            rf"(?P<title>President|Prime Minister|Chancellor) of {country}"
            r"(?![’']s| (?:and )?[A-Z])"
        ),
        first_words=frozenset(plain(without_possessive(form.split()[0])) for form in every),
    )


def _any_of(words: object, *, ignore_case: bool = False) -> str:
    listed = sorted(words, key=len, reverse=True)  # type: ignore[call-overload]
    joined = "|".join(re.escape(word) for word in listed) or "(?!)"
    return f"(?i:{joined})" if ignore_case else f"(?:{joined})"
