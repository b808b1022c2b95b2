"""The summary of a job on GitHub: counts per rule, as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newslint.diagnostics import Severity
from newslint.reporters.base import plural
from newslint.reporters.printable import printable

LARGEST = 1 << 20
"""How many bytes the summary of a step may have."""

_HEAD = "| Level | Rule | Found | Annotated | Left out | First at |\n|:--|:--|--:|--:|--:|:--|\n"
_LONGEST = 200
_FOR_THE_END = 200


@dataclass(slots=True)
class Row:
    """What is counted for a rule.

    Args:
        severity: the level that it reports at.
        rule: its code and name.
        first: where its first diagnostic stands.
        found: how many diagnostics there are.
        annotated: how many of them became annotations.
    """

    severity: Severity
    rule: str
    first: str
    found: int = 0
    annotated: int = 0

    def line(self) -> str:
        """Return the row of the table."""
        counts = f"{self.found:,} | {self.annotated:,} | {self.found - self.annotated:,}"
        level = self.severity.value
        return f"| {level} | {literal(self.rule)} | {counts} | {literal(self.first)} |\n"


def append(path: Path, rows: Iterable[Row]) -> None:
    """Add the table to a summary, as much of it as there is room for.

    Args:
        path: the file of the summary, which may hold other things already.
        rows: a row for each rule.

    Raises:
        OSError: if the file cannot be written.
    """
    with path.open("a", encoding="utf-8") as stream:
        text = table(rows, LARGEST - stream.tell())
        stream.write(text)


def table(rows: Iterable[Row], room: int) -> str:
    """Return the summary, or nothing if there is no room for it.

    Args:
        rows: a row for each rule.
        room: how many bytes it may have.
    """
    ordered = sorted(rows, key=lambda row: (row.severity.rank, -row.found, row.rule))
    parts = [_opening(ordered)]
    left = room - len(parts[0].encode()) - _FOR_THE_END
    for number, row in enumerate(ordered):
        line = row.line()
        left -= len(line.encode())
        if left < 0:
            rest = plural(len(ordered) - number, "further rule")
            parts.append(f"\n{rest} left out, for the summary is full.\n")
            break
        parts.append(line)
    text = "".join(parts)
    return text if len(text.encode()) <= room else ""


def _opening(rows: Sequence[Row]) -> str:
    found = sum(row.found for row in rows)
    left_out = found - sum(row.annotated for row in rows)
    if not found:
        return "## newslint\n\nNothing found.\n"
    sentence = f"{plural(found, 'diagnostic')} of {plural(len(rows), 'rule')}"
    if left_out:
        sentence += f"; {left_out:,} of them left out of the annotations, and listed in the log"
    return f"## newslint\n\n{sentence}.\n\n{_HEAD}"


def literal(text: str) -> str:
    """Return a text as Markdown that shows it letter by letter and is one cell of a table.

    >>> literal("<a|b>")
    '<code>&#60;a&#124;b&#62;</code>'
    """
    shown = printable(text[:_LONGEST])
    written = "".join(
        character
        if character.isalnum() or character in " -" or not character.isascii()
        else f"&#{ord(character)};"
        for character in shown
    )
    return f"<code>{written}</code>"
