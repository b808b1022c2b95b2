"""Kind `split-hyphenation`: a word that kept the hyphen of a lost line break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, partial

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.blocks import blocks
from newslint.text.encoded import EncodedText
from newslint.text.expressions import expression
from newslint.text.regex import Regex, compiled_for, literals, sites
from newslint.text.sought import sought, worth_seeking
from newslint.text.span import Span

_WORD = expression(r"[\w-]+")
_WHOLE_WORD = expression(r"(?<![\w-])[\w-]+")
_BREAK = r"-(?:[ \x{a0}]|[ \t]*\r?\n[ \t]*)"
_SPLIT = rf"\pL{{2,}}(?:{_BREAK}|-)\p{{Ll}}{{2,}}"
_DOTTED = "İ"
"""The one letter whose small form is two characters, the first of them a plain letter."""

_SPACES = " \t\r\n\u00a0"

_HYPHEN = ord("-")
_FEW = 50
"""How many words are looked for one by one in less time than it takes to list all words."""


@parameters
class SplitHyphenation:
    """A word that kept the hyphen of a lost line break: `govern- ment`, `govern-ment`.

    A hyphen before a space or a line's end is a compound's (`pre- and post-war`,
    `well-` at a line's end) unless the whole word stands elsewhere in the document, or
    the second half is a mere ending. Without white space both are asked for.

    Args:
        endings: second halves that are no words.
    """

    endings: tuple[str, ...]

    def triggers(self) -> Triggers:
        """Return a hyphen between a word and white space, and one before each ending."""
        return (rf"\pL{_BREAK}\p{{Ll}}", *(f"-{re.escape(ending)}" for ending in self.endings))

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the whole word."""
        return frozenset({"whole"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the split words, in order."""
        split = [
            item
            for item in self._split(document.encoded)
            if not _in_compound(document.text, item[0])
        ]
        known = _standing(document, {whole.lower() for _, whole, _ in split})
        for span, whole, ending in split:
            evidence = self._evidence(known, whole, ending)
            if evidence:
                yield Match(span, {"whole": whole}, (whole,), (), (evidence,))

    def _split(self, encoded: EncodedText) -> Iterator[tuple[Span, str, str | None]]:
        """Yield what may be a split word, the whole word, and its end behind white space."""
        for start, end in _around(encoded.data, sites(self._likely, encoded.data)):
            left, _, right = encoded.data[start:end].decode().rpartition("-")
            ending = right.lstrip(_SPACES)
            glued = ending == right
            if not glued or ending in self._endings:
                yield encoded.span(start, end), left + ending, None if glued else ending

    @cached_property
    def _likely(self) -> str:
        """The hyphens that matter, as far as a pattern can tell; most others are compounds'."""
        return rf"\pL\pL(?:{_BREAK}\p{{Ll}}\p{{Ll}}|-{literals(self.endings)}(?:[^a-z]|$))"

    @cached_property
    def _endings(self) -> frozenset[str]:
        return frozenset(self.endings)

    def _evidence(self, known: set[str], whole: str, ending: str | None) -> str | None:
        """Return what shows that the halves are one word, or None."""
        if whole.lower() in known:
            return f"“{whole}” stands elsewhere"
        return f"“{ending}” is an ending" if ending in self._endings else None


def _around(data: bytes, hyphens: Iterable[Regex]) -> Iterator[tuple[int, int]]:
    """Yield the words in two halves whose hyphens are given, as if all were looked for.

    What stands between two hyphens is a half of one word only, of the first that can have it.

    Args:
        data: the text as UTF-8.
        hyphens: matches that begin with the two letters before each hyphen.
    """
    split, done = compiled_for(_SPLIT, data), 0
    for near in hyphens:
        hyphen = data.index(b"-", near.start())
        done = _chain_start(data, done, hyphen)
        while len(data[max(done, hyphen - 8) : hyphen].decode("utf-8", "ignore")) > 1:
            match = split.search(data, done)
            if match is None or match.start() > hyphen:
                break
            done = match.end()
            if done > hyphen:
                yield match.span()


def _chain_start(data: bytes, done: int, place: int) -> int:
    """Return where the words begin that are joined to what stands before a place by hyphens."""
    gap = done
    while place > done:
        place -= 1
        if data[place] in b" \t\r\n":
            gap = max(gap, place + 1)
        elif gap > done and data[place] != _HYPHEN:
            return gap
        else:
            gap = done
    return done


def _standing(document: Document, words: set[str]) -> set[str]:
    """Return those of some words in small letters that stand in a text."""
    text = document.text
    plain = all(map(str.isascii, words)) and _DOTTED not in text
    if plain and worth_seeking(document.encoded, words):
        return sought(document.encoded, words, _pattern, partial(_word_at, text))
    found: set[str] = set()
    for part in blocks(text):
        missing = words - found
        if not missing:
            break
        lowered = part.lower()
        if len(missing) > _FEW or any(word in lowered for word in missing):
            found |= missing.intersection(_WORD.findall(lowered))
    return found


def _pattern(words: set[str]) -> str:
    return literals(words, ignore_case=True)


def _word_at(text: str, place: int) -> str | None:
    """Return the word that begins at a place, in small letters."""
    word = _WHOLE_WORD.match(text, place)
    return word[0].lower() if word else None


def _in_compound(text: str, span: Span) -> bool:
    """Say whether the words are part of a longer word."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return any(beside.isalnum() or beside in ("-", "’", "'") for beside in (before, after))


CHECK = SplitHyphenation
