"""What a knowledge file is made of: mappings, lists and plain values, each in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Shape = Any
"""A mapping of keys to shapes (``*`` for any other key), a list of one shape, or `str` for
anything plain, each also in a tuple of those that will do."""

_TEXTS = [str]
_COUNTRY = {"code": str, "name": str, "forms": _TEXTS, "demonyms": _TEXTS}
_TERM = {"*": str}
_OFFICE = {"titles": _TEXTS, "terms": [_TERM], "*": str}
_PERSON = {
    **dict.fromkeys(("variants", "given_variants", "names", "misspellings"), _TEXTS),
    "*": str,
}
_SPELLING = {
    **dict.fromkeys(("forms", "misspellings", "slots"), _TEXTS),
    "house": {"*": str},
    "exonyms": {"*": (str, _TEXTS)},
    "*": str,
}
FILE: Shape = (
    {
        "country": _COUNTRY,
        "absent": _TEXTS,
        "offices": {"*": _OFFICE},
        "people": {"*": _PERSON},
        "spelling": [_SPELLING],
        "*": str,
    },
    [_SPELLING],
)
"""A file; one that is a list holds spellings alone."""


def misshapen(value: object, shape: Shape = FILE, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield what has another shape than it must have: its dotted path, and what it should be.

    A key of the format may be empty; what stands under a name of one's own, or in a list, may not.

    Args:
        value: what was read.
        shape: what it should be.
        place: its dotted path.

    >>> list(misshapen({"people": ["Ana One"]}))
    [('people', 'a mapping of keys')]
    """
    shapes = shape if isinstance(shape, tuple) else (shape,)
    fitting = next((one for one in shapes if _kind(one) is _kind_of(value)), None)
    if fitting is None:
        yield place, " or ".join(_NAMES[_kind(one)] for one in shapes)
    elif isinstance(value, dict):
        for key, item in value.items():
            if item is not None or key not in fitting:
                inner = fitting.get(str(key), fitting.get("*", str))
                yield from misshapen(item, inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from misshapen(item, fitting[0], f"{place}.{number}".lstrip("."))


_NAMES: dict[type, str] = {dict: "a mapping of keys", list: "a list", str: "a plain value"}


def _kind(shape: Shape) -> type:
    return str if shape is str else type(shape)


def _kind_of(value: object) -> type:
    return type(value) if isinstance(value, dict | list) else str
