"""Which matches of a rule the roles of a text's stretches allow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from newslint.document import Document
from newslint.ruleset.model import RESIDUE, Rule
from newslint.text.span import Span

BODY = "body"


class Roles:
    """The roles of a document's stretches, looked for when a rule that asks has fired.

    A structured format states them; in plain text they are guessed from the form of its
    lines. The rules of residue judge themselves what is a caption and what is left of
    one, so a guess says nothing to them.

    Args:
        document: the document as it was read.
    """

    def __init__(self, document: Document) -> None:
        self._document = document

    def settle(self) -> None:
        """Look for the roles now, where they are guessed."""
        if not self._document.roles:
            _ = self._guessed

    def allow(self, rule: Rule, span: Span) -> bool:
        """Say whether a rule's match may stand where it does.

        Args:
            rule: the rule.
            span: code points of the document as it was read.
        """
        if not rule.roles and not rule.not_roles:
            return True
        certain = self._document.roles or rule.family in RESIDUE
        roles = self._stated if certain else self._guessed
        if rule.roles:
            return any(_lies_in(roles, role, span) for role in rule.roles)
        return not any(_lies_in(roles, role, span) for role in rule.not_roles)

    @cached_property
    def _stated(self) -> dict[str, list[Span]]:
        return _by_role(self._document.roles)

    @cached_property
    def _guessed(self) -> dict[str, list[Span]]:
        from newslint.text.roles import stretches  # noqa: PLC0415

        return _by_role(stretches(self._document.text))


def _by_role(stretches: Iterable[tuple[Span, str]]) -> dict[str, list[Span]]:
    """Return the stretches of each role in order, those within another of them left out."""
    roles: dict[str, list[Span]] = {}
    for span, role in sorted(stretches, key=lambda item: (item[0].start, -item[0].end)):
        known = roles.setdefault(role, [])
        if not known or span.end > known[-1].end:
            known.append(span)
    return roles


def _lies_in(roles: dict[str, list[Span]], role: str, span: Span) -> bool:
    known = roles.get(role, [])
    following = bisect_right(known, span.start, key=lambda stretch: stretch.start)
    if following and known[following - 1].contains(span):
        return True
    # What no format calls anything else is the story itself.
    return role == BODY and not any(
        _lies_in(roles, other, span) for other in roles if other not in (BODY, "quote")
    )
