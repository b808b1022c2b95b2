"""Kind `mixed-script`: words with letters of another script that look like their own."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression
from newslint.text.regex import compiled
from newslint.text.span import Span

# Pairs that Unicode's list of confusables (UTS 39) counts as one shape, without those
# that only some typefaces confuse: “κ” and “k” stand side by side in honest names of genes.
_CYRILLIC = "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁһԛԝӏ"
_AS_LATIN = "ABESIJKMHOPCTYXaeijopcyxsdhqwl"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_GREEK_AS_LATIN = "ABEZHIKMNOPTYXo"
_TO_LATIN = dict(zip(_CYRILLIC + _GREEK, _AS_LATIN + _GREEK_AS_LATIN, strict=True))
_TO_CYRILLIC = dict(zip("ABEIJKMHOPCTYXaeijopcyx", "АВЕІЈКМНОРСТУХаеіјорсух", strict=True))
_TRIGGER = r"[A-Za-z][\x{370}-\x{52f}]|[\x{370}-\x{52f}][A-Za-z]"
_WORD = expression(r"[^\W\d_]+")
_REACH = 60


@parameters
class MixedScript:
    """Words with letters of another script that look like the word's own.

    A word is reported only if all its letters can be of one script; a Greek letter in
    the name of a gene, a Cyrillic ending on a Latin brand and two words run together
    are no matches. Two readings, both possible, make a fix `display`.

    Args:
        min_letters: how many letters a word must have.
    """

    min_letters: int = 2

    def triggers(self) -> Triggers:
        """Return a change of script within a word."""
        return (_TRIGGER,)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the word in one script, the letters with code points."""
        return frozenset({"word", "letters"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the mixed words, in order."""
        text = document.text
        done = 0
        for hit in compiled(_TRIGGER).finditer(document.encoded.data):
            place = document.encoded.span(*hit.span()).start
            if place < done:
                continue
            start = max(done, place - _REACH)
            for word in _WORD.finditer(text, start, min(len(text), place + _REACH)):
                if word.end() > place:
                    done = word.end()
                    yield from _match(Span(*word.span()), word[0], self.min_letters)
                    break


def _match(span: Span, word: str, min_letters: int) -> Iterator[Match]:
    readings = _readings(word)
    if len(word) < min_letters or not readings:
        return
    odd = {old for old, new in zip(word, readings[0], strict=True) if old != new}
    letters = ", ".join(f"“{letter}” U+{ord(letter):04X}" for letter in sorted(odd))
    yield Match(span, {"word": readings[0], "letters": letters}, readings)


def _readings(word: str) -> tuple[str, ...]:
    """Return the word in one script, the likelier script first, if it can be of one."""
    latin = sum(letter < "\u0250" for letter in word)
    readings = [
        (latin * 2 >= len(word), "".join(_TO_LATIN.get(letter, letter) for letter in word)),
        (latin * 2 < len(word), "".join(_TO_CYRILLIC.get(letter, letter) for letter in word)),
    ]
    pure = [reading for reading in sorted(readings, reverse=True) if _is_pure(reading[1])]
    return tuple(reading for _, reading in pure)


def _is_pure(word: str) -> bool:
    latin = [letter < "\u0250" for letter in word]
    return all(latin) or (not any(latin) and all("\u0400" <= letter < "\u0530" for letter in word))


CHECK = MixedScript
