"""Comments that speak to newslint, read out of the text of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newslint.text.expressions import expression
from newslint.text.span import Span

DISABLE, ENABLE = "disable", "enable"
NEXT_LINE, PARAGRAPH, FILE = "disable-next-line", "disable-paragraph", "disable-file"
KINDS = (DISABLE, ENABLE, NEXT_LINE, PARAGRAPH, FILE)
ALL = "ALL"

_COMMENT = expression(r"<!--\s*newslint-(?P<kind>[a-z-]+)(?P<codes>.*?)(?:\s--\s.*)?-->", re.DOTALL)
_CODE = expression(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Code:
    """One code in a directive.

    Args:
        text: a code, the beginning of one, or a rule's name.
        span: where it stands in the text.
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that speaks to newslint.

    Args:
        kind: one of `KINDS`, or a word that means nothing.
        codes: the rules that it is about.
        span: where the comment stands in the text.
    """

    kind: str
    codes: tuple[Code, ...]
    span: Span

    @property
    def blanket(self) -> bool:
        """Whether it would suppress every rule, which no comment can."""
        disables = self.kind in KINDS and self.kind != ENABLE
        return disables and (not self.codes or any(code.text == ALL for code in self.codes))


def directives(text: str, comments: Iterable[Span]) -> Iterator[Directive]:
    """Yield the directives of a text in order.

    Args:
        text: the text of a file.
        comments: where its comments stand.

    >>> text = "<!-- newslint-disable MRK101, QUO -- as it was printed -->"
    >>> [directive] = directives(text, [Span(0, len(text))])
    >>> directive.kind, [code.text for code in directive.codes]
    ('disable', ['MRK101', 'QUO'])
    """
    for span in comments:
        if match := _COMMENT.fullmatch(text, span.start, span.end):
            start, end = match.span("codes")
            codes = tuple(
                Code(code.group(), Span(code.start(), code.end()))
                for code in _CODE.finditer(text, start, end)
            )
            yield Directive(match["kind"], codes, span)
