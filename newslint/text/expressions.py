"""Regular expressions that are compiled when a text first asks for them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, AnyStr, cast


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression; until it is used it costs nothing.

    A run over one text needs few of those that the modules hold, and to compile one takes
    a fifth of a millisecond.

    Args:
        pattern: the expression, as `re.compile` takes it.
        flags: its flags.
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))


class _Expression:
    """Stands for a compiled expression."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._written = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return re.compile(*self._written)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("_"):
            raise AttributeError(name)
        # Kept here, so that the next use finds it without asking: it is as fast as the pattern.
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
