"""Conditions on what stands around a match: RE2 has no lookaround."""

from __future__ import annotations

from newslint.checks.base import parameters
from newslint.text.encoded import EncodedText
from newslint.text.regex import alternatives, compiled

REACH = 240
"""How many bytes on each side a condition can see."""


@parameters
class Guards:
    """What must and must not stand around a match; kinds inherit these parameters.

    Args:
        before: one of these must end where the match begins.
        after: one of these must begin where the match ends.
        unless_before: none of these may end where the match begins.
        unless_after: none of these may begin where the match ends.
        unless: none of these may be found within the match.
        unless_line: none of these may be found in the match's line.
        unless_document: none of these may be found anywhere in the text.
        if_document: one of these must be found somewhere in the text.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_line: tuple[str, ...] = ()
    unless_document: tuple[str, ...] = ()
    if_document: tuple[str, ...] = ()

    def allow(self, encoded: EncodedText, start: int, end: int) -> bool:
        """Say whether a match may stand.

        Args:
            encoded: the text.
            start: byte offset of the match.
            end: byte offset after the match.

        >>> Guards(unless_before=("former ",)).allow(EncodedText("former president"), 7, 16)
        False
        """
        data = encoded.data
        left = data[max(0, start - REACH) : start]
        right = data[end : end + REACH]
        return (
            (not self.before or _ends(self.before, left))
            and (not self.after or _begins(self.after, right))
            and not (self.unless_before and _ends(self.unless_before, left))
            and not (self.unless_after and _begins(self.unless_after, right))
            and not (self.unless and _within(self.unless, data[start:end]))
            and not (self.unless_line and _in_line(self.unless_line, encoded, start, end))
            and not (self.unless_document and encoded.holds(alternatives(self.unless_document)))
            and (not self.if_document or encoded.holds(alternatives(self.if_document)))
        )

    def compile_guards(self) -> None:
        """Compile every condition.

        Raises:
            ValueError: if RE2 cannot read one.
        """
        for patterns in (self.before, self.unless_before, self.after, self.unless_after):
            if patterns:
                compiled(alternatives(patterns))
        for patterns in (self.unless, self.unless_line, self.unless_document, self.if_document):
            if patterns:
                compiled(alternatives(patterns))


def _ends(patterns: tuple[str, ...], left: bytes) -> bool:
    return bool(compiled(alternatives(patterns) + r"\z").search(left))


def _begins(patterns: tuple[str, ...], right: bytes) -> bool:
    return bool(compiled(alternatives(patterns)).match(right))


def _within(patterns: tuple[str, ...], part: bytes) -> bool:
    return bool(compiled(alternatives(patterns)).search(part))


def _in_line(patterns: tuple[str, ...], encoded: EncodedText, start: int, end: int) -> bool:
    return encoded.holds(alternatives(patterns), encoded.line(start, end))
