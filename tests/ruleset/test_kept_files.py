from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.ruleset.cache import plain_cache, write_cache


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_what_was_made_of_the_same_is_read_again() -> None:
    plain_cache("rules", ["a", "b"]).write({"x": (1, "é")})
    assert plain_cache("rules", ["a", "b"]).read() == {"x": (1, "é")}
    assert plain_cache("rules", ["a", "c"]).read() is None


@pytest.mark.parametrize("content", [b"", b"\xff", b"i"])
def test_a_damaged_file_says_nothing(content: bytes) -> None:
    cache = plain_cache("rules", ["a"])
    cache.path.write_bytes(content)
    assert cache.read() is None


def test_old_files_are_deleted_and_those_of_others_stay(directory: Path) -> None:
    names = ("plan-1.cache", "patterns-1.x.automaton", "notes.txt")
    for name in names:
        (directory / name).write_bytes(b"x")
        os.utime(directory / name, (0, 0))
    write_cache(directory / "plan-2.cache", b"new")
    assert sorted(path.name for path in directory.iterdir()) == ["notes.txt", "plan-2.cache"]
