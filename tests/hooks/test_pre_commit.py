"""The hooks as a newsroom runs them: installed by pre-commit into an environment of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = (
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "NOTICE",
    "README.md",
    "newslint",
    "pyproject.toml",
    "rules",
)
CLEAN = "The minister met reporters in Paris on Monday and said nothing new.\n"
FIXABLE = "The bridge &amp; the road are gone, the army said on Monday.\n"
DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"
RULE = """\
code: TST101
name: bad-word
kind: pattern
severity: warning
message: "{match}"
explanation: x
match: {regex: 'gone'}
examples: [{bad: "It is gone.", at: [gone]}, {good: "It is here."}]
"""
CONFIG = """\
repos:
  - repo: %s
    rev: %s
    hooks:
      - id: newslint
      - id: newslint-fix
      - id: newslint-test-rules
        args: [house-rules]
"""

pytestmark = pytest.mark.slow


class Newsroom:
    """A git repository of copy with the hooks of a checkout.

    Args:
        folder: an empty directory.
    """

    def __init__(self, folder: Path) -> None:
        self.copy = folder / "copy"
        checkout = folder / "checkout"
        self._home = folder / "pre-commit"
        for directory in (self.copy, checkout):
            directory.mkdir()
            self._git(directory, "init", "--quiet")
        for name in PACKAGE:
            source = ROOT / name
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, checkout / name, ignore=ignored)
            else:
                shutil.copy(source, checkout / name)
        self._git(checkout, "add", "--all")
        self._git(checkout, "commit", "--quiet", "--message", "newslint")
        revision = self._git(checkout, "rev-parse", "HEAD").strip()
        self.write(".pre-commit-config.yaml", CONFIG % (checkout, revision))
        self.write("house-rules/TST101-bad-word.yaml", RULE)

    def write(self, name: str, text: str) -> None:
        path = self.copy / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        self._git(self.copy, "add", name)

    def run(self, hook: str) -> tuple[int, str]:
        """Return the status and the output of a hook on every file."""
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files", "--color=never"]
        done = subprocess.run(
            command,
            cwd=self.copy,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def _git(self, directory: Path, *arguments: str) -> str:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        command = ["git", *identity, *arguments]
        done = subprocess.run(
            command,
            cwd=directory,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def _environment(self) -> dict[str, str]:
        own = ("GIT_", "PYTHON", "NEWSLINT_", "PRE_COMMIT")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
        return {**kept, "PRE_COMMIT_HOME": str(self._home), "GIT_CONFIG_GLOBAL": os.devnull}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    return Newsroom(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture(autouse=True)
def _clean(newsroom: Newsroom) -> None:
    for name in ("a.txt", "b.md", "c.html", "notes.rst"):
        newsroom.write(name, CLEAN)


@pytest.mark.parametrize("hook", ["newslint", "newslint-fix", "newslint-test-rules"])
def test_clean_copy_passes(newsroom: Newsroom, hook: str) -> None:
    status, output = newsroom.run(hook)
    assert status == 0, output
    assert "Passed" in output


@pytest.mark.parametrize("name", ["a.txt", "b.md", "c.html"])
def test_dirty_copy_fails_and_is_shown(newsroom: Newsroom, name: str) -> None:
    newsroom.write(name, DIRTY)
    status, output = newsroom.run("newslint")
    assert status == 1
    assert f"{name}:1:21: error EMB101" in output
    assert (newsroom.copy / name).read_text() == DIRTY


def test_a_file_of_another_type_is_left_out(newsroom: Newsroom) -> None:
    newsroom.write("notes.rst", DIRTY)
    assert newsroom.run("newslint")[0] == 0


def test_the_fixing_hook_mends_the_file_and_fails_once(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", FIXABLE)
    status, output = newsroom.run("newslint-fix")
    assert status == 1
    assert "exit code: 1" in output
    assert "files were modified by this hook" in output
    assert (newsroom.copy / "a.txt").read_text() == FIXABLE.replace("&amp;", "&")
    assert newsroom.run("newslint-fix")[0] == 0


def test_the_fixing_hook_reports_what_it_may_not_fix(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", DIRTY)
    status, output = newsroom.run("newslint-fix")
    assert status == 1
    assert "a.txt:1:21: error EMB101" in output
    assert "files were modified" not in output


def test_a_rule_that_misses_its_example_fails(newsroom: Newsroom) -> None:
    newsroom.write("house-rules/TST101-bad-word.yaml", RULE.replace("It is gone.", "It went."))
    status, output = newsroom.run("newslint-test-rules")
    newsroom.write("house-rules/TST101-bad-word.yaml", RULE)
    assert status != 0
    assert "TST101" in output
