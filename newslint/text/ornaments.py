"""What the surroundings of a mark show: that it is no delimiter, and which way it faces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.text.expressions import expression
from newslint.text.span import Span

_SENTENCE_END = expression(r"[.!?…][’'\"”)]*\s+$")

_ORNAMENT = expression(
    r"(?<![^\s.,!?…\"”’'])[:;=8xX]['’]?[-^o]?[()\[\]]+|(?<!\S)[()]+[-^]?[:;=](?!\S)"
    r"|[:;=][-^]?\)+|\){3,}"
    r"|(?:^|(?<=[\s,;:.(—–-]))(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.]?\)"
    r"|(?<=\d)”(?!\w)"
)
_BRACKET = expression(r"[()\[\]”]")
_LEAD = dict.fromkeys("()[]", 6)
"""How many code points of an ornament stand before the first of these marks at the most."""


def ornaments(text: str, within: Span) -> set[int]:
    """Return the places within a paragraph that belong to no pair of delimiters.

    What could be a list marker or inches is none where a bracket or a quotation is open.

    >>> sorted(ornaments("1) The pool :-) is closed (see 2).", Span(0, 34)))
    [1, 12, 13, 14]
    """
    found: set[int] = set()
    done, unclosed = within.start, 0
    opened = closed = -1
    for match in _matches(text, within):
        ornament, start = match.group(), match.start()
        # What stands before is counted on from the last match: each stretch is read once.
        unclosed += text.count("“", done, start) - text.count("”", done, start)
        opened = max(opened, text.rfind("(", done, start))
        closed = max(closed, text.rfind(")", done, start))
        done = start
        if ornament == "”" and unclosed > 0:
            continue
        smiley = ornament[0] in ":;=" and not text[max(0, start - 1) : start].strip()
        if ornament[-1] == ")" and not smiley and opened > closed:
            continue
        found.update(range(*match.span()))
    return {place for place in found if not text[place].isalnum()}


def _matches(text: str, within: Span) -> Iterator[re.Match[str]]:
    """Yield what could be an ornament; each holds a mark, which is found ten times as fast."""
    done = within.start
    for mark in _BRACKET.finditer(text, within.start, within.end):
        place = mark.start()
        for start in range(max(done, place - _LEAD.get(mark[0], 0)), place + 1):
            match = _ORNAMENT.match(text, start, within.end)
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
