"""The seeds rendered as HTML and as Markdown: the same defects are found in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from pathlib import Path

import pytest

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.fixer import SAFE_AND_UNSAFE, fix_container
from newslint.linter import Linter
from newslint.reporters.placing import placed
from newslint.ruleset.bundled import load_rules
from newslint.sources import html, markdown
from newslint.sources.base import Fields, Input, Loaded
from newslint.text.lines import LineIndex
from tests.conftest import SEEDS

SEED_FILES = sorted(SEEDS.glob("*.txt"))
_MARKS = re.compile(r"[\\`*_\[\]<&~|]|^\d+(?=[.)])|^[#>+=-]", re.MULTILINE)
_WORD = re.compile(r"(?<=[a-z] )([a-z]+)(?= [a-z])")


@lru_cache(maxsize=1)
def linter() -> Linter:
    return Linter(load_rules(()))


def plain(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def as_html(text: str) -> str:
    """Return a page with an entity or a tag at every artifact, and emphasis among the words."""
    entities = {"“": "&ldquo;", "”": "&rdquo;", "’": "&#8217;", "）": "&#xff09;", "：": "&#65306;"}
    paragraphs = [_WORD.sub(r"<i>\1</i>", escape(line)) for line in text.split("\n\n")]
    body = "".join(f"<p>\n  {line}</p>\n" for line in paragraphs)
    for character, entity in entities.items():
        body = body.replace(character, entity)
    return f"<!doctype html><nav>See also</nav><article>{body}</article><footer>Share</footer>"


def as_markdown(text: str) -> str:
    """Return Markdown with emphasis, links, entities and soft breaks among the words."""
    escaped = _MARKS.sub(
        lambda match: f"\\{match[0]}" if not match[0].isdigit() else match[0], text
    )
    escaped = re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped, flags=re.MULTILINE)
    words = _WORD.sub(r"*\1*", escaped)
    return words.replace("“", "&ldquo;").replace(" *the* ", "\n[the](https://example.com) ")


def found(document: Document) -> list[tuple[str, str]]:
    return [(item.code, item.text) for item in linter().lint(document)]


def html_page(text: str) -> Loaded:
    return html.parse(as_html(text), "a.html")


def markdown_text(text: str) -> Loaded:
    return markdown.parse(as_markdown(text), "a.md")


@pytest.mark.parametrize("loaded", [html_page, markdown_text])
@pytest.mark.parametrize("path", SEED_FILES, ids=lambda path: path.stem[:3])
def test_a_seed_reads_the_same(path: Path, loaded: Callable[[str], Loaded]) -> None:
    text = plain(path)
    document = loaded(text).document
    assert document.text == text
    expected = found(Document(text))
    assert expected
    assert found(document) == expected


@pytest.mark.parametrize("loaded", [html_page, markdown_text])
@pytest.mark.parametrize("path", SEED_FILES, ids=lambda path: path.stem[:3])
def test_a_seed_is_reported_at_its_place(path: Path, loaded: Callable[[str], Loaded]) -> None:
    document = loaded(plain(path)).document
    assert document.origin is not None
    file, diagnostics = placed(document, linter().lint(document))
    assert file.text == document.origin.text
    lines = LineIndex(file.text)
    for item in diagnostics:
        assert item.text == item.span.of(file.text)
        assert lines.offset(lines.position(item.span.start)) == item.span.start
        assert _first_word(item) in file.text[item.span.start :][: len(item.text)]


def _first_word(item: Diagnostic) -> str:
    word = re.search(r"\w+", item.text)
    return word.group() if word else item.text


@pytest.mark.parametrize("name", ["html", "md"])
@pytest.mark.parametrize("path", SEED_FILES, ids=lambda path: path.stem[:3])
def test_a_mended_seed_reads_as_the_mended_text(path: Path, name: str) -> None:
    text = plain(path)
    made, module = (as_html(text), html) if name == "html" else (as_markdown(text), markdown)
    [container] = module.read(Input(f"a.{name}", data=made.encode()), Fields())
    fixed = fix_container(container, linter().lint, SAFE_AND_UNSAFE)
    again = fix_container(
        next(iter(module.read(Input(f"a.{name}", data=fixed.text.encode()), Fields()))),
        linter().lint,
        SAFE_AND_UNSAFE,
    )
    assert again.text == fixed.text
    kept = [line for line in made.split("\n") if line in fixed.text.split("\n")]
    assert len(kept) > len(made.split("\n")) / 2
