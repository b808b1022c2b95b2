"""What the surroundings of a mark show: that it is no delimiter, and which way it faces."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newslint.text.expressions import expression
from newslint.text.places import places
from newslint.text.span import Span

_SENTENCE_END = expression(r"[.!?…][’'\"”)]*\s+$")

_SMILEY = expression(
    r"(?<![^\s.,!?…\"”’'])[:;=8xX]['’]?[-^o]?[()\[\]]+|(?<!\S)[()]+[-^]?[:;=](?!\S)"
    r"|[:;=][-^]?\)+|\){3,}"
    r"|(?:^|(?<=[\s,;:.(—–-]))(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.]?\)"
)
_BRACKETS = "()[]"
_INCHES = "”"
_LENGTH = expression(r"(?<=\d)”(?!\w)")
_LEAD = 6
"""How many code points of an ornament stand before its first bracket at the most."""

_LISTED = r"(?<=[\s,;:.(—–-]"
_AROUND = expression(
    r"(?<=[:;=8xX'’^o()\[\]-])|.[()^:;=-]"
    rf"|{_LISTED}[\da-zA-Z])\)|{_LISTED}[\da-zA-Z][\d.ivxIVX])\)"
    + "".join(rf"|{_LISTED}[\divxIVX]{{{length}}}[\d.ivxIVX])\)" for length in range(2, _LEAD))
)
"""What must stand around the first bracket of an ornament: most brackets are asked no more."""


def ornaments(text: str, within: Span, marks: Collection[str] = _BRACKETS + _INCHES) -> set[int]:
    """Return the places within a paragraph that belong to no pair of delimiters.

    What could be a list marker or inches is none where a bracket or a quotation is open.

    >>> sorted(ornaments("1) The pool :-) is closed (see 2).", Span(0, 34)))
    [1, 12, 13, 14]

    Args:
        text: the whole text.
        within: the paragraph.
        marks: the delimiters that matter.
    """
    found: set[int] = set()
    if any(map(marks.__contains__, _BRACKETS)):
        found.update(_smileys(text, within))
    if _INCHES in marks:
        found.update(_inches(text, within))
    return found


def _smileys(text: str, within: Span) -> Iterator[int]:
    """Yield the places of smileys and of markers of lists."""
    done, opened, closed = within.start, -1, -1
    for match in _matches(text, within):
        start = match.start()
        # What stands before is looked for from the last match on: each stretch is read once.
        opened = max(opened, text.rfind("(", done, start))
        closed = max(closed, text.rfind(")", done, start))
        done = start
        smiley = text[start] in ":;=" and not text[max(0, start - 1) : start].strip()
        if smiley or match[0][-1] != ")" or opened <= closed:
            yield from (place for place in range(*match.span()) if not text[place].isalnum())


def _inches(text: str, within: Span) -> Iterator[int]:
    """Yield the places of marks that stand for inches."""
    done, unclosed = within.start, 0
    for place in places(text, _INCHES, within):
        if _LENGTH.match(text, place, within.end):
            unclosed += text.count("“", done, place) - text.count("”", done, place)
            done = place
            if unclosed <= 0:
                yield place


def _matches(text: str, within: Span) -> Iterator[re.Match[str]]:
    """Yield what could be a smiley or the marker of a list, which each hold a bracket."""
    done = within.start
    for place in places(text, _BRACKETS, within):
        if place > _LEAD and not _AROUND.match(text, place):
            continue
        for start in range(max(done, place - _LEAD), place + 1):
            match = _SMILEY.match(text, start, within.end)
            if match is not None:
                yield match
                done = match.end()
                break


def begins_anew(text: str, offset: int, within: Span) -> bool:
    """Say whether a mark stands before a new sentence of its paragraph."""
    return bool(_SENTENCE_END.search(text[max(within.start, offset - 8) : offset]))


def stands_before(text: str, offset: int, within: Span) -> bool:
    """Say whether white space shows that a mark stands before what it encloses."""
    before, after = _beside(text, offset, within)
    if before.isspace() and after.isspace():
        return True
    return (not before or before.isspace() or before in "([—–-/") and after.isalnum()


def stands_behind(text: str, offset: int, within: Span) -> bool:
    """Say whether white space shows that a mark stands behind what it encloses."""
    before, after = _beside(text, offset, within)
    return not before.isspace() and before not in "([—–-/" and not after.isalnum()


def _beside(text: str, offset: int, within: Span) -> tuple[str, str]:
    """Return what stands before and behind a mark, nothing where its paragraph ends."""
    before = text[max(within.start, offset - 1) : offset]
    return before, text[offset + 1 : min(within.end, offset + 2)]
