"""Kind `foreign-paragraph`: a paragraph in another language than the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.blocks import blocks
from newslint.text.encoded import beyond_ascii
from newslint.text.expressions import expression
from newslint.text.language import FUNCTION_WORDS, detected, words_of
from newslint.text.regex import alternatives, compiled
from newslint.text.small_words import Tally, tally
from newslint.text.span import Span

_OTHER_SCRIPT = expression(
    r"[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_SMALL = {
    language: sorted(words - {"do", "as"})
    for language, words in FUNCTION_WORDS.items()
    if language not in {"en", "ru", "uk"}
}
_PROBES = tuple(
    " (?:{0})(?: [^ \\n]{{1,20}})? (?:{0}) ".format("|".join(words)) for words in _SMALL.values()
)
_PROBE = alternatives(_PROBES)
_OTHER = "another script"
_SAMPLE = 600
_LONG = 5_000
"""From how many code points on a line is worth a look whether it is English anyway."""

_OF_TEN = 7
_TIMES_ENGLISH = 4
_QUOTED = "“”\"«„'‘"
_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "ru": "Russian", "uk": "Ukrainian", "ja": "Japanese",
    "zh": "Chinese", "ko": "Korean", "ar": "Arabic", "tr": "Turkish", "id": "Indonesian",
    "vi": "Vietnamese", "ro": "Romanian", "cs": "Czech", "sv": "Swedish", "da": "Danish",
}  # fmt: skip


@parameters
class ForeignParagraph:
    """A paragraph in another language than the text.

    Function words find the candidates, langdetect confirms them.

    Args:
        min_words: how many words a paragraph in the same script needs.
        min_letters: how many letters one in another script needs.
        most: how many of them a text may hold: one that has more is in two languages.
    """

    min_words: int = 6
    min_letters: int = 12
    most: int = 12

    def triggers(self) -> Triggers:
        """Return two function words of another language close together, or another script."""
        return (
            *_PROBES,
            r"[\x{400}-\x{1fff}\x{3041}-\x{30ff}\x{3400}-\x{d7a3}]{2}",
        )

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the language."""
        return frozenset({"language"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the paragraphs, in order; none where most of the text is so."""
        text = document.text
        if not any(len(line) * 2 <= len(text) for line in document.lines):
            return
        candidates = self._candidates(document)
        # To guess the language of a line takes 50 ms a megabyte: that of most of the text is
        # asked for only where it decides about others.
        short = [line for line in candidates if len(line) * 2 <= len(text)]
        lines = [line for line in short if self._guess(text, line)]
        if not lines or len(lines) > self.most or sum(map(len, lines)) * 2 > len(text):
            return
        if any(self._guess(text, line) for line in candidates if len(line) * 2 > len(text)):
            return
        for line in lines:
            language = self._guess(text, line)
            certain = detected(line.of(text)[:_SAMPLE])
            if certain is None or language not in (_OTHER, certain):
                continue
            if certain != document.spoken_language:
                named = _NAMES.get(certain, f"another language ({certain})")
                yield Match(line, {"language": named}, evidence=(f"it reads as {named}",))

    def _candidates(self, document: Document) -> list[Span]:
        """Return the lines in which a probe or another script is found."""
        encoded = document.encoded
        places = list(map(encoded.offset, _probed(encoded.data)))
        other = bool(_OTHER_SCRIPT.search(beyond_ascii(encoded.data)))
        if not places and not other:
            return []
        return [
            line
            for line in document.lines
            if document.text[line.start] not in _QUOTED
            and (
                bisect_left(places, line.start) < bisect_left(places, line.end)
                or (other and _OTHER_SCRIPT.search(beyond_ascii(line.of(document.text))))
            )
        ]

    def _guess(self, text: str, line: Span) -> str | None:
        """Return the language that the small words of a line show, if they are not English."""
        if len(line) > _LONG and _plainly_english(tally(blocks(text, within=line))):
            return None
        words = Counter(chain.from_iterable(map(words_of, blocks(text, within=line))))
        other = len(_OTHER_SCRIPT.findall(beyond_ascii(line.of(text))))
        letters = sum(len(word) * count for word, count in words.items())
        if other * 10 >= letters * _OF_TEN:
            return _OTHER if other >= self.min_letters else None
        if words.total() < self.min_words:
            return None
        votes = {
            language: sum(map(words.__getitem__, known))
            for language, known in FUNCTION_WORDS.items()
        }
        english = votes.pop("en")
        best = max(votes, key=lambda language: votes[language])
        least = max(2, _TIMES_ENGLISH * english, words.total() * 0.12)
        return best if votes[best] >= least else None


def _plainly_english(held: Tally) -> bool:
    """Say whether a line is neither in another script nor in the words of another language."""
    in_latin = held.wide * 10 < held.letters * _OF_TEN
    return in_latin and held.foreign < _TIMES_ENGLISH * held.english


def _probed(data: bytes) -> Iterator[int]:
    """Yield where the first probe stands in each line that has one.

    Args:
        data: the text as UTF-8.
    """
    probe = compiled(_PROBE)
    match = probe.search(data)
    feed = -1
    while match is not None:
        start = match.start()
        yield start
        if feed < start:
            feed = data.find(b"\n", start)
            feed = len(data) if feed < 0 else feed
        carriage = data.find(b"\r", start, feed)
        end = feed if carriage < 0 else carriage
        match = probe.search(data, max(match.end(), end + 1)) if end < len(data) else None


CHECK = ForeignParagraph
