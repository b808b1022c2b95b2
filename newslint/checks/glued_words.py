"""Kind `glued-words`: two words run together at a capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import chain

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.blocks import blocks
from newslint.text.derived import Edit
from newslint.text.expressions import expression
from newslint.text.regex import alternatives, compiled
from newslint.text.sought import sought, worth_seeking
from newslint.text.span import Span

_CAPITAL_WITHIN = "[a-z][A-Z][a-z]"
_SMALL = r"a-z\x{80}-\x{10ffff}"
_BOUNDARY = f"[{_SMALL}][{_SMALL}][A-Z][A-Z{_SMALL}]"
"""What stands where two words meet; half the texts with a capital in a word have none."""

_TOKEN = expression(r"([^\W\d_]*?[^\W\d_A-Z])([A-Z][^\W\d_]+)(?![\w@/=]|\.\w)")
_LETTERS_BACKWARDS = expression(r"[^\W\d_]{1,40}+(?![\w@#/.&=-])")
_WORD = expression(r"\w+")
_PAIR = expression(r"([A-Z](?<!\w.)\w*+)(?=\W++((?![a-z0-9_])\w+))")
_ONE_WORD = expression(r"\w+")
_REACH = 40
_PREVIOUS = expression(r"([A-Z][\w’'-]*) $")


@parameters
class GluedWords:
    """Two words run together at a capital: `correspondentJames`.

    A capital within a word is no evidence by itself: brands and handles are written so.
    A finding needs the first part to be a listed word in small letters, or the second to
    be a listed word that begins sentences, or the first to end a name that the
    document writes elsewhere.

    Args:
        first: words that no brand begins with, of two small letters at the least.
        second: words that begin a sentence or a clause, with their capital.
        names_unless: beginnings of names and brands with a capital within.
        brands: whole names that begin like two words.
    """

    first: tuple[str, ...]
    second: tuple[str, ...] = ()
    names_unless: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()

    def triggers(self) -> Triggers:
        """Return a capital within a word, behind two letters that are none."""
        if any(len(word) < 2 or not word.islower() for word in self.first):
            raise ValueError("the words of “first” are two small letters or more")
        return (_BOUNDARY,)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the two words."""
        return frozenset({"first", "second"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the glued words, in order."""
        tokens = list(self._tokens(document))
        names = _Names(document, tokens)
        for match in tokens:
            first, second = match[1], match[2]
            evidence = self._evidence(names, match)
            if evidence:
                place = match.end(1)
                yield Match(
                    Span(match.start(), match.end()),
                    {"first": first, "second": second},
                    edits=(Edit(Span(place, place), " "),),
                    evidence=(evidence,),
                )

    def _tokens(self, document: Document) -> Iterator[re.Match[str]]:
        """Yield the words with a capital within, cut before it."""
        text, done = document.text, 0
        for capital in compiled(_CAPITAL_WITHIN).finditer(document.encoded.data):
            place = document.encoded.offset(capital.start()) + 1
            before = text[max(0, place - _REACH - 1) : place]
            first = _LETTERS_BACKWARDS.match(before[::-1])
            if first is None or place - first.end() < done:
                continue
            match = _TOKEN.match(text, place - first.end())
            if match is not None:
                done = match.end()
                yield match

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(self.first)

    @cached_property
    def _second(self) -> frozenset[str]:
        return frozenset(self.second)

    def _evidence(self, names: _Names, match: re.Match[str]) -> str | None:
        """Return what shows that the parts are two words, or None."""
        text, first, second = match.string, match[1], match[2]
        if match.group() in self.brands:
            return None
        if first in self._first:
            return f"“{first}” is a common word"
        if not (first[1:].islower() and second[1:].islower()):
            return None
        if second in self._second and len(first) > 3 and text[match.end() : match.end() + 1] == " ":
            return f"“{second}” begins a sentence"
        if first in self.names_unless or not names.stands_alone(match):
            return None
        return f"“{_previous(match)} {first}” stands alone elsewhere"


class _Names:
    """The names that words run together may end, looked for elsewhere when one is asked for.

    Args:
        document: the text.
        tokens: its words with a capital within, cut before it.
    """

    def __init__(self, document: Document, tokens: Sequence[re.Match[str]]) -> None:
        self._text = document.text
        self._encoded = document.encoded
        self._tokens = tokens

    def stands_alone(self, token: re.Match[str]) -> bool:
        """Say whether a name ends with a word's first part, and stands elsewhere by itself."""
        pair = _pair(token)
        return pair is not None and pair in self._pairs and self._counts[token[0]] == 1

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        """The names that stand in the text, in two words with capitals."""
        wanted = {pair for pair in map(_pair, self._tokens) if pair}
        if worth_seeking(self._encoded, wanted):
            return sought(self._encoded, wanted, _pattern, partial(_pair_at, self._text))
        pairs = ((pair[1], pair[2]) for pair in _PAIR.finditer(self._text))
        return wanted.intersection(pairs)

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each of the words stands in the text."""
        wanted = {token[0] for token in self._tokens}
        words = chain.from_iterable(map(_WORD.findall, blocks(self._text)))
        return Counter(filter(wanted.__contains__, words))


def _pair(token: re.Match[str]) -> tuple[str, str] | None:
    """Return the name that may end with a word's first part, in two words with capitals."""
    if len(token[1]) < 3 or not token[1][0].isupper():
        return None
    previous = _previous(token)
    return (previous, token[1]) if _ONE_WORD.fullmatch(previous) else None


def _pattern(pairs: set[tuple[str, str]]) -> str:
    return alternatives(rf"\b{re.escape(one)}\W+{re.escape(other)}" for one, other in sorted(pairs))


def _pair_at(text: str, place: int) -> tuple[str, str] | None:
    """Return the words with capitals that begin at a place."""
    pair = _PAIR.match(text, place)
    return (pair[1], pair[2]) if pair else None


def _previous(token: re.Match[str]) -> str:
    """Return the capitalised word before a word, or nothing."""
    before = token.string[max(0, token.start() - _REACH) : token.start()]
    previous = _PREVIOUS.search(before)
    return previous[1] if previous else ""


CHECK = GluedWords
