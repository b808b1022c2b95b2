"""What a check is and what it finds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from typing import NamedTuple, Protocol, TypeVar, dataclass_transform

from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.span import Span
from newslint.values import named_value

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def parameters(kind: type[Kind]) -> type[Kind]:
    """Make a class the parameters of a kind: a frozen value whose fields are given by name."""
    return named_value(kind)


class Match(NamedTuple):
    """A raw finding: a span and what the rule's templates may name.

    Args:
        span: code points of the document's text.
        values: placeholders for message and fix.
        replacements: what could stand instead; two candidates make a fix `display`.
        edits: the mending edits themselves, where a replacement of the span will not do.
        evidence: what speaks for the finding, a sentence each.
    """

    span: Span
    values: Mapping[str, str] = {}
    replacements: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    evidence: tuple[str, ...] = ()


class Check(Protocol):
    """The Python behind a rule's kind: a dataclass of its parameters."""

    def triggers(self) -> Triggers:
        """Return patterns of which one is found in every text the check can match."""

    def placeholders(self) -> frozenset[str]:
        """Return the names that the matches give values to."""

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the matches in a document, in order."""


class SelectiveCheck(Check, Protocol):
    """A check that can look for some of its triggers and leave out the others."""

    def exact_triggers(self) -> tuple[str, ...]:
        """Return triggers that an automaton looks for in place of those that others do."""

    def find_triggered(self, document: Document, numbers: Collection[int]) -> Iterator[Match]:
        """Yield the matches of the exact triggers of some numbers in a document, in order."""
