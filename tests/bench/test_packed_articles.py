from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from bench.articles import LEAST, WorkloadError, in_one_line, joined, packed, read_articles

SHORT = [f"Article {number}. " + "The council met on Monday. " * number for number in range(1, 80)]
LONG = [f"Report {number}. " + "Ministers left early. " * 300 + "End." for number in range(3)]
ARTICLES = [*(text.strip() for text in SHORT), *LONG]


def used(texts: list[str]) -> list[int]:
    """How often each article is in the files."""
    parts = [part for text in texts for part in text.split("\n\n")]
    return [parts.count(article) for article in ARTICLES]


def test_no_two_files_are_the_same_and_none_is_small() -> None:
    texts = packed(ARTICLES, 200)
    assert len(texts) == len(set(texts)) == 200
    assert min(len(text.encode()) for text in texts) >= LEAST


def test_each_article_is_used_once_before_any_is_used_again() -> None:
    texts = packed(ARTICLES, 120)
    for count in range(1, 120):
        times = used(texts[:count])
        assert max(times) - min(times) <= 1


def test_articles_are_whole_and_long_ones_have_their_own_file() -> None:
    texts = packed(ARTICLES, 60)
    assert {part for text in texts for part in text.split("\n\n")} <= set(ARTICLES)
    assert {text for text in texts if "\n\n" not in text} >= set(LONG)


def test_files_end_as_soon_as_they_have_enough() -> None:
    for text in packed(ARTICLES[:79], 40):
        *before, _ = text.split("\n\n")
        assert len("\n\n".join(before)) < LEAST


def test_one_article_makes_files_that_differ() -> None:
    assert len(set(packed(["The port was closed."], 3))) == 3


def test_the_seed_decides() -> None:
    assert packed(ARTICLES, 5) == packed(ARTICLES, 5)
    assert packed(ARTICLES, 5) != packed(ARTICLES, 5, seed=2)


@pytest.mark.parametrize("size", [100, 1000, 100_000])
def test_a_document_has_about_its_size(size: int) -> None:
    text = joined(ARTICLES, size)
    assert size - 30 < len(text.encode()) <= size


def test_a_line_has_no_line_break() -> None:
    assert in_one_line(["a\r\nb\rc", "d\n"]) == "a b c d "


def test_articles_are_read_once_each(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"text": "One.\n"}, {"text": "Two."}, {"text": " One."}, {"text": ""}]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    seed = tmp_path / "seed.txt"
    seed.write_text("Three.")
    assert read_articles([path], [seed]) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("line", ["{}", "[]", "{", ""])
def test_what_holds_no_article_is_an_error(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line)
    with pytest.raises(WorkloadError):
        read_articles([path])


def test_the_texts_come_one_by_one() -> None:
    assert packed(ARTICLES, 3) == list(islice(packed(ARTICLES, 10), 3))
