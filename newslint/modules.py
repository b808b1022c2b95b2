"""The modules of a package by name: formats, kinds and commands are found so."""

from __future__ import annotations

import os
from functools import lru_cache


@lru_cache(maxsize=8)
def modules_of(directory: str, *, but: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the names of the modules in the directory of a package, in order.

    Args:
        directory: the directory; `pkgutil` takes milliseconds to say the same of any path.
        but: modules that are left out.
    """
    names = os.listdir(directory)  # noqa: PTH208 - names are all that is wanted, at every start
    modules = {name.removesuffix(".py") for name in names if name.endswith(".py")}
    return tuple(sorted(modules - but - {"__init__"}))
