"""Kind `name-drift`: a name that stands once in a spelling of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import combinations, product
from typing import NamedTuple

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.capitals import Capital, capital_words, capitals_of
from newslint.knowledge.folding import cyrillic_fold, cyrillic_folds, plain, plain_lines, plains
from newslint.knowledge.nearness import deletions, one_edit_apart
from newslint.knowledge.pairs import (
    Doubles,
    Pair,
    may_crowd,
    near_by_deletions,
    near_names,
    sharing,
    surely_shared,
)
from newslint.knowledge.sieve import Sieve, TextWords
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.span import Span

_SHORTEST_FOLD = 6
_MOST_COMMON_FOLD = 2.6
"""Zipf frequency up to which a spelling that folds like another may be no word."""

_SENTENCE_ENDS = frozenset('.!?:…”“"‘(\n ')
_ENDINGS = expression(
    r"(?:s|es|n|an|ian|ans|ians|ese|ish|i|is|y|e|a|o|er|ers|ist|ists|ism|ia|in|ov|ova|ev|eva|sky"
    r"|skaya|ski|ska|son|sen|u|um|us|on|om|em|ami|i|ie|ii|ed|ing|d|ne)$"
)


class _Form(NamedTuple):
    """One spelling and where it stands."""

    text: str
    words: tuple[Capital, ...]

    @property
    def spans(self) -> list[Span]:
        """Where it stands, in order."""
        return [word.span for word in self.words]


@parameters
class NameDrift:
    """A name that stands once in a spelling of its own beside one that the text keeps to.

    Both must be names (capitalised within sentences, never in small letters), the rare one no
    word and no place, and they must not be forms of one another (Ukraine, Ukrainian).
    Measured on a million words of clean news: 24 alarms, 23 of them real errors in print.

    Args:
        max_zipf: how common the rare spelling may be as a word (Zipf frequency).
        min_length: how many letters a name must have.
        min_words: how many words a text must have.
        context: what the run tells the checks.
    """

    max_zipf: float = 1.5
    min_length: int = 5
    min_words: int = 60
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return None: any text can hold names."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"name", "count"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the spellings that stand alone, in order."""
        pairs = self._pairs(capital_words(document))
        if not pairs or not _has_words(document.text, self.min_words):
            return
        forms = _forms(document, {word for pair in pairs for word in pair})
        found = [
            match
            for rare, dominant in pairs
            if rare in forms and dominant in forms
            if (match := self._match(document, forms[rare], forms[dominant])) is not None
        ]
        yield from sorted(found, key=lambda match: match.span)

    def _pairs(self, words: TextWords) -> list[Pair]:
        """Return the words of which one could be a wrong spelling of the other, both ways round.

        The wrong one is unknown, or they fold alike.
        """
        rare = self._names(self._unknown.caught(words))
        folded = self._folded.caught(words)
        if not rare and not folded:
            return []
        near = near_names(map(plain, rare), plain_lines(words)) if rare else set()
        many = near is None
        if near is None:
            names = plains(self._names(words))
            if not surely_shared(names, cyrillic_folds(names)):
                return self._among_many(words)
            near = near_by_deletions(plains(rare), names)
        found = {
            pair
            for pair in (*_spelt(near, words), *_alike(folded))
            if len(self._names(pair)) == 2 and self._could_drift(*pair)
        }
        if found and not many:
            names = plains(self._names(words))
            if may_crowd(names, map(cyrillic_fold, names)):
                return self._among_many(words)
        return sorted({*found, *((other, one) for one, other in found)})

    def _among_many(self, words: Collection[str]) -> list[Pair]:
        """Return the pairs as `_pairs` does, in time that grows with the text alone."""
        keyed = (
            (word, (*deletions(name := plain(word)), cyrillic_fold(name)))
            for word in self._names(words)
        )
        found = sharing(keyed, self._could_drift) or set()
        return sorted({*found, *((other, one) for one, other in found)})

    @cached_property
    def _unknown(self) -> Sieve:
        return self.context.unknown_names(self.max_zipf, self.min_length)

    @cached_property
    def _folded(self) -> Doubles:
        return Doubles(self._folds, self.context.vocabulary)

    def _names(self, words: Iterable[str]) -> list[str]:
        """Return those of some words that are written like names."""
        least = self.min_length
        return [w for w in words if len(w) >= least and w.isalpha() and w[1:].islower()]

    def _folds(self, names: Mapping[str, str]) -> tuple[list[str], list[str]]:
        words = self._names(names)
        return words, cyrillic_folds([names[word] for word in words])

    def _could_drift(self, one: str, other: str) -> bool:
        """Say whether one of two words could be a wrong spelling of the other."""
        one, other = plain(one), plain(other)
        if one == other or not _near(one, other) or _inflected(one, other):
            return False
        return self._could_be_wrong(one, other) or self._could_be_wrong(other, one)

    def _could_be_wrong(self, rare: str, dominant: str) -> bool:
        """Say whether a spelling is no word, no place, and not accepted.

        One that folds like the other is seldom a place, and may be a commoner word.
        """
        knowledge = self.context.knowledge
        folded = cyrillic_fold(rare) == cyrillic_fold(dominant)
        if knowledge.words.zipf(rare) > (_MOST_COMMON_FOLD if folded else self.max_zipf):
            return False
        if not folded and rare in knowledge.place_names:
            return False
        return rare not in self.context.accepted

    def _match(self, document: Document, rare: _Form, dominant: _Form) -> Match | None:
        one, other = plain(rare.text), plain(dominant.text)
        if len(rare.words) != 1 or not self._could_be_wrong(one, other):
            return None
        if len(dominant.words) == 1 and not self._certain(one, other):
            return None
        span = rare.spans[0]
        if not _neighbours_agree(document, span, dominant) or _quoted_title(document.text, span):
            return None
        if any(f" {form.text.lower()}" in document.text for form in (rare, dominant)):
            return None
        count = len(dominant.words)
        evidence = (f"“{rare.text}” stands once, “{dominant.text}” {count} times.",)
        values = {"name": dominant.text, "count": str(count)}
        return Match(span, values, (dominant.text,), evidence=evidence)

    def _certain(self, rare: str, dominant: str) -> bool:
        """Say whether two spellings that stand once each are still one known name."""
        words = self.context.knowledge.words
        if rare[0] != dominant[0]:
            return False
        return words.zipf(rare) == 0 and words.zipf(dominant) >= 1.0


def _has_words(text: str, count: int) -> bool:
    """Say whether a text has so many spaces; its beginning mostly has."""
    return text.count(" ", 0, 20 * count) >= count or text.count(" ") >= count


def _forms(document: Document, names: set[str]) -> dict[str, _Form]:
    """Return those of some names that stand capitalised within a sentence, by their letters."""
    text = document.text
    words: defaultdict[str, list[Capital]] = defaultdict(list)
    inside: set[str] = set()
    for word in capitals_of(document, names):
        words[word.text].append(word)
        before = text[max(0, word.start - 2) : word.start]
        if before[-1:] == " " and before[0] not in _SENTENCE_ENDS:
            inside.add(word.text)
    return {word: _Form(word, tuple(words[word])) for word in inside}


def _spelt(near: Collection[Pair], words: Collection[str]) -> Iterator[Pair]:
    """Yield the words of a text behind pairs of plain names."""
    if near:
        named = {name for pair in near for name in pair}
        names: defaultdict[str, list[str]] = defaultdict(list)
        for word, name in zip(words, plains(words), strict=True):
            if name in named:
                names[name].append(word)
        for one, other in near:
            yield from product(names[one], names[other])


def _alike(words: Collection[str]) -> Iterator[Pair]:
    """Yield the pairs of some words that fold alike."""
    if len(words) > 1:
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            groups[cyrillic_fold(plain(word))].append(word)
        for group in groups.values():
            yield from combinations(group, 2)


def _near(one: str, other: str) -> bool:
    """Say whether two names are one edit apart, or alike once written in another alphabet."""
    # One edit leaves the first two letters of a name as they are, or the last two.
    if one[:2] == other[:2] or one[-2:] == other[-2:]:
        return one_edit_apart(one, other) or cyrillic_fold(one) == cyrillic_fold(other)
    long = min(len(one), len(other)) >= _SHORTEST_FOLD
    return long and cyrillic_fold(one) == cyrillic_fold(other)


def _inflected(one: str, other: str) -> bool:
    """Say whether one spelling is the other with an ending, or both share a stem with endings."""
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) or longer.endswith(shorter):
        return True
    stem = 0
    while stem < len(shorter) and one[stem] == other[stem]:
        stem += 1
    left, right = one[stem:], other[stem:]
    return bool(stem >= 3 and _ENDINGS.fullmatch(left or "s") and _ENDINGS.fullmatch(right or "s"))


def _neighbours_agree(document: Document, span: Span, dominant: _Form) -> bool:
    """Say whether no capitalised word beside the rare spelling speaks against the common one."""
    own = _beside(document.text, span)
    if not any(own):
        return True
    others = [_beside(document.text, place) for place in dominant.spans]
    for index in (0, 1):
        if own[index] and own[index] in {other[index] for other in others}:
            return True
    if own[0]:
        return not any(other[0] for other in others) and not own[1]
    return not any(other[1] for other in others)


def _beside(text: str, span: Span) -> tuple[str, str]:
    """Return the capitalised words directly before and after a span."""
    before = re.search(r"([^\W\d_][\w.’'-]*) $", text[max(0, span.start - 30) : span.start])
    after = re.match(r"(?:[’']s)? ([^\W\d_][\w’'-]*)", text[span.end : span.end + 30])
    return (
        before[1] if before and before[1][0].isupper() else "",
        after[1] if after and after[1][0].isupper() else "",
    )


def _quoted_title(text: str, span: Span) -> bool:
    """Say whether the spelling stands right in quotation marks, as a word spoken of."""
    return text[span.start - 1 : span.start] in ("“", "‘", '"', "'", "@", "#", "/") and text[
        span.end : span.end + 1
    ] in ("”", "’", '"', "'", ".", "/")


CHECK = NameDrift
