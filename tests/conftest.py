"""What many tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from newslint.document import Document
from newslint.knowledge.capitals import Capital, capital_places
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules
from newslint.ruleset.loader import load_rule

settings.register_profile("ci", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("ci")

SEEDS = Path(__file__).parent.parent / "seeds"

TRICKY = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u0085",
        "\x0c",
        "\ufeff",
        "\t",
        " ",
        "\u00a0",
        "e\u0301",
        "🇺🇦",
        "👨\u200d👩\u200d👧",
        "𐐀",
        "日本",
        "“",
        "”",
        "（",
        "）",
        "：",
        "&amp;",
        "<br/>",
        "Kherson",
        "The the",
        "ended.The",
        " , ",
        '"',
        "See also: Ten things",
        "\ud800",
        "\x1b[31m",
    ]
)
"""Pieces of text that break offsets, lines and terminals."""

NASTY_TEXTS = st.lists(TRICKY | st.text(max_size=8), max_size=14).map("".join)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests out of the user's cache and away from the user's settings."""
    shared = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(shared))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def linter() -> Linter:
    """All bundled rules."""
    os.environ.setdefault("NEWSLINT_CACHE_DIR", os.devnull)
    return Linter(load_rules())


def rule_linter(source: str) -> Linter:
    """Return a linter of one rule given as YAML."""
    return Linter([load_rule(source, "test.yaml")])


def capitals_in(document: Document) -> list[Capital]:
    """Return the capitalised words of a document, in order."""
    places = capital_places(document).items()
    return sorted(
        Capital(start, start + len(word), word) for word, starts in places for start in starts
    )
