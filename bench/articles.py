"""Articles, and how they are joined into files of about the same size."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

LEAST = 3200
"""How many bytes of UTF-8 a file has at least; of news articles it then has about 5,000."""

_BETWEEN = "\n\n"


class WorkloadError(Exception):
    """No workload can be made of what was given."""


def read_articles(records: Iterable[Path], texts: Iterable[Path] = ()) -> list[str]:
    """Return the articles of some files, each text once.

    Args:
        records: JSON Lines files whose records have a field `text`.
        texts: files that hold one article each.

    Raises:
        WorkloadError: if a file cannot be read or a record has no text, or if there is none.
    """
    found: dict[str, None] = {}
    try:
        for path in records:
            with path.open(encoding="utf-8") as lines:
                found.update((json.loads(line)["text"], None) for line in lines if line.strip())
        found.update((path.read_text(encoding="utf-8"), None) for path in texts)
    except (OSError, ValueError) as error:
        raise WorkloadError(f"the articles cannot be read: {error}.") from error
    except (KeyError, TypeError) as error:
        raise WorkloadError(f"{path}: a record has no field “text”.") from error
    # A lone surrogate cannot be written; every other character stays as it is.
    clean = dict.fromkeys(text.encode("utf-8", "replace").decode().strip() for text in found)
    articles = [text for text in clean if text]
    if not articles:
        raise WorkloadError("there is no article: name a file of them with --articles.")
    return articles


def packed(articles: Sequence[str], count: int, *, seed: int = 1) -> list[str]:
    """Return the texts of some files, no two of them the same.

    Whole articles are joined by a blank line until the file has `LEAST` bytes; one that has
    as many gives a file of its own. Every article is used once before any is used again, each
    time in another order. A long article that comes again is joined to others.

    Args:
        articles: the articles; none is cut.
        count: how many files.
        seed: what the orders depend on.

    Raises:
        WorkloadError: if two files came out the same.
    """
    texts = list(islice(_files(articles, seed), count))
    if len(set(texts)) != count:
        raise WorkloadError("two files of the workload are the same.")
    return texts


def joined(articles: Sequence[str], size: int, *, seed: int = 1) -> str:
    """Return one text of about a size, cut behind a word.

    Args:
        articles: what it is made of, each used once before any is used again.
        size: bytes of UTF-8.
        seed: what the order depends on.
    """
    parts: list[str] = []
    have = 0
    for article in _endless(articles, seed, parts):
        parts.append(article)
        have += _size(article) + len(_BETWEEN)
        if have >= size:
            break
    whole = _BETWEEN.join(parts).encode()
    # The last word goes, as it may have been cut in two.
    cut = max(whole.rfind(b" ", 0, size), whole.rfind(b"\n", 0, size))
    return whole[: cut if cut > 0 and size < len(whole) else size].decode("utf-8", "ignore")


def in_one_line(texts: Iterable[str]) -> str:
    """Return some texts with a space for every line break.

    >>> in_one_line(["He left.", "She" + chr(10) + "stayed."])
    'He left. She stayed.'
    """
    text = "\n".join(texts)
    return text.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")


def _files(articles: Sequence[str], seed: int) -> Iterator[str]:
    seen: set[str] = set()
    pending: list[str] = []
    for article in _endless(articles, seed, pending):
        if _size(article) >= LEAST and article not in seen:
            seen.add(article)
            yield article
            continue
        pending.append(article)
        text = _BETWEEN.join(pending)
        if _size(text) >= LEAST and text not in seen:
            seen.add(text)
            pending.clear()
            yield text


def _endless(articles: Sequence[str], seed: int, pending: Sequence[str]) -> Iterator[str]:
    """Yield all articles, again and again, each time in another order.

    Args:
        articles: the articles.
        seed: what the orders depend on.
        pending: those that wait to be joined, which come last, so that they meet others.
    """
    # The order is no secret: it must only be the same in every run.
    orders = random.Random(seed)  # noqa: S311
    while True:
        order = list(articles)
        orders.shuffle(order)
        waiting = set(pending)
        yield from sorted(order, key=waiting.__contains__)


def _size(text: str) -> int:
    return len(text.encode())
