"""Kind `phrase-list`: listed words and phrases, with what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import pairwise

import re2

from newslint.checks.base import Match, parameters
from newslint.checks.guards import Guards
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.regex import alternatives, compiled


@parameters
class PhraseList(Guards):
    """Listed words and phrases, with what to write instead.

    Args:
        phrases: phrases without a replacement.
        replace: phrases with what to write instead; alternatives are parted by ` | `.
        ignore_case: whether capitals and small letters are alike.
        whole_words: whether a phrase must not be part of a longer word.
    """

    phrases: tuple[str, ...] = ()
    replace: Mapping[str, str] = field(default_factory=dict)
    ignore_case: bool = True
    whole_words: bool = True

    def triggers(self) -> Triggers:
        """Return each phrase, and its neighbouring words with a non-breaking space."""
        self.compile_guards()
        if not self._listed:
            raise ValueError("the list is empty: give “phrases” or “replace”")
        found: dict[str, None] = {}
        for phrase in self._listed:
            words = [re2.escape(word) for word in phrase.split(" ")]
            found[" ".join(words)] = None
            found.update({rf"{left}\x{{a0}}{right}": None for left, right in pairwise(words)})
        return tuple(alternatives([item], ignore_case=self.ignore_case) for item in found)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the listed phrase and its replacement."""
        return frozenset({"phrase", "replacement"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the phrases found; where two begin together, the longer."""
        data = document.encoded.data
        for match in compiled(self._regex).finditer(data):
            start, end = match.span()
            span = document.encoded.span(start, end)
            if self.whole_words and not _whole(document.text, span.start, span.end):
                continue
            if not self.allow(document.encoded, start, end):
                continue
            text = span.of(document.text)
            phrase = self._by_folded.get(" ".join(text.casefold().split()), text)
            choices = self.replace.get(phrase, "")
            replacements = tuple(
                _cased(choice, text) if self.ignore_case else choice
                for choice in choices.split(" | ")
                if choice
            )
            values = {"phrase": phrase, "replacement": " or ".join(replacements)}
            yield Match(span, values, replacements)

    @cached_property
    def _listed(self) -> list[str]:
        return sorted((*self.phrases, *self.replace), key=len, reverse=True)

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        return {phrase.casefold(): phrase for phrase in self._listed}

    def _pattern(self, phrase: str) -> str:
        spaced = re2.escape(phrase).replace(r"\ ", r"[ \x{a0}]")
        return alternatives([spaced], ignore_case=self.ignore_case)

    @cached_property
    def _regex(self) -> str:
        return alternatives(map(self._pattern, self._listed))


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether no letter or digit touches the range on either side."""
    return not (start > 0 and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


def _cased(replacement: str, found: str) -> str:
    """Return the replacement with the capitals of what it replaces."""
    if found.isupper() and len(found) > 1 and not replacement.isupper():
        return replacement.upper()
    if found[:1].isupper() and replacement[:1].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement


CHECK = PhraseList
