"""The one pass over a text that decides which checks can match it at all."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from newslint.text.regex import options

Triggers = tuple[str, ...] | None
"""RE2 patterns of which one is found in every text that a check can match.

None stands for any text.
"""


class Scan:
    """The triggers of all checks in one automaton.

    A pattern that cannot match without certain literals is looked for by those
    literals (`FilteredRE2`, 190 to 300 MB/s over news); the few others form one
    `RE2::Set`, where a pattern should be a short one. Checks with the same trigger
    share it.

    Args:
        triggers: the triggers of each check.

    Raises:
        ValueError: if RE2 cannot read a trigger.
    """

    def __init__(self, triggers: Sequence[Triggers]) -> None:
        self._always = {check for check, patterns in enumerate(triggers) if patterns is None}
        self._filter = re2.Filter()
        owners: dict[str, list[int]] = {}
        for check, patterns in enumerate(triggers):
            for pattern in patterns or ():
                owners.setdefault(pattern, []).append(check)
        for pattern in owners:
            self._filter.Add(pattern.encode(), options())
        self._patterns = list(owners)
        self._owners = list(owners.values())
        self._set: re2.Set | None = None
        self._set_owners: list[list[int]] = []
        self._unfiltered: frozenset[int] = frozenset()
        if self._patterns:
            self._filter.Compile()
            self._unfiltered = frozenset(self._filter.Match(b"", potential=True) or ())
        if self._unfiltered:
            self._build_set()

    def _build_set(self) -> None:
        self._set = re2.Set.SearchSet(options())
        for index in sorted(self._unfiltered):
            self._set.Add(self._patterns[index].encode())
            self._set_owners.append(self._owners[index])
        self._set.Compile()

    def candidates(self, data: bytes) -> set[int]:
        """Return the indexes of the checks that can match a text.

        Args:
            data: the text as UTF-8.
        """
        found = set(self._always)
        if self._patterns:
            for index in self._filter.Match(data, potential=True) or ():
                if index not in self._unfiltered:
                    found.update(self._owners[index])
        if self._set is not None:
            for index in self._set.Match(data) or ():
                found.update(self._set_owners[index])
        return found

    def unfiltered(self) -> list[tuple[int, str]]:
        """Return the triggers without a literal, with their checks: the costly ones."""
        return [
            (owner, self._patterns[index])
            for index in sorted(self._unfiltered)
            for owner in self._owners[index]
        ]
