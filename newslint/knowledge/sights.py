"""What few texts hold of all that is known, found in one pass over a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from newslint.document import Document
from newslint.knowledge.listed import telling
from newslint.knowledge.phrases import title_phrases
from newslint.knowledge.store import Knowledge
from newslint.knowledge.title_sites import title_endings
from newslint.text.regex import sites
from newslint.text.span import Span

_FEW = 4_000
"""How many code points of a run spellings are looked for in one by one, in 0.7 ms a thousand."""


_MUCH = 20_000_000
"""How many bytes are read for one ending after the other, in 0.4 ms a million."""


def titles_sighted(
    document: Document, knowledge: Knowledge, endings: Collection[int] = ()
) -> list[Span]:
    """Return the titles beside names and countries, each the longest there, in order.

    One may begin within another or where a name does. Kept with the document.

    Args:
        document: the document.
        knowledge: what is known.
        endings: the numbers of the only `title_endings` that the document may hold, where
            these are known: there is no need then to look for all.
    """
    key = "titles sighted"
    if key not in document.memo:
        encoded, phrases = document.encoded, title_phrases(knowledge)
        places = _title_places(document, knowledge, endings)
        found = (phrases.at(document.text, encoded.offset(place)) for place in places)
        document.memo[key] = [title for title in found if title is not None]
    return document.memo[key]  # type: ignore[return-value]


def _title_places(
    document: Document, knowledge: Knowledge, endings: Collection[int]
) -> Iterable[int]:
    data = document.encoded.data
    few = 0 < len(endings) * len(data) <= _MUCH
    if few and (known := title_endings(knowledge)).can_read(document.text):
        return known.places(data, endings)
    return (site.start() for site in sites(knowledge.index["title sites"], data))


def spellings_sighted(document: Document, knowledge: Knowledge) -> frozenset[str]:
    """Return the spellings that tell of a mistake; see `telling`. Kept with the document."""
    key = "spellings sighted"
    if key not in document.memo and not first_looks(knowledge).may_stand_in(document.text):
        document.memo[key] = frozenset()
    if key not in document.memo:
        found = sites(knowledge.index["telling sites"], document.encoded.data)
        # An underscore may stand behind a spelling.
        written = (part for site in found for part in (site[0], site[0][:-1]))
        spellings = {part.decode(errors="replace") for part in written}
        document.memo[key] = frozenset(spellings & telling(knowledge).keys())
    return document.memo[key]  # type: ignore[return-value]


class FirstLooks:
    """The telling spellings, looked for one by one in the first texts of a run.

    Their pattern takes longer to compile than a short run lasts.

    Args:
        spellings: the spellings as they are written.
    """

    def __init__(self, spellings: Iterable[str]) -> None:
        self._spellings = tuple(spellings)
        self._read = 0

    def may_stand_in(self, text: str) -> bool:
        """Say whether a text can hold one, which later texts always can."""
        self._read += len(text)
        return self._read > _FEW or any(map(text.__contains__, self._spellings))


@lru_cache(maxsize=4)
def first_looks(knowledge: Knowledge) -> FirstLooks:
    """Return what looks for the telling spellings in the first texts of a run."""
    return FirstLooks(telling(knowledge))
