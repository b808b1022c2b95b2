"""Kind `known-name`: a known name misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.checks.base import Match
from newslint.checks.context import Context
from newslint.document import Document
from newslint.knowledge.folding import plain, without_possessive
from newslint.knowledge.model import Person
from newslint.knowledge.people_index import PeopleIndex, people_index
from newslint.scan import Triggers
from newslint.text.span import Span

_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\.? $")
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
        if len(document.capitalised) < 2:
            return
        index = people_index(self.context.knowledge)
        for span in document.capitalised:
            word = plain(without_possessive(span.of(document.text)))
            if len(word) < self.min_length or word in index.known or word in self.context.accepted:
                continue
            candidates = [*index.misspelt.get(word, ()), *index.near_family(word)]
            found = self._agreeing(document, span, word, candidates, index)
            if found:
                yield found

    def _agreeing(
        self,
        document: Document,
        span: Span,
        word: str,
        candidates: list[tuple[str, Person]],
        index: PeopleIndex,
    ) -> Match | None:
        """Return the match if something beside the word speaks for one of the candidates."""
        text = document.text
        before = _BEFORE.search(text, max(0, span.start - 30), span.start)
        if before is None:
            return None
        previous = plain(before[1])
        reasons: dict[str, tuple[Person, str, float]] = {}
        for form, person in candidates:
            titled = _ends_with_title(text[: before.start()], index.titles(person))
            if previous == plain(person.given) or (
                titled and previous in index.given_names(person)
            ):
                why = f"“{before[1]}” is the given name of {person.name}."
                reasons[form] = (person, why, _WITH_TITLE if titled else self.max_zipf + 0.5)
            elif _ends_with_title(text[: span.start], index.titles(person)):
                why = f"{person.name} is known as {index.titles(person)[0]}."
                reasons[form] = (person, why, self.max_zipf)
        reasons = {form: reason for form, reason in reasons.items() if self._rare(word, reason[2])}
        if len({person.id for person, _, _ in reasons.values()}) != 1:
            return None
        form = _best(list(reasons), word, text)
        replaced = Span(span.start, span.start + len(without_possessive(span.of(text))))
        return Match(
            replaced,
            {"name": form, "person": reasons[form][0].name},
            (form,),
            evidence=(reasons[form][1], f"“{replaced.of(text)}” is one letter from “{form}”."),
        )

    def _rare(self, word: str, limit: float) -> bool:
        knowledge = self.context.knowledge
        return knowledge.words.zipf(word) <= limit and (
            limit == _WITH_TITLE or word not in knowledge.place_names
        )


def _ends_with_title(before: str, titles: list[str]) -> bool:
    """Say whether a text ends with one of some titles and a space."""
    tail = before[-60:].lower()
    return any(tail.endswith(f"{title} ") for title in titles)


def _best(forms: list[str], word: str, text: str) -> str:
    """Return the spelling that the text itself uses, else the first of the same length."""
    used = [form for form in forms if re.search(rf"\b{re.escape(form)}", text)]
    same_length = [form for form in used or forms if len(form) == len(word)]
    return (same_length or used or forms)[0]


CHECK = KnownName
