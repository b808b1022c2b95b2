"""Names with several spellings, found in a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.listed import Name, Status, forms_of, listed_ids, meanings, telling
from newslint.knowledge.mentions import people_in
from newslint.knowledge.sights import spellings_sighted
from newslint.knowledge.store import Knowledge
from newslint.knowledge.variants import Variants
from newslint.text.expressions import expression
from newslint.text.regex import Regex, compiled, literals
from newslint.text.span import Span

_LISTED = "listed spellings"
_LETTERS = expression(r"[a-z]+")


class Spelling(NamedTuple):
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


def spellings_of(
    document: Document, knowledge: Knowledge, names: Collection[str]
) -> list[Spelling]:
    """Return the known spellings of some names in a document, in order; kept with the document.

    Args:
        document: the document.
        knowledge: what is known.
        names: the ids of listed names and of people.
    """
    key = f"spellings of {sorted(names)}"
    if key not in document.memo:
        listed = (item for item in listed_in(document, knowledge) if item.name.id in names)
        people = frozenset(name for name in names if knowledge.person(name) is not None)
        found = [*listed, *(_people(document, knowledge, people) if people else ())]
        document.memo[key] = sorted(found, key=lambda item: item.span)
    return document.memo[key]  # type: ignore[return-value]


def listed_in(document: Document, knowledge: Knowledge) -> list[Spelling]:
    """Return the listed spellings of a document, in order; kept with the document."""
    if _LISTED not in document.memo:
        document.memo[_LISTED] = list(_listed(document, knowledge))
    return document.memo[_LISTED]  # type: ignore[return-value]


def telling_in(document: Document, knowledge: Knowledge, report: str) -> list[str]:
    """Return the spellings of a document that may be reported.

    Args:
        document: the document.
        knowledge: what is known.
        report: the report; see `telling`.
    """
    spellings = spellings_sighted(document, knowledge)
    return [spelling for spelling in spellings if report in telling(knowledge)[spelling]]


def mixed_in(
    document: Document, knowledge: Knowledge, variants: Variants, told: Iterable[str]
) -> list[Spelling]:
    """Return the known spellings of those names of which a document may hold two, in order.

    Args:
        document: the document.
        knowledge: what is known.
        variants: the spellings of people.
        told: those of `telling_in` for mixed spellings, and perhaps others.
    """
    people = variants.possible(document)
    names = {name for name, spellings in people.items() if len(spellings) > 1}
    names |= listed_ids(knowledge) & people.keys()
    for spelling in told:
        names.update(meaning.name.id for meaning in meanings(knowledge)[spelling])
    if not names:
        return []
    forms = _forms(document, names, knowledge)
    mixed = {name for name in names if _several([*forms[name], *people.get(name, ())])}
    if not mixed:
        return []
    return spellings_of(document, knowledge, mixed)


def _forms(
    document: Document, names: Iterable[str], knowledge: Knowledge
) -> Mapping[str, Collection[str]]:
    """Return the accepted spellings that a document may hold of some listed names, by their ids."""
    if _LISTED in document.memo:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for item in listed_in(document, knowledge):
            if item.status == "form":
                found[item.name.id].add(item.text)
        return found
    text, forms = document.text, forms_of(knowledge)
    return {name: [form for form in forms.get(name, ()) if form in text] for name in names}


def _several(forms: Iterable[str]) -> bool:
    return any(different(one, other) for one, other in combinations(forms, 2))


def different(one: str, other: str) -> bool:
    """Say whether two spellings differ in letters, and neither is a part of the other.

    >>> different("Kyiv", "Kiev"), different("Haftar", "Khalifa Haftar")
    (True, False)
    """
    left, right = (" ".join(_LETTERS.findall(plain(form))) for form in (one, other))
    return f" {left} " not in f" {right} " and f" {right} " not in f" {left} "


@lru_cache(maxsize=4)
def _regex(knowledge: Knowledge) -> Regex:
    return compiled(literals(meanings(knowledge)))


def _listed(document: Document, knowledge: Knowledge) -> Iterator[Spelling]:
    encoded, text, known = document.encoded, document.text, meanings(knowledge)
    for match in _regex(knowledge).finditer(encoded.data):
        form = match[0].decode()
        start = encoded.offset(match.start())
        span = Span(start, start + len(form))
        if _inside_a_word(text, span):
            continue
        meant = known[form]
        sure = len(meant) == 1 or len({one.name.id for one in meant}) == 1
        for meaning in meant:
            name = meaning.name
            if sure or any(_in_slot(text, span, slot) for slot in name.slots):
                yield Spelling(span, form, name, meaning.status, meaning.language)
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
    return text.endswith(before, 0, span.start) and text.startswith(after, span.end)


def _people(document: Document, knowledge: Knowledge, people: frozenset[str]) -> Iterator[Spelling]:
    """Yield the family names of some people that have more than one spelling."""
    for mention in people_in(document, knowledge, people):
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
