"""The entries of a `newslint-ignore.yaml`, and how they are taken out and put in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newslint.ruleset.model import RuleError
from newslint.ruleset.suggest import did_you_mean
from newslint.ruleset.yaml_lines import read_yaml
from newslint.text.derived import Edit
from newslint.text.span import Span

_KEYS = ("path", "record", "code", "text", "reason", "until")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is left as it is, where, and why.

    Args:
        code: a code, the beginning of one, or a rule's name.
        reason: why it may stay.
        path: the file or a glob, seen from the directory of the entries' file.
        record: the id of the record.
        text: the text that the diagnostic marks; None for any.
        until: the last day that the entry counts.
    """

    code: str
    reason: str
    path: str | None = None
    record: str | None = None
    text: str | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry with its place.

    Args:
        entry: the entry.
        span: where it stands in the file.
        removal: the edits that take it out; none where it shares its lines with others.
    """

    entry: Entry
    span: Span
    removal: tuple[Edit, ...]


def normal(text: str) -> str:
    r"""Return a text as it is compared: white space as one space, nothing that YAML cannot hold.

    >>> normal("See\n also")
    'See also'
    """
    flat = " ".join(text.split())
    return flat.encode("utf-8", "replace").decode() if not flat.isascii() else flat


def read_entries(text: str, place: str) -> Iterator[PlacedEntry]:
    """Yield the entries of a file's content.

    Args:
        text: the content.
        place: the file's path, for messages.

    Raises:
        RuleError: if it is no YAML, or an entry is not one.
    """
    value, lines = read_yaml(text, place)
    if value is None:
        return
    if not isinstance(value, list):
        raise RuleError("this file is a list of entries, each with code and reason.", f"{place}:1")
    for number, (item, (node, dash)) in enumerate(zip(value, _nodes(text), strict=True)):
        line = lines.get(f".{number}", 1)
        entry = _entry(item, f"{place}:{line}")
        end = _end(node)
        yield PlacedEntry(entry, Span(node.start_mark.index, end), _removal(text, dash, end))


def _entry(item: object, place: str) -> Entry:
    if not isinstance(item, dict):
        raise RuleError("an entry is a mapping with code, reason, and path or record.", place)
    for key in item:
        if key not in _KEYS:
            raise RuleError(f"the key “{key}” is unknown. {did_you_mean(str(key), _KEYS)}", place)
    for key in ("code", "reason"):
        if not str(item.get(key) or "").strip():
            raise RuleError(f"an entry needs “{key}”; say it in a few words.", place)
    if item.get("path") is None and item.get("record") is None:
        raise RuleError("an entry needs “path” or “record”: say which text it is about.", place)
    until = item.get("until")
    if until is not None and not isinstance(until, dt.date):
        raise RuleError(f"“until” is a day such as 2030-12-31, not “{until}”.", place)
    if isinstance(until, dt.datetime):
        until = until.date()
    texts = {key: None if item.get(key) is None else str(item[key]) for key in _KEYS[:4]}
    return Entry(
        code=str(item["code"]),
        reason=str(item["reason"]),
        path=texts["path"],
        record=texts["record"],
        text=texts["text"],
        until=until,
    )


def _nodes(text: str) -> Iterator[tuple[Any, int | None]]:
    """Yield the node of each entry, and where its dash stands if it has lines of its own."""
    import yaml  # noqa: PLC0415

    root: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for node in root.value:
        dash = text.rfind("-", 0, node.start_mark.index)
        own = (
            dash >= 0 and not root.flow_style and not text[dash + 1 : node.start_mark.index].strip()
        )
        before = text[text.rfind("\n", 0, dash) + 1 : dash] if own else "x"
        yield node, dash - len(before) if not before.strip() else None


def _end(node: Any) -> int:  # noqa: ANN401
    """Return where the last word of a node ends: its own mark lies behind the comments."""
    if node.id == "scalar":
        return int(node.end_mark.index)
    inner = node.value[-1] if node.value else None
    if inner is None or node.flow_style:
        return int(node.end_mark.index)
    return _end(inner[1] if node.id == "mapping" else inner)


def _removal(text: str, start: int | None, end: int) -> tuple[Edit, ...]:
    if start is None:
        return ()
    if text[end - 1 : end] != "\n":
        line_end = text.find("\n", end)
        end = len(text) if line_end < 0 else line_end + 1
    return (Edit(Span(start, end), ""),)


def with_entries(text: str, entries: Iterable[Entry]) -> str:
    """Return the content of a file with entries at its end, the rest as it was.

    Args:
        text: the content so far.
        entries: what to add.
    """
    import yaml  # noqa: PLC0415

    items = [
        {key: value for key in _KEYS if (value := getattr(entry, key)) is not None}
        for entry in entries
    ]
    if not items:
        return text
    added = yaml.safe_dump(items, sort_keys=False, allow_unicode=True, width=10**9)
    separator = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{separator}{added}"
