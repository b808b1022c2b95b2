"""The nearest valid word for one that is not."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that names the nearest known word, or lists them all.

    >>> did_you_mean("serverity", ["severity", "message"])
    'Did you mean “severity”?'
    >>> did_you_mean("x", ["severity", "message"])
    'Known are: message, severity.'
    """
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    words = sorted(known)
    nearest = extractOne(word, words, score_cutoff=70)
    if nearest:
        return f"Did you mean “{nearest[0]}”?"
    return f"Known are: {', '.join(words)}."
