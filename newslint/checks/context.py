"""What a run tells the checks beside their rule's parameters."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.knowledge.sieve import Sieve, Vocabulary
from newslint.values import value

if TYPE_CHECKING:
    from newslint.knowledge.store import Knowledge


@value
class Context:
    """What a run tells the checks; a check that wants it has a field `context`.

    Args:
        knowledge_files: further knowledge files, merged into the bundled ones.
        house: the house style whose spellings are wanted; empty for none.
        accepted: words and names that are right here, in small letters.
    """

    knowledge_files: tuple[Path, ...] = ()
    house: str = ""
    accepted: frozenset[str] = frozenset()

    def __reduce__(self) -> tuple[type[Context], tuple[tuple[Path, ...], str, frozenset[str]]]:
        return Context, (self.knowledge_files, self.house, self.accepted)

    @cached_property
    def knowledge(self) -> Knowledge:
        """The knowledge, loaded when a check first asks for it."""
        from newslint.knowledge.store import load  # noqa: PLC0415

        return load(self.knowledge_files)

    @property
    def made_of(self) -> tuple[str, ...]:
        """What changes when the triggers that checks make of it may."""
        from newslint.knowledge.store import made_of  # noqa: PLC0415

        return (self.house, *made_of(self.knowledge_files))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The capitalised words of the texts so far, which the sieves of the checks share."""
        return Vocabulary()

    def unknown_names(self, max_zipf: float, shortest: int) -> Sieve:
        """Return the sieve of names that nobody knows; see `Unknown`."""
        key = (max_zipf, shortest)
        if key not in self._unknown_names:
            from newslint.knowledge.unknown import Unknown  # noqa: PLC0415

            question = Unknown(self.knowledge, self.accepted, max_zipf, shortest)
            self._unknown_names[key] = Sieve(question, self.vocabulary)
        return self._unknown_names[key]

    @cached_property
    def _unknown_names(self) -> dict[tuple[float, int], Sieve]:
        return {}
