"""What the docstring of a class says about each of its arguments."""

from __future__ import annotations

from inspect import getdoc
from typing import Any

from newslint.text.expressions import expression

_ARGUMENT = expression(r"    (\w+): (.+(?:\n {8}.+)*)")


def arguments(cls: type[Any]) -> dict[str, str]:
    """Return the description of each argument of a class and its bases, on one line."""
    described: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        _, _, section = (getdoc(base) or "").partition("\nArgs:\n")
        for name, text in _ARGUMENT.findall(section):
            described[name] = " ".join(text.split())
    return described
