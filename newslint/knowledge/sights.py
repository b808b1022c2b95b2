"""What few texts hold of all that is known, found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.knowledge.listed import telling
from newslint.knowledge.phrases import title_phrases
from newslint.knowledge.store import Knowledge
from newslint.text.regex import Regex, compiled
from newslint.text.span import Span


def titles_sighted(document: Document, knowledge: Knowledge) -> list[Span]:
    """Return the titles beside names and countries, each the longest there, in order.

    One may begin within another or where a name does. Kept with the document.
    """
    key = "titles sighted"
    if key not in document.memo:
        encoded, phrases = document.encoded, title_phrases(knowledge)
        sites = _sites(knowledge.index["title sites"], encoded.data)
        found = (phrases.at(document.text, encoded.offset(site.start())) for site in sites)
        document.memo[key] = [title for title in found if title is not None]
    return document.memo[key]  # type: ignore[return-value]


def spellings_sighted(document: Document, knowledge: Knowledge) -> frozenset[str]:
    """Return the spellings that tell of a mistake; see `telling`. Kept with the document."""
    key = "spellings sighted"
    if key not in document.memo:
        sites = _sites(knowledge.index["telling sites"], document.encoded.data)
        # An underscore may stand behind a spelling.
        written = (part for site in sites for part in (site[0], site[0][:-1]))
        found = {part.decode(errors="replace") for part in written}
        document.memo[key] = frozenset(found & telling(knowledge).keys())
    return document.memo[key]  # type: ignore[return-value]


def _sites(pattern: str, data: bytes) -> Iterator[Regex]:
    """Yield a match of a pattern for every place where one begins."""
    regex = compiled(pattern)
    match = regex.search(data)
    while match is not None:
        yield match
        match = regex.search(data, match.start() + 1)
