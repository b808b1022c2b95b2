"""Kind `backwards-range`: a range that ends below its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.regex import alternatives, compiled
from newslint.text.span import Span

_YEAR = r"(1[0-9]\d\d|20\d\d)"
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?: ?(hundred|thousand|million|billion|trillion|mn?|bn|k)\b)?"
_YEARS = (
    expression(rf"\b[Bb]etween {_YEAR} and {_YEAR}(?![\d,.%-]*\d| ?(?:BCE?|AD|CE)\b)"),
    expression(rf"(?:(?<=\()|(?<=[Ii]n )|(?<=[Dd]uring )){_YEAR} ?[-–—] ?{_YEAR}(?=[),;. ](?!\d))"),
)
_AGES = expression(
    r"\b[Aa]ge[ds]? (?:from |between )?(\d{1,2}) ?(?:-|–|—|to|and) ?(\d{1,2})\b"
    r"(?! ?(?:month|week|day))"
)
_BETWEEN = expression(
    rf"\b[Bb]etween ([$£€¥]?){_NUMBER}{_SCALE} ?(%|per ?cent)? and ([$£€¥]?){_NUMBER}{_SCALE}"
    r" ?(%|per ?cent|people|men|women|children|years|days|weeks|months|hours|minutes|kilomet|km\b"
    r"|(?:centi|milli)?met(?:er|re)s|miles|feet|tons?|tonnes|kilograms|kg\b|dollars|euros|pounds|degrees)"
)
_OPENINGS = (
    r"\b[Bb]etween [$£€¥]?\d",
    r"\b[Aa]ge[ds]? (?:from |between )?\d\d? ?(?:-|–|—|to|and)",
    r"\b[12]\d{3} ?[-–—] ?[12]\d{3}\b",
)
_SIZES = {"h": 2, "t": 3, "k": 3, "m": 6, "b": 9}
_COMMON_ERA = expression(r"\b(?:BCE?|B\.C\.)")


@parameters
class BackwardsRange:
    """A range of years, ages or amounts that ends below its beginning.

    Args:
        most: how many times the end the beginning may be: beyond that, the two
            are not given in the same unit, or the greater is meant to come first.
    """

    most: int = 10

    def triggers(self) -> Triggers:
        """Return a word that opens a range, or two years with a dash."""
        return _OPENINGS

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: both ends."""
        return frozenset({"first", "second"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the ranges, in order."""
        encoded = document.encoded
        places = compiled(alternatives(_OPENINGS)).finditer(encoded.data)
        starts = [encoded.offset(place.start()) for place in places]
        found = [item for start in starts for item in _backwards(document.text, start, self.most)]
        done = -1
        for span, first, second in found:
            if span.start >= done:
                done = span.end
                values = {"first": first, "second": second}
                yield Match(span, values, evidence=(f"{second} comes before {first}",))


def _backwards(text: str, start: int, most: int) -> Iterator[tuple[Span, str, str]]:
    """Yield the backwards range that begins at an offset, if one does."""
    for pattern in (*_YEARS, _AGES):
        match = pattern.match(text, start)
        if match and int(match[1]) > int(match[2]):
            after = text[match.end() : match.end() + 40]
            if not _COMMON_ERA.search(after):
                yield Span(match.start(), match.end()), match[1], match[2]
    match = _BETWEEN.match(text, start)
    if match is None:
        return
    currency, low, scale, _, other, high, other_scale, _ = match.groups()
    first, second = _size(low, scale or other_scale), _size(high, other_scale)
    if second < first <= second * most and (other or not currency):
        yield Span(match.start(), match.end()), low, high


def _size(number: str, scale: str | None) -> float:
    power = _SIZES[scale[0]] if scale else 0
    return float(number.replace(",", "")) * 10.0**power


CHECK = BackwardsRange
