"""Kind `pattern`: regular expressions with conditions around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from newslint.automaton import LONGEST
from newslint.checks.base import Match, parameters
from newslint.checks.guards import Guards
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.regex import Regex, alternatives, compiled


@parameters
class Pattern(Guards):
    """Regular expressions with conditions around them.

    Args:
        regex: RE2 patterns, tried one after the other; named groups become placeholders.
        ignore_case: whether capitals and small letters are alike.
        report: the group that is reported instead of the whole match.
        once: whether only the first match of a document is reported.
        trigger: a short pattern found in every text that can match, where `regex` is a costly one.
    """

    regex: tuple[str, ...]
    ignore_case: bool = False
    report: str | None = None
    once: bool = False
    trigger: str | None = None

    def triggers(self) -> Triggers:
        """Return the patterns themselves, or the shorter one that stands for them."""
        self.compile_guards()
        for pattern in self._patterns:
            if compiled(pattern).match(b""):
                raise ValueError(
                    f"“{pattern}” matches nothing at all, so it would match everywhere"
                )
            if self.report and self.report.encode() not in compiled(pattern).groupindex:
                raise ValueError(f"“{pattern}” lacks the group “{self.report}” of “report”")
        return self._patterns if self.trigger is None else (self._cased(self.trigger),)

    def exact_triggers(self) -> tuple[str, ...]:
        """Return the patterns themselves, which an automaton finds at no more cost.

        The shorter one stands for one that is too large for an automaton.
        """
        return tuple(
            self._cased(self.trigger) if self.trigger and len(pattern) > LONGEST else pattern
            for pattern in self._patterns
        )

    def placeholders(self) -> frozenset[str]:
        """Return the named groups."""
        names = (compiled(pattern).groupindex for pattern in self._patterns)
        return frozenset(name.decode() for group in names for name in group)

    def find(self, document: Document) -> Iterator[Match]:
        """Yield what the patterns match, leftmost first and without overlaps."""
        return self.find_triggered(document, range(len(self._patterns)))

    def find_triggered(self, document: Document, numbers: Collection[int]) -> Iterator[Match]:
        """Yield what the patterns of some numbers match, leftmost first and without overlaps."""
        data = document.encoded.data
        found: list[tuple[int, int, dict[str, str]]] = []
        for number in sorted(numbers):
            regex = compiled(self._patterns[number])
            group = regex.groupindex.get(self.report.encode(), 0) if self.report else 0
            for match in regex.finditer(data):
                start, end = match.span(group)
                if start >= 0 and self.allow(document.encoded, start, end):
                    found.append((start, end, named_groups(match, regex)))
        found.sort(key=lambda item: (item[0], -item[1]))
        done = -1
        for start, end, values in found:
            if start >= done:
                yield Match(document.encoded.span(start, end), values)
                done = end
                if self.once:
                    return

    @cached_property
    def _patterns(self) -> tuple[str, ...]:
        return tuple(map(self._cased, self.regex))

    def _cased(self, pattern: str) -> str:
        return alternatives([pattern], ignore_case=True) if self.ignore_case else pattern


def named_groups(match: Regex, regex: Regex) -> dict[str, str]:
    """Return the named groups of a match; a group that took no part is empty."""
    return {
        name.decode(): (match.group(name) or b"").decode("utf-8", "surrogatepass")
        for name in regex.groupindex
    }


CHECK = Pattern
