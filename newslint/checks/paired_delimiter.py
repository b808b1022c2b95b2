"""Kind `paired-delimiter`: quotation marks and brackets without their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, cast

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.marks import Place, balanced, stands
from newslint.text.pairing import Pairing, Unpaired
from newslint.text.span import Span

ANY_LANGUAGE = "any"


@parameters
class PairedDelimiter:
    """Quotation marks and brackets that are never closed, or closed without being opened.

    Paragraphs are read one by one. A quotation left open is right where the next
    paragraph opens again with the same mark, where a later paragraph closes it, and
    where the text was cut short.

    Args:
        pairs: an opening mark and the marks that may close it, by language code or ``any``.
        report: which of the mistakes the rule reports; ``reversed`` is a mark the wrong way
            round, which the other two leave alone.
        closes_all: closing marks of which one ends every quotation nested in it.
        straight: whether a straight quotation mark may stand for the partner.
        place: where the mark must stand: at its paragraph's ``start``, at a sentence's ``end``,
            or ``within``.
    """

    pairs: Mapping[str, tuple[str, ...]]
    report: Literal["unclosed", "unopened", "reversed"]
    closes_all: str = ""
    straight: bool = False
    place: Place = "anywhere"

    def triggers(self) -> Triggers:
        """Return the marks."""
        if any(len(pair) < 2 for pair in self._every_pair):
            raise ValueError("each of “pairs” is an opening mark and the marks that close it")
        marks = "".join(sorted({mark for pair in self._every_pair for mark in pair}))
        return (f"[{re.escape(marks)}]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the mark that is missing."""
        return frozenset({"partner"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the marks without a partner, in order."""
        if self._sound(document):
            return
        pairing = self._pairing(document)
        if not pairing.pairs:
            return
        unpaired = _unpaired(document, pairing)
        if self.report == "reversed":
            for sign in unpaired.turned:
                partner = pairing.partner(sign.mark)
                yield Match(Span(sign.offset, sign.offset + 1), {"partner": partner}, (partner,))
            return
        for lone in unpaired.alone:
            wanted = lone.opening == (self.report == "unclosed")
            if wanted and stands(document.text, document.paragraphs, lone, self.place):
                partner = pairing.partner(document.text[lone.offset])
                yield Match(Span(lone.offset, lone.offset + 1), {"partner": partner})

    @cached_property
    def _every_pair(self) -> frozenset[str]:
        return frozenset(pair for pairs in self.pairs.values() for pair in pairs)

    def _pairing(self, document: Document) -> Pairing:
        pairs = self.pairs.get(ANY_LANGUAGE, ())
        if set(self.pairs) != {ANY_LANGUAGE}:
            spoken = self.pairs.get(document.spoken_language or "", ())
            pairs = pairs + spoken if spoken else ()
        return Pairing(pairs, self.closes_all, self.straight)

    @cached_property
    def _key(self) -> str:
        return f"paired-delimiter {sorted(self._every_pair)}"

    def _sound(self, document: Document) -> bool:
        """Say whether a quick look finds every mark with its partner, in any language."""
        if self._key not in document.memo:
            document.memo[self._key] = _sound(document.text, self._every_pair)
        return bool(document.memo[self._key])


def _unpaired(document: Document, pairing: Pairing) -> Unpaired:
    """Return the marks that pair with no other; the rules on the same pairs share the work."""
    key = repr(pairing)
    if key not in document.memo:
        document.memo[key] = pairing.read(document.text, document.paragraphs)
    return cast("Unpaired", document.memo[key])


def _sound(text: str, pairs: frozenset[str]) -> bool:
    found = {mark for mark in "".join(pairs) if mark in text}
    opened = [pair for pair in pairs if pair[0] in found]
    if not found.issubset("".join(opened)):
        return False
    for pair in opened:
        closing = found.intersection(pair[1:])
        if len(closing) != 1 or not balanced(text, pair[0], *closing):
            return False
    return True


CHECK = PairedDelimiter
