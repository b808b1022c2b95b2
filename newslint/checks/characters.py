"""Kind `characters`: runs of characters that do not belong where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Literal

from newslint.checks.base import Match, parameters
from newslint.checks.guards import Guards
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.encoded import EncodedText
from newslint.text.regex import Regex, compiled
from newslint.text.span import Span
from newslint.text.stretches import found_beyond_ascii


@parameters
class Characters(Guards):
    r"""Runs of characters that do not belong where they stand.

    Args:
        characters: the inside of an RE2 class, such as ``\x{200b}\x{feff}``.
        becomes: what a run turns into: its compatibility form (NFKC), nothing, or unknown.
        map: single characters with what they turn into, before `becomes` applies.
        near_latin: whether a Latin letter or digit must stand next to the run, spaces aside.
    """

    characters: str
    becomes: Literal["nfkc", "nothing", "unknown"] = "unknown"
    map: Mapping[str, str] = field(default_factory=dict)
    near_latin: bool = False

    def triggers(self) -> Triggers:
        """Return the class as a run."""
        self.compile_guards()
        compiled(self._run())
        return (f"[{self.characters}]",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: code points and names of the characters."""
        return frozenset({"codepoints", "names", "replacement"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the runs, in order."""
        for match in self._runs(document.encoded):
            span = document.encoded.span(*match.span())
            if self.near_latin and not _near_latin(document.text, span):
                continue
            if self.allow(document.encoded, *match.span()):
                yield self._match(document.text, span)

    def _runs(self, encoded: EncodedText) -> Iterator[Regex]:
        if not self._of_ascii:
            return found_beyond_ascii(self._run(), encoded)
        runs: Iterator[Regex] = compiled(self._run()).finditer(encoded.data)
        return runs

    @cached_property
    def _of_ascii(self) -> bool:
        """Whether one of the characters is ASCII."""
        return bool(compiled(self._run()).search(bytes(range(0x80))))

    def _match(self, text: str, span: Span) -> Match:
        run = span.of(text)
        distinct = sorted(set(run))
        replacement = self._replacement(run)
        values = {
            "codepoints": ", ".join(f"U+{ord(character):04X}" for character in distinct),
            "names": ", ".join(
                unicodedata.name(character, "unnamed").lower() for character in distinct
            ),
            "replacement": replacement or "",
        }
        if replacement == "" and _within_word(text, span):
            return Match(span, values, ("",), (Edit(span, ""),))
        return Match(span, values, () if replacement is None else (replacement,))

    def _replacement(self, run: str) -> str | None:
        parts = [self._single(character) for character in run]
        return None if None in parts else "".join(part for part in parts if part is not None)

    def _single(self, character: str) -> str | None:
        if character in self.map:
            return self.map[character]
        if self.becomes == "nfkc":
            return unicodedata.normalize("NFKC", character)
        return "" if self.becomes == "nothing" else None

    def _run(self) -> str:
        return f"[{self.characters}]+"


def _within_word(text: str, span: Span) -> bool:
    """Say whether letters or digits touch a run on both sides, so that they come together."""
    return (
        text[max(0, span.start - 1) : span.start].isalnum()
        and text[span.end : span.end + 1].isalnum()
    )


def _near_latin(text: str, span: Span) -> bool:
    """Say whether the nearest character on either side is a Latin letter or digit."""
    before = text[max(0, span.start - 8) : span.start].rstrip(" \u3000")[-1:]
    after = text[span.end : span.end + 8].lstrip(" \u3000")[:1]
    return _latin(before) or _latin(after)


def _latin(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN")


CHECK = Characters
