"""The nearest valid word for one that is not."""

from __future__ import annotations

from collections.abc import Iterable

_MANY = 40


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that names the nearest known word, or lists them if they are few.

    >>> did_you_mean("serverity", ["severity", "message"])
    'Did you mean “severity”?'
    >>> did_you_mean("x", ["severity", "message"])
    'Known are: message, severity.'
    >>> did_you_mean("x", map(str, range(100)))
    'None of the 100 known ones is like it.'
    """
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    words = sorted(known)
    nearest = extractOne(word, words, score_cutoff=70)
    if nearest:
        return f"Did you mean “{nearest[0]}”?"
    if len(words) > _MANY:
        return f"None of the {len(words)} known ones is like it."
    return f"Known are: {', '.join(words)}."
