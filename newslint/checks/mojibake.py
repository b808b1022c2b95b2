"""Kind `mojibake`: text that was decoded with the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.edits import minimal
from newslint.text.expressions import expression
from newslint.text.miscoded import SUSPECT, is_whole, repaired, repaired_beside
from newslint.text.span import Span
from newslint.text.stretches import found_beyond_ascii

_REACH = 400
_WORD = expression(r"[^ \t\r\n]+")


@parameters
class Mojibake:
    """Text that was decoded with the wrong encoding.

    Only words that a cheap pattern suspects are looked at. ftfy says whether they
    are broken; encodings that it does not know are undone where the letters form
    valid UTF-8 again. A run of broken words is one match with one edit.

    Args:
        report: runs that can be decoded again, or those whose letters are lost.
    """

    report: Literal["repairable", "lost"] = "repairable"

    def triggers(self) -> Triggers:
        """Return the pairs of characters that mojibake is made of."""
        return (SUSPECT,)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: what the run should read."""
        return frozenset({"repaired"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the broken runs, in order."""
        for window, good in _repairs(document):
            whole = is_whole(good)
            if whole != (self.report == "repairable"):
                continue
            (edit,) = minimal(document.text, window, good)
            values = {"repaired": edit.replacement}
            yield Match(edit.span, values, edits=(edit,) if whole else ())


def _windows(document: Document) -> Iterator[Span]:
    """Yield the runs of words that may be broken together, with the word after.

    A lost non-breaking space can be half of a broken letter, so the word after counts.
    """
    text = document.text
    done = 0
    for hit in found_beyond_ascii(SUSPECT, document.encoded):
        place = document.encoded.span(*hit.span()).start
        if place < done or _ends_capitals(text, place):
            continue
        start = _word_start(text, place, done)
        if start - 2 >= done and not text[start - 2].isascii() and text[start - 1] == " ":
            start = _word_start(text, start - 2, done)
        end = place
        for word in _WORD.finditer(text, start, min(len(text), start + 2 * _REACH)):
            if "\n" in text[end : word.start()]:
                break
            end = word.end()
            if word[0].isascii() and word.start() > place:
                break
        done = end + (text[end : end + 1] == " ")
        yield Span(start, done)


def _ends_capitals(text: str, place: int) -> bool:
    """Say whether a letter is only the last of a word in capitals: ``ĐÃ”``, ``NÅ…``."""
    return (
        text[place] in "ÂÃÄÅ"
        and text[max(0, place - 1) : place].isupper()
        and text[place + 1 : place + 2] in " \u00a0“”‘’…–—?"
    )


def _word_start(text: str, place: int, done: int) -> int:
    start = place
    while start > max(done, place - _REACH) and text[start - 1] not in " \t\r\n":
        start -= 1
    return start


def _repairs(document: Document) -> list[tuple[Span, str]]:
    """Return the broken windows as they should read, in order; the rules on them share the work."""
    key = "mojibake"
    if key not in document.memo:
        document.memo[key] = list(_repaired(document))
    return cast("list[tuple[Span, str]]", document.memo[key])


def _repaired(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the broken windows as they should read, in order.

    A run that may be right by itself is broken where another on its line is.
    """
    found = [
        (part, good) for window in _windows(document) for part, good in _parts(document, window)
    ]
    if all(good is None for _, good in found):
        return
    broken = {
        _line(document, window): window.of(document.text)
        for window, good in found
        if good is not None
    }
    for window, alone in found:
        good = alone
        if alone is None and (beside := broken.get(_line(document, window))) is not None:
            good = repaired_beside(window.of(document.text), beside)
        if good is not None:
            yield window, good


def _parts(document: Document, window: Span) -> list[tuple[Span, str | None]]:
    """Return a window as it should read, word by word where some of its letters are lost."""
    good = repaired(window.of(document.text))
    if good is None or is_whole(good):
        return [(window, good)]
    words = [Span(*word.span()) for word in _WORD.finditer(document.text, window.start, window.end)]
    read = [(word, repaired(word.of(document.text))) for word in words]
    if any(good is not None and is_whole(good) for _, good in read):
        return read
    return [(window, good)]


def _line(document: Document, window: Span) -> int:
    return document.line_index.position(window.start).line


CHECK = Mojibake
