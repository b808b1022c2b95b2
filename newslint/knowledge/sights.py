"""What few texts hold of all that is known, found in one pass over a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newslint.document import Document
from newslint.knowledge.listed import telling
from newslint.knowledge.phrases import title_phrases, title_sites
from newslint.knowledge.store import Knowledge
from newslint.text.regex import Regex, alternatives, compiled, whole_words
from newslint.text.span import Span


@dataclass(frozen=True, slots=True)
class Sights:
    """What a text holds that checks of names must look at.

    Args:
        titles: the titles beside names and countries, each the longest there; one may begin
            within another or where a name does.
        spellings: the spellings that tell of a mistake; see `telling`.
    """

    titles: tuple[Span, ...]
    spellings: frozenset[str]


def sights_in(document: Document, knowledge: Knowledge) -> Sights:
    """Return what a document holds that checks of names must look at; kept with the document."""
    key = "sights"
    if key not in document.memo:
        document.memo[key] = _sights(document, knowledge)
    return document.memo[key]  # type: ignore[return-value]


def _sights(document: Document, knowledge: Knowledge) -> Sights:
    regex, phrases, known = _regex(knowledge), title_phrases(knowledge), telling(knowledge)
    text, encoded = document.text, document.encoded
    titles: list[Span] = []
    spellings: set[str] = set()
    match = regex.search(encoded.data)
    while match is not None:
        title = phrases.at(text, encoded.offset(match.start()))
        if title is not None:
            titles.append(title)
        spellings.update({match[0].decode(), match[0][:-1].decode(errors="replace")} & known.keys())
        match = regex.search(encoded.data, match.start() + 1)
    return Sights(tuple(titles), frozenset(spellings))


@lru_cache(maxsize=4)
def _regex(knowledge: Knowledge) -> Regex:
    """Return spellings and titles in one automaton, which takes a third more than one of them."""
    return compiled(alternatives([whole_words(telling(knowledge)), title_sites(knowledge)]))
