"""Edits that a person would make by hand: tidy deletions and small replacements."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.text.derived import Edit
from newslint.text.span import Span

_SPACES = " \t\u00a0"
_CLOSING = ".,;:!?…)]}”’»"
_OPENING = "([{“‘«„"


def deletion(text: str, span: Span) -> tuple[Edit, ...]:
    r"""Return the edit that takes out a span and the white space it leaves behind.

    A line that holds nothing else goes with its end, and with the blank line
    after it where blank lines part the paragraphs.

    Args:
        text: the text.
        span: code points to take out.

    >>> [edit] = deletion("One.\n\nSee also: Two\n\nThree.", Span(6, 19))
    >>> edit.span
    Span(start=6, end=21)
    """
    start, end = span.start, span.end
    left = start
    while left > 0 and text[left - 1] in _SPACES:
        left -= 1
    right = end
    while right < len(text) and text[right] in _SPACES:
        right += 1
    at_line_start = left == 0 or text[left - 1] in "\r\n"
    at_line_end = right == len(text) or text[right] in "\r\n"
    if at_line_start and at_line_end:
        return _line_deletion(text, left, right)
    if at_line_end or text[right] in _CLOSING:
        return (Edit(Span(left, right), ""),)
    if at_line_start or text[left - 1] in _OPENING or (left < start and right > end):
        return (Edit(Span(start, right), ""),)
    if left == start and right == end:
        return (Edit(span, " " if _would_glue(text[left - 1], text[right]) else ""),)
    return (Edit(span, ""),)


def _would_glue(left: str, right: str) -> bool:
    """Say whether two characters brought together would join two words or sentences."""
    return right.isalnum() and (left in _CLOSING or (left.islower() and right.isupper()))


def _line_deletion(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Return the deletion of whole lines with the separator that goes with them."""
    before = start
    while before > 0 and text[before - 1] in "\r\n" + _SPACES:
        before -= 1
    # Below a line without a blank one between, the blank line behind parts the paragraphs.
    apart = text.count("\n", before, start) != 1 and text.count("\r", before, start) != 1
    after = _skip_line_ends(text, end, 2 if apart else 1)
    if after < len(text) or start == 0 or before == 0:
        return (Edit(Span(start, after), ""),)
    return (Edit(Span(before, end), ""),)


def _skip_line_ends(text: str, offset: int, most: int) -> int:
    """Return the offset after the line's end and, for two, the blank line behind it."""
    for _ in range(most):
        place = offset
        while place < len(text) and text[place] in _SPACES:
            place += 1
        if text[place : place + 2] == "\r\n":
            offset = place + 2
        elif text[place : place + 1] in ("\n", "\r"):
            offset = place + 1
        else:
            break
    return offset


def minimal(text: str, span: Span, replacement: str) -> tuple[Edit, ...]:
    """Return the smallest edit that turns a span into a replacement.

    >>> minimal("between 2 to 3", Span(0, 14), "between 2 and 3")
    (Edit(span=Span(start=10, end=12), replacement='and'),)
    """
    old = span.of(text)
    start = 0
    while start < min(len(old), len(replacement)) and old[start] == replacement[start]:
        start += 1
    end = 0
    while end < min(len(old), len(replacement)) - start and old[-1 - end] == replacement[-1 - end]:
        end += 1
    changed = Edit(
        Span(span.start + start, span.end - end), replacement[start : len(replacement) - end]
    )
    return (changed,) if old != replacement else ()


def changes_words(text: str, edits: Iterable[Edit]) -> bool:
    """Say whether edits change a letter or a digit, spaces and marks aside."""
    return any(_changes_letters(edit.span.of(text), edit.replacement) for edit in edits)


def _changes_letters(old: str, new: str) -> bool:
    letters = _letters(new)
    return _letters(old) != letters if letters else any(map(str.isalnum, old))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
