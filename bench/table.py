"""Tables of Markdown that can be read as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, log10


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table whose columns stand one below the other.

    The first column is for words, the others for figures.

    >>> print(table(["tool", "MB/s"], [["typos", "39"], ["codespell", "13"]]), end="")
    | tool      | MB/s |
    |:----------|-----:|
    | typos     |   39 |
    | codespell |   13 |
    """
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    marks = [f":{'-' * (widths[0] + 1)}", *(f"{'-' * (width + 1)}:" for width in widths[1:])]
    lines = [f"| {' | '.join(_aligned(row, widths))} |" for row in cells]
    lines.insert(1, f"|{'|'.join(marks)}|")
    return "".join(f"{line}\n" for line in lines)


def figure(value: float) -> str:
    """Return a number with three significant digits, or all of its digits before the point.

    >>> [figure(value) for value in (0.01234, 1.5, 39.26, 1234.5, 0)]
    ['0.0123', '1.50', '39.3', '1,234', '0']
    """
    if not value:
        return "0"
    return f"{value:,.{max(0, 2 - floor(log10(abs(value))))}f}"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.rjust(width) if number else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
