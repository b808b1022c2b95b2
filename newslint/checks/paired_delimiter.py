"""Kind `paired-delimiter`: quotation marks and brackets without their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.marks import Lone, Place, balanced, stands, unsettled
from newslint.text.span import Span

ANY_LANGUAGE = "any"

# Delimiters that are none: smileys, list markers, feet and inches, interval bounds.
_NO_DELIMITER = re.compile(
    r"(?<![^\s.,!?…\"”’'])[:;=8xX]['’]?[-^o]?[()\[\]]+|(?<!\S)[()]+[-^]?[:;=](?!\S)"
    r"|[:;=][-^]?\)+|\){3,}"
    r"|(?:^|(?<=[\s,;:.(—–-]))(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.]?\)"
    r"|(?<=\d)”(?!\w)"
    r"|¯\\_\(ツ\)_/¯|[(^][ -]*[_.^оo~][ -]*[)^]"
)
_SENTENCE_END = re.compile(r"[.!?…][’'\"”)]*\s+$")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A delimiter within a paragraph."""

    offset: int
    sign: str


@dataclass(frozen=True, kw_only=True)
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
        """Return the class of all marks."""
        if any(len(pair) < 2 for pairs in self.pairs.values() for pair in pairs):
            raise ValueError("each of “pairs” is an opening mark and the marks that close it")
        marks = {mark for pairs in self.pairs.values() for pair in pairs for mark in pair}
        return tuple(re.escape(mark) for mark in sorted(marks))

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the mark that is missing."""
        return frozenset({"partner"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the marks without a partner, in order."""
        text = document.text
        if self._sound(text):
            return
        pairs = self._pairs(document)
        opens = {pair[0]: pair[1:] for pair in pairs}
        closes = {closing: pair[0] for pair in reversed(pairs) for closing in pair[1:]}
        if not opens:
            return
        reversed_marks: list[_Mark] = []
        alone: list[Lone] = []
        for number, paragraph in enumerate(document.paragraphs):
            part = paragraph.of(text)
            marks = _marks(part, "".join({*opens, *closes}))
            for mark in self._turned(part, marks, opens, closes):
                reversed_marks.append(_Mark(paragraph.start + mark.offset, mark.sign))
                partner = opens[mark.sign][0] if mark.sign in opens else closes[mark.sign]
                marks[marks.index(mark)] = _Mark(mark.offset, partner)
            for mark in self._alone(part, marks, opens, closes):
                alone.append(Lone(number, paragraph.start + mark.offset, mark.sign in opens))
        if self.report == "reversed":
            for mark in reversed_marks:
                partner = opens[mark.sign][0] if mark.sign in opens else closes[mark.sign]
                span = Span(mark.offset, mark.offset + 1)
                yield Match(span, {"partner": partner}, (partner,))
            return
        for lone in unsettled(text, document.paragraphs, alone, "".join(opens)):
            wanted = lone.opening == (self.report == "unclosed")
            if wanted and stands(text, document.paragraphs, lone, self.place):
                sign = text[lone.offset]
                partner = opens[sign][0] if lone.opening else closes[sign]
                yield Match(Span(lone.offset, lone.offset + 1), {"partner": partner})

    def _sound(self, text: str) -> bool:
        """Say whether a quick look finds every mark with its partner, in any language."""
        every = {pair for pairs in self.pairs.values() for pair in pairs}
        openings = {pair[0] for pair in every}
        for pair in every:
            closing = [mark for mark in pair[1:] if mark in text]
            if pair[0] not in text:
                if not openings.issuperset(closing):
                    return False
            elif len(closing) != 1 or not balanced(text, pair[0], closing[0]):
                return False
        return True

    def _pairs(self, document: Document) -> tuple[str, ...]:
        fixed = self.pairs.get(ANY_LANGUAGE, ())
        if set(self.pairs) == {ANY_LANGUAGE}:
            return fixed
        spoken = self.pairs.get(document.spoken_language or "", ())
        return fixed + spoken if spoken else ()

    def _turned(
        self, part: str, marks: list[_Mark], opens: Mapping[str, str], closes: Mapping[str, str]
    ) -> list[_Mark]:
        """Return the marks that stand the wrong way round, each with a partner that shows it.

        A mark that may both open and close is never one of them.
        """
        turned: list[_Mark] = []
        for mark, following in zip(marks, marks[1:], strict=False):
            if mark.sign in opens and following.sign == mark.sign and mark.sign not in closes:
                if _can_close(part, following.offset) and not _can_open(part, following.offset):
                    turned.append(following)
            elif (
                mark.sign in closes
                and following.sign == mark.sign
                and mark.sign not in opens
                and _stands_before(part, mark.offset)
                and not any(other.offset < mark.offset for other in marks)
            ):
                turned.append(mark)
        return turned if len(turned) == 1 else []

    def _alone(
        self, part: str, marks: list[_Mark], opens: Mapping[str, str], closes: Mapping[str, str]
    ) -> list[_Mark]:
        """Return the marks of one paragraph that have no partner, in order."""
        waiting: list[_Mark] = []
        alone: list[_Mark] = []
        for mark in marks:
            partners = [i for i, other in enumerate(waiting) if mark.sign in opens[other.sign]]
            if partners:
                first = partners[0] if mark.sign in self.closes_all else partners[-1]
                alone += waiting[partners[-1] + 1 :]
                del waiting[first:]
            elif mark.sign in opens:
                if any(o.sign == mark.sign for o in waiting) and _begins_anew(part, mark.offset):
                    # Paragraphs run together: each opens the long quotation again.
                    waiting = [other for other in waiting if other.sign != mark.sign]
                waiting.append(mark)
            elif mark.sign in closes:
                alone.append(mark)
        alone = sorted([*alone, *waiting], key=lambda mark: mark.offset)
        if self.straight and len(alone) == 1 and part.count('"') % 2:
            return []
        return alone


@lru_cache(maxsize=64)
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]")


def _marks(part: str, signs: str) -> list[_Mark]:
    """Return the delimiters of a paragraph, without those that are none."""
    found = [_Mark(match.start(), match.group()) for match in _any_of(signs).finditer(part)]
    if not found:
        return found
    ignored: set[int] = set()
    for match in _NO_DELIMITER.finditer(part):
        inside = part[match.start() : match.end()]
        if inside == "”" and part.count("“", 0, match.start()) > part.count("”", 0, match.start()):
            continue
        smiley = inside[0] in ":;=" and not part[: match.start()][-1:].strip()
        if inside.endswith(")") and not smiley and _bracket_open(part, match.start()):
            continue
        ignored.update(range(match.start(), match.end()))
    return [mark for mark in found if mark.offset not in ignored]


def _bracket_open(part: str, end: int) -> bool:
    return part.rfind("(", 0, end) > part.rfind(")", 0, end)


def _begins_anew(part: str, offset: int) -> bool:
    return bool(_SENTENCE_END.search(part[max(0, offset - 8) : offset]))


def _stands_before(part: str, offset: int) -> bool:
    """Say whether white space shows that a mark stands before what it encloses."""
    free = offset > 0 and part[offset - 1].isspace() and part[offset + 1 : offset + 2].isspace()
    return free or (_can_open(part, offset) and not _can_close(part, offset))


def _can_open(part: str, offset: int) -> bool:
    before, after = part[offset - 1 : offset] if offset else "", part[offset + 1 : offset + 2]
    return (not before or before.isspace() or before in "([—–-/") and not after.isspace()


def _can_close(part: str, offset: int) -> bool:
    before, after = part[offset - 1 : offset] if offset else "", part[offset + 1 : offset + 2]
    return bool(before) and not before.isspace() and not after.isalnum()


CHECK = PairedDelimiter
