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
    text = document.text
    words = [(span, plain(without_possessive(span.of(text)))) for span in document.capitalised]
    index = knowledge.people_by_family
    found: list[tuple[int, Span, list[Person], bool]] = []
    for number, (span, word) in enumerate(words):
        if word in index or _tail(word) in index:
            found += _full_name(document, words, number, knowledge) or _alone(
                document, span, word, number, knowledge
            )
    fully: defaultdict[str, set[str]] = defaultdict(set)
    for _, _, people, full in found:
        if full:
            for person in people:
                fully[plain(person.family)].add(person.id)
    for _, span, people, full in found:
        meant = _resolved(people, full, fully, knowledge)
        if meant is not None:
            yield PersonMention(span, meant, full)


def _tail(word: str) -> str:
    return word.rpartition("-")[2]


def _full_name(
    document: Document, words: list[tuple[Span, str]], number: int, knowledge: Knowledge
) -> list[tuple[int, Span, list[Person], bool]]:
    """Return the longest known full name that ends at a capitalised word."""
    text = document.text
    end = words[number][0].start + len(without_possessive(words[number][0].of(text)))
    for back in range(min(4, number), 0, -1):
        first = words[number - back][0]
        if end - first.start > _REACH or "\n" in text[first.start : end]:
            continue
        name = plain(" ".join(text[first.start : end].split()))
        people = knowledge.people_by_full_name.get(name)
        if people and not _NAME_GOES_ON.match(text, end):
            initials = _INITIALS.search(text[max(0, first.start - 16) : first.start])
            start = first.start - len(initials.group()) if initials else first.start
            return [(number, Span(start, end), people, True)]
    return []


def _alone(
    document: Document, span: Span, word: str, number: int, knowledge: Knowledge
) -> list[tuple[int, Span, list[Person], bool]]:
    """Return a family name that no other capitalised name stands directly before."""
    text = document.text
    people = knowledge.people_by_family.get(word)
    before = text[max(0, span.start - 30) : span.start]
    previous = re.search(r"([^\W\d_][\w.’'-]*) $", before)
    if not people or (previous and not _free_before(text, span, previous[1], knowledge)):
        return []
    if _NAME_GOES_ON.match(text, span.end):
        return []
    end = span.start + len(without_possessive(span.of(text)))
    return [(number, Span(span.start, end), people, False)]


def _free_before(text: str, span: Span, previous: str, knowledge: Knowledge) -> bool:
    """Say whether the word before a family name is no part of the name."""
    if not previous[0].isupper() or previous.lower().rstrip(".") in _TITLE_WORDS:
        return True
    opens = re.search(
        r"(?:^|[.!?:”\"\n]\s*)$",
        text[max(0, span.start - len(previous) - 4) : span.start - len(previous) - 1],
    )
    return bool(opens) and knowledge.words.zipf(previous.lower()) >= _COMMON_OPENER


_TITLE_WORDS = frozenset(
    """
    president premier chancellor minister secretary king queen emperor leader chief director
    general chair chairman head pm mr mrs ms dr sir lord foreign prime defense defence finance
    """.split()
)


def _resolved(
    people: list[Person],
    full: bool,  # noqa: FBT001
    fully: defaultdict[str, set[str]],
    knowledge: Knowledge,
) -> Person | None:
    """Return who is meant, or None where that is open."""
    if full:
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
    for pattern in patterns.before:
        match = pattern.search(before)
        if match and not _FORMER.search(before[: match.start()]):
            if _ELECT.match(text, mention.span.end):
                continue
            yield _mention(match, low, mention, knowledge)
            return
    after = text[mention.span.end : mention.span.end + _REACH]
    for pattern in patterns.after:
        match = pattern.match(after)
        if match:
            yield _mention(match, mention.span.end, mention, knowledge)
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
    for match in _patterns(knowledge).bare.finditer(document.text):
        code = knowledge.country_by_form[match["country"]]
        yield Span(match.start(), match.end()), match["title"].lower(), code


def named_offices(document: Document, knowledge: Knowledge) -> Iterator[re.Match[str]]:
    """Yield each office of a country before a name, with the groups country, title and name."""
    yield from _patterns(knowledge).named.finditer(document.text)


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    bare: re.Pattern[str]
    named: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(knowledge: Knowledge) -> _Patterns:
    titles = _any_of(knowledge.offices_by_title, ignore_case=True)
    forms = _any_of(knowledge.country_by_form)
    adjective = rf"(?:(?P<country>{forms})(?:[’']s?)? )?"
    own = rf"(?P<country>{forms})[’']s? "
    return _Patterns(
        before=(
            re.compile(rf"(?<![\w-]){adjective}(?P<title>{titles}) $"),
            re.compile(rf"(?<![\w-])(?P<title>{titles}) of (?:the )?(?P<country>{forms}),? $"),
            re.compile(rf"(?<![\w-]){own}(?P<title>{titles}), $"),
        ),
        after=(
            re.compile(
                rf", (?:the |who is )?(?P<title>{titles}) of (?:the )?(?P<country>{forms})"
                r"(?=[,.;)])"
            ),
            re.compile(
                rf", (?:the )?(?P<country>{forms})(?:[’']s?)? (?P<title>{titles})(?=[,.;)])"
            ),
        ),
        named=re.compile(
            rf"(?<![\w-])(?P<country>{forms})(?:[’']s?)? (?P<title>{titles}) "
            r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
        ),
        bare=re.compile(
            r"(?<![\w-])(?P<title>President|Prime Minister|Chancellor)"
            rf" of (?P<country>{forms})(?![\w-]|[’']s| (?:and )?[A-Z])"
        ),
    )


def _any_of(words: object, *, ignore_case: bool = False) -> str:
    listed = sorted(words, key=len, reverse=True)  # type: ignore[call-overload]
    joined = "|".join(re.escape(word) for word in listed) or "(?!)"
    return f"(?i:{joined})" if ignore_case else f"(?:{joined})"
