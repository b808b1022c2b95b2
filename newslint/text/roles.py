"""What the lines of a plain news text are, guessed from their form."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text import segments
from newslint.text.expressions import expression
from newslint.text.span import Span

_HEAD = 8
_LONGEST_BYLINE = 120
_REACH = 160
_LONGEST_CAPTION = 600
_BYLINE = expression(
    r"(?:By|BY) [A-ZÀ-Þ][\w.’'-]+(?:,? (?:and |[a-z]{2,3} )?[A-ZÀ-Þ][\w.’'-]*){0,12}"
)
_AGENCY = (
    r"(?:Reuters|REUTERS|AP|AFP|EPA|PA|Getty Images|Getty|Bloomberg|Xinhua|Anadolu"
    r"|Associated Press|Alamy|Shutterstock)"
)
_CREDIT = expression(
    r"(?:Photo(?:graph)?s?|Picture|Image|Credit|Photo credit|PHOTO)(?: by|:) ?\S.{0,100}"
    rf"|(?:[A-ZÀ-Þ][\w.’'-]+ ){{0,4}}[A-ZÀ-Þ][\w.’'-]+ ?/ ?(?:[A-ZÀ-Þ][\w.’'-]* ?){{0,3}}{_AGENCY}"
    rf"|{_AGENCY}(?: ?/ ?{_AGENCY})*"
)
_CREDIT_AT_END = expression(rf"[(\[][^()\[\]\n]{{0,60}}{_AGENCY}[^()\[\]\n]{{0,30}}[)\]]$")


def stretches(text: str) -> Iterator[tuple[Span, str]]:
    r"""Yield the stretches of a plain text that are no running text, with their roles.

    The headline is the first line where it reads like one; the byline and the dateline
    stand near the top; a line that is a credit, and a line that ends in one, stand anywhere.

    Args:
        text: the whole text.

    >>> text = "Army leaves city\nBy Lena Aas\nKYIV, Nov 11 (Reuters) - Troops left."
    >>> [(span.of(text), role) for span, role in stretches(text)]
    [('Army leaves city', 'headline'), ('By Lena Aas', 'byline'), ('KYIV, Nov 11 (Reuters) - ', 'dateline')]
    """  # noqa: E501 - a doctest prints on one line
    headline = segments.headline(text)
    if headline is not None:
        yield headline, "headline"
    for number, line in enumerate(segments.lines(text)):
        if line == headline:
            continue
        picture = list(_picture(text, line)) if len(line) <= _LONGEST_CAPTION else []
        yield from picture or (_head(text, line) if number < _HEAD else ())


def _head(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    if len(line) <= _LONGEST_BYLINE and _BYLINE.fullmatch(text, line.start, line.end):
        yield line, "byline"
    elif dateline := segments.dateline(text, Span(line.start, min(line.end, line.start + _REACH))):
        yield dateline, "dateline"


def _picture(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    if _CREDIT.fullmatch(text, line.start, line.end):
        yield line, "credit"
    elif credit := _CREDIT_AT_END.search(text, max(line.start, line.end - 120), line.end):
        yield line, "caption"
        yield Span(credit.start(), credit.end()), "credit"
