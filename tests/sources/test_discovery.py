from __future__ import annotations

from pathlib import Path

import pytest

from newslint.sources.base import Input
from newslint.sources.choosing import Choice, Globs
from newslint.sources.discovery import discover, format_names, format_of


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "copy").mkdir()
    monkeypatch.chdir(tmp_path / "copy")
    for name in ("a.txt", "b.md", "c.html", "d.story", "e.png", ".hidden.txt"):
        Path(name).write_text("Text\n")
    for name in ("old/a.txt", "old/keep/b.txt", ".cache/c.txt", "new/d.txt", "new/draft.txt"):
        Path(name).parent.mkdir(exist_ok=True, parents=True)
        Path(name).write_text("Text\n")
    Path("f.story").write_bytes(b"\x7fELF\x00")
    return tmp_path


def names(paths: list[str], choice: Choice | None = None) -> list[str]:
    return [source.name for source in discover(paths, choice) if isinstance(source, Input)]


def globs(*patterns: str) -> tuple[Globs, ...]:
    return (Globs(patterns),)


@pytest.mark.usefixtures("tree")
def test_a_directory_stands_for_its_texts() -> None:
    expected = ["a.txt", "b.md", "c.html", "new/d.txt", "new/draft.txt", "old/a.txt"]
    assert names(["."]) == [*expected, "old/keep/b.txt"]


def test_git_ignore_files_count_up_to_the_repository(tree: Path) -> None:
    (tree / ".gitignore").write_text("/copy/old/\n*.md\n")
    (tree.parent / ".gitignore").write_text("*.txt\n")
    Path("new/.gitignore").write_text("draft*\n")
    assert names(["."]) == ["a.txt", "c.html", "new/d.txt"]
    Path(".gitignore").write_text("!b.md\n")
    assert names([".", "new"]) == ["a.txt", "b.md", "c.html", "new/d.txt", "new/d.txt"]


@pytest.mark.usefixtures("tree")
def test_a_named_file_is_always_read() -> None:
    Path(".gitignore").write_text("*\n")
    assert names([".", "a.txt", ".hidden.txt"]) == ["a.txt", ".hidden.txt"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(include=globs("*.story")), ["d.story"]),
        (Choice(include=globs("new/")), ["new/d.txt", "new/draft.txt"]),
        (Choice(include=globs("*.txt"), exclude=globs("old", "draft.*")), ["a.txt", "new/d.txt"]),
        (Choice(exclude=globs("*", "!*.md")), ["b.md"]),
        (Choice(include=(Globs(("*.md",)), Globs(("*.html",)))), ["b.md", "c.html"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_globs_choose(choice: Choice, expected: list[str]) -> None:
    assert names(["."], choice) == expected


def test_globs_are_relative_to_their_directory(tree: Path) -> None:
    above = (Globs(("/copy/new",), tree),)
    assert names(["."], Choice(exclude=above)) == names(["."], Choice(exclude=globs("/new")))
    assert names([".."], Choice(include=(Globs(("/new",)),))) == [
        "../copy/new/d.txt",
        "../copy/new/draft.txt",
    ]


def test_formats_go_by_name_or_as_told() -> None:
    page = Input("Page.HTML", data=b"")
    assert format_of(page).__name__ == "newslint.sources.html"
    assert format_of(page, "markdown").__name__ == "newslint.sources.markdown"
    assert format_of(Input("x.story")).__name__ == "newslint.sources.plain"
    assert {"html", "markdown", "plain", "records"} <= set(format_names())
