"""The capitalised words of a text, collected once and shared by the checks of names."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.sieve import TextWords
from newslint.text.expressions import expression
from newslint.text.span import Span

# A possessive ending belongs to no name; inner apostrophes do (O’Neill). What must not stand
# before the word is asked for behind its first letter, which the engine can then skip to; and
# it leaves an empty alternative sooner than a repetition that begins nowhere.
_INNER = r"[’'](?!s\b)[\w-]++"
_CAPITALISED = expression(
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ](?<![\w’'-].)[\w-]*+"
    rf"(?:{_INNER}(?:{_INNER})*+|)"
)
_FEW_WORDS = 16
"""Up to how many words are looked for one by one; each takes some 4 % of one pass over all."""

_MANY = 100_000
"""From how many code points on a text has more words than a few of which places are asked."""

_LONGEST = 250
"""How many code points of a word are read; no name has as many."""

_REACH = 30
"""How many code points before a name belong to the word before it."""


class Capital(NamedTuple):
    """A capitalised word.

    Args:
        start: code-point offset of its first letter.
        end: offset after its last letter, a possessive ending left out.
        text: the word as written, without a possessive ending.
    """

    start: int
    end: int
    text: str

    @property
    def plain(self) -> str:
        """The word in small letters without accents."""
        return plain(self.text)

    @property
    def span(self) -> Span:
        """The word as a span."""
        return Span(self.start, self.end)


def capital_places(document: Document) -> Mapping[str, Sequence[int]]:
    """Return where each capitalised word of a document begins, in order; kept with the document."""
    key = "capitals"
    if key not in document.memo:
        # By the words: a check wants the places of few, and need not look at the others.
        places: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for word in _CAPITALISED.finditer(document.text):
            places[word[0]].append(word.start())
        document.memo[key] = dict(places)
    return document.memo[key]  # type: ignore[return-value]


def capital_words(document: Document) -> TextWords:
    """Return the different capitalised words of a document, as written; kept with the document.

    Far cheaper than the words with their places: ask a `Sieve` about them first.
    """
    key = "capital words"
    if key not in document.memo:
        text = document.text
        many = len(text) >= _MANY or "capitals" in document.memo
        written = capital_places(document) if many else _CAPITALISED.findall(text)
        document.memo[key] = TextWords(written)
    return document.memo[key]  # type: ignore[return-value]


def starts_of(
    document: Document, words: Collection[str], where: Callable[[int, int], bool] | None = None
) -> Mapping[str, Sequence[int]]:
    """Return where some capitalised words of a document begin, in order.

    Args:
        document: the document.
        words: some of its `capital_words`, as written.
        where: says of the start and end of a word whether it is wanted there.
    """
    if len(words) <= _FEW_WORDS and "capitals" not in document.memo:
        return {word: list(_starts(document.text, word, where)) for word in words}
    places = capital_places(document)
    if where is None:
        return {word: places[word] for word in words}
    return {
        word: [start for start in places[word] if where(start, start + len(word))] for word in words
    }


def capitals_of(
    document: Document, words: Collection[str], where: Callable[[int, int], bool] | None = None
) -> list[Capital]:
    """Return the places of some capitalised words in a document, in order; see `starts_of`."""
    found = starts_of(document, words, where).items()
    return sorted(
        Capital(start, start + len(word), word) for word, starts in found for start in starts
    )


def _starts(text: str, word: str, where: Callable[[int, int], bool] | None) -> Iterator[int]:
    """Yield where a capitalised word begins; what stands around one settles where others do."""
    place = text.find(word)
    while place >= 0:
        if where is None or where(place, place + len(word)):
            match = _CAPITALISED.match(text, place)
            if match is not None and match[0] == word:
                yield place
        place = text.find(word, place + 1)


def capitals_between(text: str, start: int, end: int) -> Iterator[Capital]:
    """Yield the capitalised words of a text that begin within a range, in order.

    Args:
        text: the text.
        start: code-point offset of the range.
        end: offset after it; a word that begins before it is yielded whole.
    """
    for match in _CAPITALISED.finditer(text, max(0, start), end + _LONGEST):
        if match.start() >= end:
            return
        yield Capital(*match.span(), match[0])


def first_capital(text: str) -> str:
    """Return the first capitalised word of a text, or nothing.

    >>> first_capital("the United States")
    'United'
    """
    match = _CAPITALISED.search(text)
    return match[0] if match else ""


def word_before(text: str, place: int) -> str:
    """Return what stands between two spaces before a place, or nothing.

    >>> word_before("the late King Olaf", 14)
    'King'

    Args:
        text: the text.
        place: a code-point offset, directly behind a space.
    """
    if text[place - 1 : place] != " ":
        return ""
    first = max(0, place - _REACH)
    return text[max(first, text.rfind(" ", first, place - 1) + 1) : place - 1]
