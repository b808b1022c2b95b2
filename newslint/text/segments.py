"""Paragraphs, sentences, quotations, headline and dateline of a news text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.text.expressions import expression
from newslint.text.span import Span

# Possessive, so that no line, however long, is read twice.
_FIRST_OF_TWO = expression(r"\s*+([^\r\n]++)\s*+\S")
_STOP = expression(r"[.!?…]+[”’\"')\]»]*(?=\s)")
_OPENING = "“‘\"'([«„‚"
# A line that ends in one of these has not ended its sentence.
_UNFINISHED = expression(r"\s(?:a|an|and|at|by|for|from|in|of|on|or|that|the|to|was|with)$")
_VISIBLE = expression(r"\S.?", re.DOTALL)
_LONGEST_WORD = 60
_LONGEST_HEADLINE = 22
_LAST_WORD = expression(r"[^\s(“\"]+$")
_INITIALS = expression(r"(?:[^\W\d_]\.)+")

# Abbreviations that rarely end a sentence in news copy: titles, ranks, months,
# places, units and Latin. Initials and forms such as "U.S." are seen by shape.
ABBREVIATIONS = frozenset(
    """
    adm approx apr ave aug blvd brig capt cf cmdr co col corp cpl dec dept dr est etc feb
    fig figs ft gen gov govt hon inc jan jr lt ltd maj mar messrs min mr mrs ms mt mss nos
    nov oct pfc prof pvt rep reps rev rs sen sens sep sept sgt sr st supt vs viz vol
    calif colo conn fla ill ind kan mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo
    """.split()
)
_NUMBERED = frozenset({"no", "nos", "art", "p", "pp", "para", "sec"})
_QUOTATION = expression(r"“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]|(?<![\w\"])\"[^\"\n]*\"(?![\w\"])")
_AGENCIES = (
    "AP|AFP|CNN|Reuters|UPI|dpa|DPA|Xinhua|TASS|IANS|PTI|ANI|EFE|ANSA|KYODO|Kyodo|[A-Z][\\w ]{2,20}"
)
_DATELINE = expression(
    r"[^\S\n]*(?:[A-ZÀ-Þ][\w.’'-]*(?:,? (?:[A-ZÀ-Þ][\w.’'-]*|de|of|al|la|the)){0,5})"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
    rf"(?: ?\((?:{_AGENCIES})\)(?: ?[-–—:])?| ?[–—]| -|(?<=[A-Z]{{3}}):|:(?= [A-Z]))\s*"
)


def lines(text: str) -> Iterator[Span]:
    r"""Yield the lines that hold text, without the white space around it.

    >>> [line.of("one\n\n two ") for line in lines("one\n\n two ")]
    ['one', 'two']
    """
    start = 0
    flat = text.replace("\r", "\n") if "\r" in text else text
    for row in flat.split("\n"):
        end = start + len(row)
        visible = row and row.strip()
        if visible:
            first = end - len(row.lstrip())
            yield Span(first, first + len(visible))
        start = end + 1


def paragraphs(text: str, every_line: list[Span]) -> list[Span]:
    r"""Return the paragraphs: lines, or blocks of lines where the text is hard-wrapped.

    >>> text = "Ministers met in Paris on\nTuesday to talk.\n\nThey left."
    >>> [paragraph.of(text) for paragraph in paragraphs(text, list(lines(text)))]
    ['Ministers met in Paris on\nTuesday to talk.', 'They left.']

    Args:
        text: the whole text.
        every_line: its lines.
    """
    gaps = [text[line.end : following.start] for line, following in pairwise(every_line)]
    close = {gap for gap in set(gaps) if not _apart(gap)}
    joints = [number for number, gap in enumerate(gaps) if gap in close] if close else []
    if not _hard_wrapped(text, every_line, joints):
        return every_line
    ends = sorted({*range(len(every_line))}.difference(joints))
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [
        Span(every_line[first].start, every_line[last].end)
        for first, last in zip(starts, ends, strict=True)
    ]


def _apart(gap: str) -> bool:
    """Say whether the white space between two lines holds a blank one."""
    return gap.count("\n") + gap.count("\r") > 1


def _hard_wrapped(text: str, every_line: list[Span], joints: list[int]) -> bool:
    """Say whether single line breaks mostly fall within sentences.

    Args:
        text: the whole text.
        every_line: its lines.
        joints: numbers of the lines that the next one follows at once.
    """
    within = 0
    for number in joints:
        line, following = every_line[number], every_line[number + 1]
        goes_on = text[following.start].islower() and text[line.end - 1] not in '.!?:”"’)'
        within += goes_on or bool(_UNFINISHED.search(text, max(0, line.end - 8), line.end))
    return 0 < len(joints) <= within * 4


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text.

    Args:
        text: the whole text.
        within: the paragraph to split.

    >>> text = "Gen. Milley met U.S. officials. “Why?” he asked."
    >>> [sentence.of(text) for sentence in sentences(text, Span(0, len(text)))]
    ['Gen. Milley met U.S. officials.', '“Why?” he asked.']
    """
    start = within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        visible = _VISIBLE.search(text, stop.end(), within.end)
        if visible and _ends_sentence(text, start, stop, visible.group()):
            yield Span(start, stop.end())
            start = visible.start()
    if start < within.end:
        yield Span(start, within.end)


def _ends_sentence(text: str, start: int, stop: re.Match[str], following: str) -> bool:
    first = following[0] if following[0] not in _OPENING else following[-1]
    if first.islower():
        return False
    if stop.group() != ".":
        return True
    word = _LAST_WORD.search(text[max(start, stop.start() - _LONGEST_WORD) : stop.start()])
    if word is None:
        return True
    last = word.group()
    if last.lower() in _NUMBERED and first.isdigit():
        return False
    return last.lower() not in ABBREVIATIONS and not _INITIALS.fullmatch(last + ".")


def quotations(text: str, within: Span) -> Iterator[Span]:
    """Yield the closed quotations of a paragraph, marks included.

    >>> text = "He called it “a trap” and left."
    >>> [quotation.of(text) for quotation in quotations(text, Span(0, len(text)))]
    ['“a trap”']
    """
    for match in _QUOTATION.finditer(text, within.start, within.end):
        yield Span(match.start(), match.end())


def headline(text: str) -> Span | None:
    r"""Return the first line if it reads as a headline: short, without a stop, set apart.

    >>> headline("Army leaves city\n\nThe army left on Friday.").of("Army leaves city")
    'Army leaves city'
    """
    found = _FIRST_OF_TWO.match(text)
    if found is None:
        return None
    line = found[1].rstrip()
    ends = line[-1]
    reads_so = len(line.split(None, _LONGEST_HEADLINE)) <= _LONGEST_HEADLINE
    if not reads_so or ends in ".,;:…" or not ends.isprintable():
        return None
    return Span(found.start(1), found.start(1) + len(line))


def dateline(text: str, line: Span) -> Span | None:
    """Return the dateline that opens a line: place, date, agency.

    >>> text = "KYIV, Nov 11 (Reuters) - Troops left."
    >>> dateline(text, Span(0, len(text))).of(text)
    'KYIV, Nov 11 (Reuters) - '
    """
    match = _DATELINE.match(text, line.start, line.end)
    return Span(match.start(), match.end()) if match else None
