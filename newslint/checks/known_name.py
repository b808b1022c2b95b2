"""Kind `known-name`: a known name misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.checks.base import Match, parameters
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.capitals import Capital, capital_words, capitals_of, word_before
from newslint.knowledge.folding import plain
from newslint.knowledge.indexing import given_names
from newslint.knowledge.people_index import PeopleIndex, people_index
from newslint.knowledge.sieve import Sieve
from newslint.scan import Triggers

if TYPE_CHECKING:
    from newslint.knowledge.model import Person

_REACH = 40
"""How many code points before a name may belong to a title."""

_WITH_TITLE = 4.0
"""How common a word may be where both given name and title speak for the person."""


@parameters
class KnownName:
    """A name one edit away from that of a known person whose other name or title agrees.

    A merely unknown name is never reported: the given name beside it, the
    family name behind it or a title before it must be that person's.

    Args:
        max_zipf: how common a word may be to count as misspelt (Zipf frequency).
        min_length: how many letters a name must have.
        context: what the run tells the checks.
    """

    max_zipf: float = 1.5
    min_length: int = 5
    context: Context = field(default_factory=Context)

    def triggers(self) -> Triggers:
        """Return a capitalised word beside another, or after a title."""
        return None

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values."""
        return frozenset({"name", "person"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the misspelt names, in order."""
        words = self._sieve.caught(capital_words(document))
        if not words:
            return
        index = people_index(self.context.knowledge)
        for word in capitals_of(document, words):
            previous = word_before(document.text, word.start)
            if plain(previous.rstrip(".")) not in index.before_families:
                continue
            match = self._agreeing(document, word, previous, index)
            if match is not None:
                yield match

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(self._could_be_misspelt, self.context.vocabulary)

    def _could_be_misspelt(self, names: Mapping[str, str]) -> list[str]:
        """Return the words that may be near to a known name, and rare enough beside anything."""
        index = people_index(self.context.knowledge)
        common = self.context.knowledge.common.among(len(names))
        return [
            word
            for word, name in names.items()
            if (name not in common or name in index.near_common)
            and len(name) >= self.min_length
            and index.may_be_near(name)
            and self._could_be_wrong(name, index)
        ]

    def _could_be_wrong(self, name: str, index: PeopleIndex) -> bool:
        if name in self.context.accepted or name in index.known:
            return False
        zipf = self.context.knowledge.words.zipf(name)
        return zipf <= max(_WITH_TITLE, self.max_zipf + 0.5)

    def _agreeing(
        self,
        document: Document,
        word: Capital,
        previous: str,
        index: PeopleIndex,
    ) -> Match | None:
        """Return the match if something beside the word speaks for one of the candidates."""
        text = document.text
        given = plain(previous.rstrip("."))
        before_given = word.start - len(previous) - 1
        reasons: dict[str, tuple[Person, str, float]] = {}
        for form, person in index.candidates(word.plain):
            titles = index.titles(person)
            titled = _title_before(text, before_given, titles)
            if given == plain(person.given) or (titled and given in given_names(person)):
                why = f"“{previous}” is the given name of {person.name}."
                reasons[form] = (person, why, _WITH_TITLE if titled else self.max_zipf + 0.5)
            elif _title_before(text, word.start, titles):
                why = f"{person.name} is known as {titles[0]}."
                reasons[form] = (person, why, self.max_zipf)
        reasons = {
            form: reason for form, reason in reasons.items() if self._rare(word.plain, reason[2])
        }
        if len({person.id for person, _, _ in reasons.values()}) != 1:
            return None
        form = _best(list(reasons), word.plain, text)
        return Match(
            word.span,
            {"name": form, "person": reasons[form][0].name},
            (form,),
            evidence=(reasons[form][1], f"“{word.text}” is one letter from “{form}”."),
        )

    def _rare(self, word: str, limit: float) -> bool:
        knowledge = self.context.knowledge
        return knowledge.words.zipf(word) <= limit and (
            limit == _WITH_TITLE or word not in knowledge.place_names
        )


def _title_before(text: str, place: int, titles: tuple[str, ...]) -> bool:
    """Say whether one of some titles and a space stand before a place."""
    before = text[max(0, place - _REACH) : place].lower()
    return before.endswith(" ") and before[:-1].endswith(titles)


def _best(forms: list[str], word: str, text: str) -> str:
    """Return the spelling that the text itself uses, else the first of the same length."""
    used = [form for form in forms if _begins_a_word(re.escape(form), text)]
    same_length = [form for form in used or forms if len(form) == len(word)]
    return (same_length or used or forms)[0]


def _begins_a_word(form: str, text: str) -> bool:
    # The pattern begins with letters, not with a boundary: the engine can then skip to them.
    return re.search(rf"{form}(?<=\b{form})", text) is not None


CHECK = KnownName
