"""How cost grows with size."""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from statistics import linear_regression


def exponent(points: Iterable[tuple[float, float]]) -> float | None:
    """Return the power of the size that the cost grows with, by least squares of the logarithms.

    Args:
        points: sizes and costs; a cost that is lost in the noise, at or below zero, does not count.

    Returns:
        1.0 for a cost in proportion to size; None if fewer than two sizes remain.
    """
    known = [(log(size), log(cost)) for size, cost in points if size > 0 and cost > 0]
    if len({size for size, _ in known}) < 2:
        return None
    sizes, costs = zip(*known, strict=True)
    return linear_regression(sizes, costs).slope
