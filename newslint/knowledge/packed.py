"""Plain tables kept in parts, of which one is unpacked whenever something in it is asked for."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

_LARGE = 1000
"""The entries of a mapping that is kept in parts; one text asks for a few of them."""
_ENTRIES = 8
"""How many entries a part has about: it is unpacked in 2 µs, and asked for once in a text."""


def packed(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return plain values by name with each of them packed, a large mapping in parts."""
    return {name: _packed(value) for name, value in table.items()}


def _packed(value: Any) -> bytes | list[bytes]:  # noqa: ANN401 - plain data
    if not isinstance(value, dict) or len(value) < _LARGE:
        return marshal.dumps(value)
    parts: list[dict[str, Any]] = [{} for _ in range(len(value) // _ENTRIES)]
    for key, item in value.items():
        parts[crc32(_bytes(key)) % len(parts)][key] = item
    return [marshal.dumps(part) for part in parts]


def _bytes(key: str) -> bytes:
    """Return a key as `marshal` writes it."""
    return key.encode("utf-8", "surrogatepass")


class Unpacked(dict[str, Any]):
    """The values of a packed table, by name.

    Args:
        kept: what `packed` returned; one table may hold another.
    """

    def __init__(self, kept: Mapping[str, Any]) -> None:
        super().__init__()
        self._kept = kept

    def __missing__(self, name: str) -> Any:  # noqa: ANN401 - plain data
        self[name] = value = _unpacked(self._kept[name])
        return value


def _unpacked(kept: Any) -> Any:  # noqa: ANN401 - plain data
    if isinstance(kept, bytes):
        return marshal.loads(kept)  # noqa: S302 - plain values only
    return Parts(kept) if isinstance(kept, list) else Unpacked(kept)


class Parts(Mapping[str, Any]):
    """A mapping in parts; its keys are in no order that means anything.

    Args:
        parts: the parts, packed.
    """

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._last: tuple[int, dict[str, Any]] = -1, {}

    def _part(self, number: int) -> dict[str, Any]:
        last, part = self._last
        if last != number:
            part = marshal.loads(self._parts[number])  # noqa: S302 - plain values only
            self._last = number, part
        return part

    def _with(self, key: str) -> dict[str, Any]:
        """Return the part that holds a key; most of what is asked for is in none."""
        written = _bytes(key)
        number = crc32(written) % len(self._parts)
        return self._part(number) if written in self._parts[number] else {}

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - plain data
        return self._with(key)[key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._with(key)

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - plain data
        """Return the value of a key, or another where there is none."""
        return self._with(key).get(key, default)

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._parts)):
            yield from self._part(number)

    def __len__(self) -> int:
        return sum(len(self._part(number)) for number in range(len(self._parts)))
