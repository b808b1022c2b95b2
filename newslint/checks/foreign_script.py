"""Kind `foreign-script`: words in another script within Latin text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from unicodedata import name

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text import segments
from newslint.text.expressions import expression
from newslint.text.span import Span
from newslint.text.stretches import found_beyond_ascii

_LETTERS = (
    r"\p{Cyrillic}\p{Armenian}\p{Hebrew}\p{Arabic}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}"
    r"\p{Thai}\p{Georgian}\p{Hangul}\p{Ethiopic}\p{Khmer}\p{Hiragana}\p{Katakana}\p{Han}"
)
_WORD = rf"[{_LETTERS}][{_LETTERS}\p{{M}}ー]*"
_RUN = rf"{_WORD}(?:[ \x{{3000}}・：、，’'-]{{1,2}}{_WORD})*"
_ANY_LETTER = r"[\x{400}-\x{1fff}\x{2c00}-\x{d7ff}\x{f900}-\x{10ffff}]"
_OPENING = expression(r"[(（\[「『《〈“”„«\"‘'#@/=]\s*$")
_CLOSING = expression(r"\s*[)）\]」』》〉“”»\"]|\s*[(（\[]")
_GLOSS = expression(
    r"(?i)\b(?:called|named|words?|letters?|characters?|spelled|spelt|written|reads?|meaning|means"
    r"|known as|term|phrase|say|slogan|hashtag|script|translat\w+|romani\w+|in [A-Z][a-z]+[:,]?"
    r"|(?:Arabic|Armenian|Chinese|Cyrillic|Georgian|Hebrew|Hindi|Japanese|Korean|Mandarin|Persian"
    r"|Russian|Thai|Ukrainian|Greek|Bulgarian|Serbian)(?: name)?"
    r"|paper|newspaper|magazine|daily|signs?|site|brand|app|song|film|book|novel|poem|logo|tattoo)"
    r"[ :,–—\u200b-\u200f\u2066-\u2069-]*$"
)
_LATIN = expression(r"[A-Za-z]")
_MANY = 200


@parameters
class ForeignScript:
    """Words in another script within a line that is mostly Latin.

    Args:
        most: how many of them a text may hold: one that has more is about that
            language, or is in two languages.
    """

    most: int = 8

    def triggers(self) -> Triggers:
        """Return the blocks that hold the letters of such scripts, and more."""
        return (_ANY_LETTER,)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the script."""
        return frozenset({"script"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the words left in another script, in order."""
        runs = list(islice(self._runs(document), _MANY + 1))
        if len(runs) > _MANY:
            return
        lines: dict[int, _Line] = {}
        found = [span for span in runs if _is_left(document.text, span, lines)]
        if len(found) > self.most:
            return
        for span in found:
            script = name(span.of(document.text)[0], "UNKNOWN").split()[0]
            script = "Han" if script == "CJK" else script.title()
            yield Match(span, {"script": script})

    def _runs(self, document: Document) -> Iterator[Span]:
        for match in found_beyond_ascii(_RUN, document.encoded):
            yield document.encoded.span(*match.span())


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line holds beside its words in another script."""

    latin: int
    quotations: tuple[Span, ...]


def _is_left(text: str, span: Span, lines: dict[int, _Line]) -> bool:
    """Say whether a run stands in a Latin sentence as one of its words."""
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 12]
    if _OPENING.search(before) or _CLOSING.match(after) or _GLOSS.search(before):
        return False
    if not before.rpartition("\n")[2].strip():
        return False
    if before[-1:].isalnum() or after[:1].isalnum() or _bracketed(text, span):
        return False
    line = _line(text, span, lines)
    quoted = any(quotation.overlaps(span) for quotation in line.quotations)
    return line.latin >= max(12, 3 * len(span)) and not quoted


def _line(text: str, span: Span, lines: dict[int, _Line]) -> _Line:
    """Return the line of a run, looked at once for all its runs."""
    first = text.rfind("\n", 0, span.start) + 1
    if first not in lines:
        last = text.find("\n", span.end)
        whole = Span(first, len(text) if last < 0 else last)
        latin = len(_LATIN.findall(whole.of(text)))
        lines[first] = _Line(latin, tuple(segments.quotations(text, whole)))
    return lines[first]


def _bracketed(text: str, span: Span) -> bool:
    """Say whether a run stands in brackets, among other words."""
    before = text[max(0, span.start - 80) : span.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


CHECK = ForeignScript
