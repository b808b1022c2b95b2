"""Kind `known-name`: a known name misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.checks.base import Match
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.capitals import Capital, capitals_in, word_before
from newslint.knowledge.folding import plain
from newslint.knowledge.indexing import given_names
from newslint.knowledge.model import Person
from newslint.knowledge.people_index import PeopleIndex, people_index
from newslint.scan import Triggers

_WITH_TITLE = 4.0
"""How common a word may be where both given name and title speak for the person."""


@dataclass(frozen=True, kw_only=True)
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
        index = people_index(self.context.knowledge)
        text = document.text
        for word in capitals_in(document):
            if len(word.plain) < self.min_length or word.plain in index.known:
                continue
            previous = word_before(text, word.start)
            if plain(previous.rstrip(".")) not in index.before_families:
                continue
            if word.plain in self.context.accepted:
                continue
            candidates = [
                *index.misspelt(word.plain),
                *index.near_family(word.plain),
            ]
            match = (
                self._agreeing(document, word, previous, candidates, index) if candidates else None
            )
            if match is not None:
                yield match

    def _agreeing(
        self,
        document: Document,
        word: Capital,
        previous: str,
        candidates: list[tuple[str, Person]],
        index: PeopleIndex,
    ) -> Match | None:
        """Return the match if something beside the word speaks for one of the candidates."""
        text = document.text
        given = plain(previous.rstrip("."))
        before_given = text[: word.start - len(previous) - 1]
        reasons: dict[str, tuple[Person, str, float]] = {}
        for form, person in candidates:
            titled = _ends_with_title(before_given, index.titles(person))
            if given == plain(person.given) or (titled and given in given_names(person)):
                why = f"“{previous}” is the given name of {person.name}."
                reasons[form] = (person, why, _WITH_TITLE if titled else self.max_zipf + 0.5)
            elif _ends_with_title(text[: word.start], index.titles(person)):
                why = f"{person.name} is known as {index.titles(person)[0]}."
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


def _ends_with_title(before: str, titles: list[str]) -> bool:
    """Say whether a text ends with one of some titles and a space."""
    tail = before[-40:].lower()
    return any(tail.endswith(f"{title} ") for title in titles)


def _best(forms: list[str], word: str, text: str) -> str:
    """Return the spelling that the text itself uses, else the first of the same length."""
    used = [form for form in forms if re.search(rf"\b{re.escape(form)}", text)]
    same_length = [form for form in used or forms if len(form) == len(word)]
    return (same_length or used or forms)[0]


CHECK = KnownName
