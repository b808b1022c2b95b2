"""What the comments of one file suppress, and which of them are superfluous."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newslint.sources.base import Note
from newslint.suppression.directives import (
    DISABLE,
    ENABLE,
    FILE,
    KINDS,
    NEXT_LINE,
    PARAGRAPH,
    Code,
    Directive,
    directives,
)
from newslint.suppression.selectors import Judge, Named, fits
from newslint.text.derived import Edit
from newslint.text.edits import deletion
from newslint.text.expressions import expression
from newslint.text.span import Span

_BLANK = expression(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*")
_LINE = expression(r"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch in which a comment suppresses a rule."""

    span: Span
    code: Code


def blocks(text: str) -> Iterator[Span]:
    """Yield what blank lines part in a text, whether its lines are short or long."""
    start = 0
    for blank in _BLANK.finditer(text):
        if start < blank.start():
            yield Span(start, blank.start())
        start = blank.end()
    if start < len(text):
        yield Span(start, len(text))


class Comments:
    """The comments of one text that speak to newslint.

    Args:
        text: the text of the file.
        comments: where its comments stand.
        paragraphs: its paragraphs, as blank lines part them, in order.
    """

    def __init__(self, text: str, comments: Iterable[Span], paragraphs: Sequence[Span]) -> None:
        self._text = text
        self._directives = list(directives(text, comments))
        self._paragraphs = paragraphs
        self._regions: dict[str, list[Region]] = {}
        self._used: set[Code] = set()

    def __bool__(self) -> bool:
        return bool(self._directives)

    def suppress(self, named: Named, span: Span) -> bool:
        """Say whether a diagnostic is suppressed, and remember by what.

        Args:
            named: the diagnostic.
            span: where it begins and ends in the file.
        """
        regions = self._of(named)
        number = bisect_right(regions, span.start, key=lambda region: region.span.start) - 1
        if number < 0 or span.start >= regions[number].span.end:
            return False
        self._used.add(regions[number].code)
        return True

    def protect(self, named: Named, span: Span) -> bool:
        """Say whether an edit would reach into where its rule is suppressed, and remember that.

        Args:
            named: the diagnostic that the edit would mend.
            span: what the edit would replace in the file.
        """
        regions = self._of(named)
        first = bisect_right(regions, span.start, key=lambda region: region.span.end)
        if first == len(regions) or not regions[first].span.overlaps(span):
            return False
        self._used.add(regions[first].code)
        return True

    def notes(self, judge: Judge) -> Iterator[tuple[Note, tuple[Edit, ...]]]:
        """Yield what is to be said about the comments themselves, with the edits that mend it.

        Args:
            judge: tells which comments without effect are superfluous.
        """
        for directive in self._directives:
            if directive.blanket:
                yield Note("NWL003", {"kind": directive.kind}, directive.span), ()
            elif directive.kind not in KINDS:
                yield Note("NWL005", {"kind": directive.kind}, directive.span), ()
        orphans = _orphans(self._directives)
        for directive in self._directives:
            if directive in orphans:
                values = {"what": f"newslint-{ENABLE}", "effect": "has nothing to end"}
                note = Note("NWL002", values, directive.span)
                yield note, deletion(self._text, directive.span)
            elif _suppresses(directive):
                yield from self._superfluous(directive, judge)

    def _superfluous(
        self, directive: Directive, judge: Judge
    ) -> Iterator[tuple[Note, tuple[Edit, ...]]]:
        idle = [
            code
            for code in directive.codes
            if code not in self._used and judge.superfluous(code.text)
        ]
        if not idle:
            return
        named = ", ".join(code.text for code in idle)
        note = Note("NWL002", {"what": named, "effect": "suppresses nothing here"}, directive.span)
        if len(idle) == len(directive.codes):
            yield note, deletion(self._text, directive.span)
        else:
            yield note, tuple(_without(directive, idle))

    def _of(self, named: Named) -> list[Region]:
        """Return where a rule is suppressed, in order and without overlaps."""
        if named.code not in self._regions:
            self._regions[named.code] = _disjoint(self._all(named))
        return self._regions[named.code]

    def _all(self, named: Named) -> Iterator[Region]:
        opened: list[tuple[int, Code]] = []
        for directive in self._directives:
            code = next((code for code in directive.codes if fits(code.text, named)), None)
            if directive.kind == ENABLE and (code or not directive.codes):
                yield from (Region(Span(at, directive.span.start), one) for at, one in opened)
                opened = []
            if code is None or not _suppresses(directive):
                continue
            if directive.kind == DISABLE:
                opened.append((directive.span.end, code))
            else:
                yield Region(self._reach(directive), code)
        yield from (Region(Span(at, len(self._text) + 1), code) for at, code in opened)

    def _reach(self, directive: Directive) -> Span:
        """Return what a directive that needs no end is about."""
        if directive.kind == FILE:
            return Span(0, len(self._text) + 1)
        if directive.kind == PARAGRAPH:
            number = bisect_right(self._paragraphs, directive.span.end, key=lambda item: item.end)
            if number < len(self._paragraphs):
                return self._paragraphs[number]
        elif line := _LINE.match(self._text, directive.span.end):
            following = _LINE.match(self._text, line.end())
            return Span(line.end(), following.end() if following else line.end())
        return Span(directive.span.end, directive.span.end)


def _suppresses(directive: Directive) -> bool:
    return directive.kind in (DISABLE, NEXT_LINE, PARAGRAPH, FILE) and not directive.blanket


def _disjoint(regions: Iterable[Region]) -> list[Region]:
    """Return regions cut off where an earlier one reaches, so that one comment is at work."""
    kept: list[Region] = []
    done = 0
    for region in sorted(regions, key=lambda item: (item.span, item.code.span)):
        start = max(done, region.span.start)
        if start < region.span.end:
            kept.append(Region(Span(start, region.span.end), region.code))
            done = region.span.end
    return kept


def _orphans(every: Iterable[Directive]) -> set[Directive]:
    """Return the directives that end what nothing began."""
    opened: set[str] = set()
    orphans: set[Directive] = set()
    for directive in every:
        named = {code.text for code in directive.codes}
        if directive.kind == DISABLE and not directive.blanket:
            opened |= named
        elif directive.kind == ENABLE:
            ended = {one for one in opened if not named or any(_akin(one, code) for code in named)}
            if not ended:
                orphans.add(directive)
            opened -= ended
    return orphans


def _akin(one: str, other: str) -> bool:
    """Say whether two selectors may be about the same rule."""
    either_is_a_name = not (one.isupper() and other.isupper())
    return either_is_a_name or one.startswith(other) or other.startswith(one)


def _without(directive: Directive, idle: Sequence[Code]) -> Iterator[Edit]:
    """Yield the edits that take codes out of a directive that keeps others."""
    kept = [code for code in directive.codes if code not in idle]
    for code in idle:
        earlier = [one for one in directive.codes if one.span.end <= code.span.start]
        later = [one for one in directive.codes if one.span.start >= code.span.end]
        if code.span.start < kept[0].span.start:
            yield Edit(Span(code.span.start, later[0].span.start), "")
        else:
            yield Edit(Span(earlier[-1].span.end, code.span.end), "")
