"""Kind `paired-delimiter`: quotation marks and brackets without their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span

ANY_LANGUAGE = "any"

# Delimiters that are none: smileys, list markers, times and measures in primes.
_SMILEY = re.compile(r"[:;=8xX]['’]?[-^o]?[()\[\]]+|[()]+[-^]?[:;=](?![\w/])")
_LIST_MARKER = re.compile(r"(?:^|(?<=[\s,;:.(—–-]))(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)")
_PRIME = re.compile(r"(?<=\d)[\"”](?!\w)")


@dataclass(frozen=True, kw_only=True)
class PairedDelimiter:
    """Quotation marks and brackets that are never closed, or closed without being opened.

    Paragraphs are read one by one. A quotation left open is right where the next
    paragraph opens again with the same mark.

    Args:
        pairs: opening and closing mark, two characters a pair, by language code or ``any``.
        report: which half of the mistakes the rule reports.
        reopened_paragraphs: whether a quotation may run on over paragraphs that open it again.
    """

    pairs: Mapping[str, tuple[str, ...]]
    report: Literal["unclosed", "unopened"]
    reopened_paragraphs: bool = True

    def triggers(self) -> Triggers:
        """Return the class of all marks."""
        marks = [mark for pairs in self.pairs.values() for pair in pairs for mark in pair]
        if any(len(pair) != 2 for pairs in self.pairs.values() for pair in pairs):
            raise ValueError("each of “pairs” is two characters: the opening and the closing mark")
        return ("[" + "".join(re.escape(mark) for mark in sorted(set(marks))) + "]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the mark that is missing."""
        return frozenset({"partner"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the marks without a partner, in order."""
        pairs = self._pairs(document)
        if not pairs:
            return
        closes = {pair[1]: pair[0] for pair in pairs}
        opens = {pair[0]: pair[1] for pair in pairs}
        paragraphs = document.paragraphs
        for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
            part = paragraph.of(document.text)
            marks = self._marks(part, opens, closes)
            alone = _without_partner(marks, opens, closes)
            for offset, mark in alone:
                opening = mark in opens
                if opening != (self.report == "unclosed"):
                    continue
                if opening and self._runs_on(document, following, mark, offset, alone):
                    continue
                start = paragraph.start + offset
                partner = opens[mark] if opening else closes[mark]
                yield Match(Span(start, start + 1), {"partner": partner})

    def _pairs(self, document: Document) -> tuple[str, ...]:
        fixed = self.pairs.get(ANY_LANGUAGE, ())
        if set(self.pairs) == {ANY_LANGUAGE}:
            return fixed
        return fixed + tuple(self.pairs.get(document.spoken_language or "", ()))

    def _marks(
        self, part: str, opens: Mapping[str, str], closes: Mapping[str, str]
    ) -> list[tuple[int, str]]:
        ignored: set[int] = set()
        for pattern in (_SMILEY, _LIST_MARKER, _PRIME):
            for match in pattern.finditer(part):
                ignored.update(range(match.start(), match.end()))
        return [
            (offset, mark)
            for offset, mark in enumerate(part)
            if (mark in opens or mark in closes) and not self._skipped(part, offset, mark, ignored)
        ]

    def _skipped(self, part: str, offset: int, mark: str, ignored: set[int]) -> bool:
        """Say whether a mark is no delimiter: part of a smiley, a list marker, a measure."""
        if offset not in ignored:
            return False
        # A prime after a digit may still be the end of a quotation.
        return mark not in '”"' or "“" not in part[:offset]

    def _runs_on(
        self,
        document: Document,
        following: Span | None,
        mark: str,
        offset: int,
        alone: list[tuple[int, str]],
    ) -> bool:
        """Say whether an open quotation goes on in the next paragraph."""
        if not self.reopened_paragraphs or following is None or (offset, mark) != alone[-1]:
            return False
        return document.text[following.start] == mark


def _without_partner(
    marks: list[tuple[int, str]], opens: Mapping[str, str], closes: Mapping[str, str]
) -> list[tuple[int, str]]:
    """Return the marks of one paragraph that have no partner, in order."""
    waiting: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for offset, mark in marks:
        if mark in closes and waiting and opens[waiting[-1][1]] == mark:
            waiting.pop()
        elif mark in opens:
            waiting.append((offset, mark))
        elif any(opens[other] == mark for _, other in waiting):
            while opens[waiting[-1][1]] != mark:
                alone.append(waiting.pop())
            waiting.pop()
        else:
            alone.append((offset, mark))
    return sorted([*alone, *waiting])


CHECK = PairedDelimiter
