"""Kind `spelling-variant`: listed names in a spelling that is wrong here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import field
from functools import cached_property
from typing import Literal

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.listed import MIXED, out_of_house, reported
from newslint.knowledge.spellings import (
    Spelling,
    counted,
    different,
    listed_in,
    mixed_in,
    spellings_of,
    telling_in,
)
from newslint.knowledge.variants import Variants, telling_variants
from newslint.scan import Triggers
from newslint.text.expressions import expression

_EXPLAINED = expression(
    r"\b(?:formerly|previously|once|then|now|renamed|known as|called|written|spel(?:led|t|ling)"
    r"|name[ds]?|Soviet|Russian form|Ukrainian form|transliterat"
    r"|in (?:Russian|Ukrainian|English)|19\d\d|18\d\d)\b"
)
_WORD_BEFORE = expression(r"([^\W\d_][\w’'-]*) $")
_WORD_AFTER = expression(r" ([^\W\d_][\w’'-]*)")
_NEAR = 60


@parameters
class SpellingVariant:
    """Listed names in a spelling that is wrong anywhere, foreign, mixed, or not the house's.

    Args:
        report: ``misspelling`` (wrong in any text), ``exonym`` (another language's form
            beside the English one), ``mixed`` (two accepted forms in one text, the rarer is
            reported), or ``house`` (not the form of the configured house style).
        context: what the run tells the checks.
    """

    report: Literal["misspelling", "exonym", "mixed", "house"]
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return a letter, which every name has; nothing without a house style to keep to."""
        return () if self.report == "house" and not self.context.house else (r"\pL",)

    def exact_triggers(self) -> tuple[str, ...]:
        """Return the spellings that may be reported, then patterns of people's variants."""
        variants = telling_variants(self.context.knowledge) if self.report == MIXED else ()
        return (*map(re.escape, self._reported), *variants)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"wanted", "language", "count", "wanted_count"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the spellings that are wrong here, in order."""
        if self.report == "house":
            return self._wrong(document) if self.context.house else iter(())
        told = telling_in(document, self.context.knowledge, self.report)
        if self.report == MIXED:
            return self._mixed(document, self._several(document, told))
        return self._wrong(document) if told else iter(())

    def find_triggered(self, document: Document, numbers: Collection[int]) -> Iterator[Match]:
        """Yield the spellings that are wrong here, in order; some were found, others are not."""
        if self.report != MIXED:
            return self._wrong(document)
        told = [self._reported[number] for number in numbers if number < len(self._reported)]
        return self._mixed(document, self._several(document, told))

    def _wrong(self, document: Document) -> Iterator[Match]:
        for spelling in listed_in(document, self.context.knowledge):
            wanted = self._wanted(spelling, document)
            if wanted and plain(spelling.text) not in self.context.accepted:
                yield self._match(spelling, wanted)

    def _several(self, document: Document, told: list[str]) -> list[Spelling]:
        return mixed_in(document, self.context.knowledge, self._variants, told)

    @cached_property
    def _reported(self) -> list[str]:
        """The spellings that may be reported, sorted."""
        knowledge, house = self.context.knowledge, self.context.house
        if self.report == "house":
            return out_of_house(knowledge, house) if house else []
        return reported(knowledge, self.report)

    @cached_property
    def _variants(self) -> Variants:
        return Variants(self.context.knowledge, self.context.vocabulary)

    def _wanted(self, spelling: Spelling, document: Document) -> str:
        """Return what should stand there, empty if nothing is wrong."""
        name = spelling.name
        if self.report == "misspelling":
            return name.name if spelling.status == "misspelling" else ""
        if self.report == "exonym":
            if spelling.status != "exonym":
                return ""
            beside = counted(spellings_of(document, self.context.knowledge, [name.id])).get(name.id)
            return beside.most_common(1)[0][0] if beside else ""
        wanted = name.house.get(self.context.house, "")
        return wanted if spelling.status == "form" and wanted != spelling.text else ""

    def _mixed(self, document: Document, spellings: list[Spelling]) -> Iterator[Match]:
        forms = [item for item in spellings if item.status == "form"]
        usable = [item for item in forms if not _part_of_a_name(document.text, item)]
        for identity, counts in counted(usable).items():
            if len(counts) < 2:
                continue
            own = [item for item in usable if item.name.id == identity]
            wanted = _preferred(counts, own[0])
            for item in own:
                if (
                    different(item.text, wanted)
                    and not document.quoted(item.span)
                    and not _explained(document, item, own)
                ):
                    yield self._match(item, wanted, counts)

    def _match(self, spelling: Spelling, wanted: str, counts: Counter[str] | None = None) -> Match:
        evidence: tuple[str, ...] = ()
        if counts:
            listed = ", ".join(f"“{form}” {count}×" for form, count in counts.most_common())
            evidence = (f"The text has {listed}.",)
        counted_forms: Counter[str] = counts or Counter()
        values = {
            "wanted": wanted,
            "language": spelling.language,
            "count": str(counted_forms[spelling.text]),
            "wanted_count": str(counted_forms[wanted]),
        }
        return Match(spelling.span, values, (wanted,), evidence=evidence)


def _preferred(counts: Counter[str], spelling: Spelling) -> str:
    """Return the commoner spelling; of two equally common ones the default."""
    best = max(counts.values())
    often = [form for form, count in counts.items() if count == best]
    default = spelling.name.house.get("default", spelling.name.name)
    return default if default in often else often[0]


def _part_of_a_name(text: str, spelling: Spelling) -> bool:
    """Say whether a spelling stands within a longer name, such as Dynamo Kiev."""
    if spelling.name.kind == "person":
        return False
    span = spelling.span
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    after = _WORD_AFTER.match(text, span.end)
    in_slot = bool(spelling.name.slots) and after is not None and after[1] in ("River", "Region")
    if after and after[1][0].isupper() and not in_slot:
        return True
    return bool(before and before[1][0].isupper() and before[1].lower() not in _BEFORE_NAMES)


_BEFORE_NAMES = frozenset("in from to near of at the and for on with by as but while after".split())


def _explained(document: Document, spelling: Spelling, own: list[Spelling]) -> bool:
    """Say whether the text itself speaks of the two spellings."""
    text = document.text
    near = text[max(0, spelling.span.start - _NEAR) : spelling.span.end + _NEAR]
    others = [item for item in own if item.text != spelling.text]
    beside = any(abs(item.span.start - spelling.span.start) < _NEAR // 2 for item in others)
    bracketed = re.search(rf"[(（/]{re.escape(spelling.text)}[)）/]", near)
    if bracketed or (beside and _EXPLAINED.search(near)):
        return True
    return spelling.name.historical and bool(_EXPLAINED.search(document.sentence(spelling.span)))


CHECK = SpellingVariant
