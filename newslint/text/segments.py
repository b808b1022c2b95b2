"""Paragraphs, sentences, quotations, headline and dateline of a news text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, starmap

from newslint.text.expressions import expression
from newslint.text.span import Span
from newslint.text.spans import Spans

_OPENING = "“‘\"'([«„‚"
# A line that ends in one of these has not ended its sentence.
_UNFINISHED = expression(r"\s(?:a|an|and|at|by|for|from|in|of|on|or|that|the|to|was|with)$")
_LONGEST_WORD = 60
_REACH = 1000
"""How many code points before a place its sentence is looked for first."""

_LONGEST_HEADLINE = 22
"""How many words a headline has at the most."""

_LONGEST_LINE = _LONGEST_HEADLINE * _LONGEST_WORD
# Possessive, so that no line is read twice, and of a long one only the beginning.
_FIRST_OF_TWO = expression(rf"\s*+([^\r\n]{{1,{_LONGEST_LINE + 1}}}+)\s*+\S")

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
_TAIL = 3
_TAILS = frozenset(word[-_TAIL:] for word in ABBREVIATIONS | _NUMBERED if len(word) >= _TAIL)
"""The last letters of the longer abbreviations: most words end in others."""

# What follows is told with it; where nothing does, nothing ends. Before a capital or a digit the
# first group stands, where a word in small letters, a digit or other marks leave no doubt.
_STOP = expression(
    rf"[.!?…](?:(?:(?<=[a-z]{{{_TAIL}}}\.)(?<!(?:{'|'.join(sorted(_TAILS))})\.)"
    rf"|(?<=[0-9%)\]”’\"']\.)|(?:(?<!\.)|(?!\s))[.!?…]*[”’\"')\]»]*)"
    rf"(?=\s+()[{re.escape(_OPENING)}]?[A-Z0-9])"
    rf"|[.!?…]*[”’\"')\]»]*(?=\s+(\S.?)))",
    re.DOTALL,
)
# Which mark it is, and what must not stand before it, is asked for behind the mark: the engine
# can then skip to the marks.
_QUOTATION = expression(
    r"[“«„\"](?:(?<=“)[^“”\n]*”|(?<=«)[^«»\n]*»|(?<=„)[^„“”\n]*[“”]"
    r"|(?<=\")(?<![\w\"]\")[^\"\n]*\"(?![\w\"]))"
)
_AGENCIES = (
    "AP|AFP|CNN|Reuters|UPI|dpa|DPA|Xinhua|TASS|IANS|PTI|ANI|EFE|ANSA|KYODO|Kyodo|[A-Z][\\w ]{2,20}"
)
_DATELINE = expression(
    r"[^\S\n]*(?:[A-ZÀ-Þ][\w.’'-]*(?:,? (?:[A-ZÀ-Þ][\w.’'-]*|de|of|al|la|the)){0,5})"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
    rf"(?: ?\((?:{_AGENCIES})\)(?: ?[-–—:])?| ?[–—]| -|(?<=[A-Z]{{3}}):|:(?= [A-Z]))\s*"
)


def lines(text: str) -> Spans:
    r"""Return the lines that hold text, without the white space around it.

    >>> [line.of("one\n\n two ") for line in lines("one\n\n two ")]
    ['one', 'two']
    """
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    flat = text.replace("\r", "\n") if "\r" in text else text
    while start < len(flat):
        end = flat.find("\n", start)
        end = len(flat) if end < 0 else end
        first, last = start, end
        # A line may be many megabytes long: it is copied only where it has to be stripped.
        if first < last and flat[first].isspace():
            first = last - len(flat[first:last].lstrip())
        if first < last and flat[last - 1].isspace():
            last = first + len(flat[first:last].rstrip())
        if first < last:
            starts.append(first)
            ends.append(last)
        start = end + 1
    return Spans(starts, ends)


def paragraphs(text: str, every_line: Spans) -> Spans:
    r"""Return the paragraphs: lines, or blocks of lines where the text is hard-wrapped.

    >>> text = "Ministers met in Paris on\nTuesday to talk.\n\nThey left."
    >>> [paragraph.of(text) for paragraph in paragraphs(text, lines(text))]
    ['Ministers met in Paris on\nTuesday to talk.', 'They left.']

    Args:
        text: the whole text.
        every_line: its lines.
    """
    starts, ends = every_line.starts, every_line.ends
    gaps = [text[end:start] for end, start in zip(ends, islice(starts, 1, None), strict=False)]
    close = {gap for gap in set(gaps) if gap.count("\n") + gap.count("\r") == 1}
    if not close:
        return every_line
    joints = [number for number, gap in enumerate(gaps) if gap in close]
    if not _hard_wrapped(text, every_line, joints):
        return every_line
    last = sorted({*range(len(every_line))}.difference(joints))
    first = [0, *(number + 1 for number in last[:-1])]
    return Spans([starts[number] for number in first], [ends[number] for number in last])


def _hard_wrapped(text: str, every_line: Spans, joints: list[int]) -> bool:
    """Say whether single line breaks mostly fall within sentences.

    Args:
        text: the whole text.
        every_line: its lines.
        joints: numbers of the lines that no blank one parts from the next.
    """
    within = 0
    for number in joints:
        end, following = every_line.ends[number], every_line.starts[number + 1]
        goes_on = text[following].islower() and text[end - 1] not in '.!?:”"’)'
        within += goes_on or bool(_UNFINISHED.search(text, max(0, end - 8), end))
    return len(joints) <= within * 4


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text.

    Args:
        text: the whole text.
        within: the paragraph to split.

    >>> text = "Gen. Milley met U.S. officials. “Why?” he asked."
    >>> [sentence.of(text) for sentence in sentences(text, Span(0, len(text)))]
    ['Gen. Milley met U.S. officials.', '“Why?” he asked.']
    """
    return starmap(Span, sentence_bounds(text, within))


def sentence_bounds(text: str, within: Span) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a stretch of text start and end, as `sentences` does."""
    start = within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        if stop.lastindex == 1 or _ends_sentence(text, start, stop):
            yield start, stop.end()
            start = stop.start(stop.lastindex or 0)
    if start < within.end:
        yield start, within.end


def sentence_at(text: str, within: Span, place: Span) -> Span | None:
    """Return the first sentence of a stretch of text that a place in it overlaps.

    It is the one that `sentences` yields, but what stands far before it is not read.

    Args:
        text: the whole text.
        within: the paragraph.
        place: code points of the text.

    >>> text = "He left. Gen. Milley met officials. Why?"
    >>> sentence_at(text, Span(0, len(text)), Span(14, 20)).of(text)
    'Gen. Milley met officials.'
    """
    reach = _REACH
    while True:
        first = max(within.start, place.start - reach)
        for sentence in sentences(text, Span(first, within.end)):
            if sentence.overlaps(place):
                # What ends near the first code point may have been judged by half a word.
                if first == within.start or sentence.start > first + 2 * _LONGEST_WORD:
                    return sentence
                break
        else:
            return None
        reach *= 8


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    mark, following = stop.group(0, 2)
    first = following[0] if following[0] not in _OPENING else following[-1]
    if first.islower():
        return False
    if mark != ".":
        return True
    end = stop.start()
    tail = text[max(start, end - _TAIL) : end]
    if len(tail) == _TAIL and tail.isalpha() and tail.lower() not in _TAILS:
        return True
    last = _last_word(text[max(start, end - _LONGEST_WORD) : end])
    if not last:
        return True
    if last.lower() in _NUMBERED and first.isdigit():
        return False
    return last.lower() not in ABBREVIATIONS and not _INITIALS.fullmatch(last + ".")


def _last_word(part: str) -> str:
    """Return what stands at the end of a part behind white space or what opens a quotation."""
    for mark in '(“"':
        part = part.replace(mark, " ")
    words = part.rsplit(None, 1)
    return words[-1] if words and not part[-1].isspace() else ""


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
    if found is None or found.end(1) - found.start(1) > _LONGEST_LINE:
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
