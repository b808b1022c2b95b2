"""Kind `translation-pair`: numbers, names and brackets that differ from the source text's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.folding import plain
from newslint.knowledge.mentions import people_in
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.span import Span

_NUMBER = expression(
    r"(?<!\w)(?:\d{1,3}(?:[.,\u00a0\u202f '’]\d{3})+(?!\d)(?:[.,]\d+(?![.,]?\d))?"
    # The last two numbers of a date such as 11.11.2022 are no decimal fraction.
    r"|(?<!\d[.,])\d+[.,]\d+(?![.,]?\d)|\d+)"
)
# In the languages of Europe and East Asia: “2.5 million” and “2 500 000” are one number.
_SCALE = expression(
    r"[\u00a0\u202f -]?(?:hundred|thousand|million|billion|trillion|tausend|hundert|mill|mil\b|"
    r"mila|mio|mrd|mld|mds|milia|bn\b|m\b|k\b|tys|tis|тыс|тис|млн|млрд|мільйон|мільярд|миллион|"
    r"миллиард|[百千万萬億亿兆])",
    re.IGNORECASE,
)
_LATIN = expression(r"[A-Za-zÀ-ɏ]")
_LETTER = expression(r"[^\W\d_]")
# A bracket that a letter stands before is an ending, as in “file(s)”.
_OPENING = expression(r"(?<![^\W\d_])\(|[（\[［{｛]")
_WIDE = str.maketrans("（［｛", "([{")
_HOURS = 12
_STEM = 4
_MOST = 200
"""How many numbers that differ are compared with each other."""


@parameters
class TranslationPair:
    """What a translation has otherwise than its source text; silent where there is none.

    Args:
        compare: what is compared.
        context: what the run tells the checks.
    """

    compare: Literal["numbers", "names", "brackets"]
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return None: what a translation lacks is in no text."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: what the source text has."""
        return frozenset({"expected"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the differences, in order."""
        if document.source_text is None or not document.lines:
            return
        if self.compare == "numbers":
            yield from _numbers(document, document.source_text)
        elif self.compare == "names":
            yield from self._names(document, document.source_text)
        else:
            yield from _brackets(document, document.source_text)

    def _names(self, document: Document, source: str) -> Iterator[Match]:
        """Yield a match for each person whom the source names in full and the translation not."""
        letters = _LETTER.findall(document.text)
        if 2 * len(_LATIN.findall(document.text)) <= len(letters):
            return  # the known spellings are Latin
        found = plain(document.text)
        original = Document(source)
        for name in dict.fromkeys(
            mention.person.name
            for mention in people_in(original, self.context.knowledge)
            if mention.full
            # A case ending may change the end of a name, and another spelling its middle.
            and not any(plain(form)[:_STEM] in found for form in mention.person.families)
        ):
            yield Match(document.lines[0], {"expected": name})


def _numbers(document: Document, source: str) -> Iterator[Match]:
    """Yield the numbers that stand in the place of others."""
    wanted = list(_NUMBER.finditer(source))
    found, wanted = _without_equals(list(_NUMBER.finditer(document.text)), wanted)
    unmatched = []
    for match in found[:_MOST]:
        same = next((number for number in wanted[:_MOST] if _same(match, number)), None)
        if same is None:
            unmatched.append(match)
        else:
            wanted.remove(same)
    for match, number in zip(unmatched, wanted, strict=False):
        yield Match(Span(*match.span()), {"expected": number.group()})


def _without_equals(
    found: list[re.Match[str]], wanted: list[re.Match[str]]
) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """Return both lists without the numbers that stand in both."""
    common = Counter(map(_digits, found)) & Counter(map(_digits, wanted))
    return _without(found, common), _without(wanted, common)


def _without(numbers: list[re.Match[str]], common: Counter[str]) -> list[re.Match[str]]:
    kept = []
    spare = common.copy()
    for match in numbers:
        digits = _digits(match)
        if spare[digits]:
            spare[digits] -= 1
        else:
            kept.append(match)
    return kept


def _same(one: re.Match[str], other: re.Match[str]) -> bool:
    """Say whether two numbers are the same, perhaps one with a word for its scale."""
    left, right = _digits(one), _digits(other)
    if _scaled(one) or _scaled(other):
        return left.strip("0") == right.strip("0")
    return _in_time(one) and _in_time(other) and abs(int(left) - int(right)) == _HOURS


def _digits(match: re.Match[str]) -> str:
    """Return the digits of a number in ASCII, without separators and leading zeros."""
    digits = "".join(str(int(mark)) for mark in match.group() if mark.isdecimal())
    return digits.lstrip("0") or "0"


def _scaled(match: re.Match[str]) -> bool:
    return bool(_SCALE.match(match.string, match.end()))


def _in_time(match: re.Match[str]) -> bool:
    """Say whether a number can be an hour of the day."""
    return len(match.group()) <= 2 and int(match.group()) <= 2 * _HOURS


def _brackets(document: Document, source: str) -> Iterator[Match]:
    """Yield a match for each kind of bracket of which there are fewer or more."""
    places, wanted = _openings(document.text), _openings(source)
    for mark in "([{":
        found, expected = places[mark], len(wanted[mark])
        if len(found) != expected:
            surplus = found[expected:]
            span = Span(surplus[0], surplus[0] + 1) if surplus else document.lines[0]
            yield Match(span, {"expected": f"{expected} of “{mark}”"})


def _openings(text: str) -> defaultdict[str, list[int]]:
    """Return where each kind of bracket opens, full-width ones with their like."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _OPENING.finditer(text):
        places[match.group().translate(_WIDE)].append(match.start())
    return places


CHECK = TranslationPair
