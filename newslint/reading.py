"""A document on its way through the checks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.residue import claims, without_nested
from newslint.ruleset.model import Rule
from newslint.ruleset.roles import Roles
from newslint.text.derived import OffsetMap

_LONG = 1_000_000
"""From how many code points on it pays to make a text's string anew where it is read again."""


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """A document on its way through the checks.

    Args:
        given: the document as it was given.
        document: what the checks read now.
        rules: the rules that run on it, by code.
        roles: what its stretches are, as it was read.
        candidates: the indexes of the checks that can match it, each with the numbers of the
            exact triggers that were found; with none where any may be.
        back: the way back to it as it was read; None where it is the same.
        found: what was found so far.
    """

    given: Document
    document: Document
    rules: Mapping[str, Rule]
    roles: Roles
    candidates: Mapping[int, Collection[int]] = field(default_factory=dict)
    back: OffsetMap | None = None
    found: list[Diagnostic] = field(default_factory=list)

    def leave_residue(self) -> bool:
        """Go on with the document as it reads without its residue, and say whether it had any."""
        self.found = list(without_nested(self.found))
        taken = claims(self.document, self.found)
        if taken:
            read = self.document
            self.document, self.back = read.edited(taken)
            if len(read.text) < _LONG:
                read.forget()
            else:
                # They are guessed from the text.
                self.roles.settle()
                read.put_away()
                self.given.put_away()
        return bool(taken)
