"""The commands and settings in the documentation, tried out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BASH = ["bash", "-euo", "pipefail", "-c"]
CLEAN = "The minister met reporters in Paris on Monday and said nothing new.\n"
DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"
_BLOCK = re.compile(r"(<!-- run -->\n)?```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str, *, run: bool = False) -> list[Any]:
    """Return the blocks of a language, each named by its page and its place there."""
    return [
        pytest.param(found[3], id=f"{page.name}-{number}")
        for page in PAGES
        for number, found in enumerate(_BLOCK.finditer(page.read_text(encoding="utf-8")))
        if found[2] == language and (found[1] or not run)
    ]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the files that the examples speak of."""
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.txt").write_text(CLEAN)
    (tmp_path / "article.txt").write_text(DIRTY)
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "copy"]):
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        command = ["git", *identity, *arguments]
        subprocess.run(command, cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(script: str) -> None:
    command = Path(sys.executable).with_name("newslint")
    assert command.is_file(), "install newslint beside the interpreter of the tests"
    path = os.pathsep.join([str(command.parent), os.environ["PATH"]])
    done = subprocess.run(
        [*BASH, script],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.usefixtures("newsroom")
@pytest.mark.parametrize("script", blocks("sh", run=True))
def test_a_command_line_does_what_the_page_says(script: str) -> None:
    run(script)


def test_the_marks_are_found() -> None:
    assert len(blocks("sh", run=True)) >= 6


def test_the_hooks_of_the_page_are_there() -> None:
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    shown = [text.values[0] for text in blocks("yaml") if "repos:" in text.values[0]]
    assert len(shown) == 3
    for text in shown:
        [repository] = yaml.safe_load(text)["repos"]
        assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in offered}


def test_the_configurations_for_pre_commit_are_valid(tmp_path: Path) -> None:
    for text in blocks("yaml"):
        if "repos:" in text.values[0]:
            file = tmp_path / "config.yaml"
            file.write_text(text.values[0])
            command = [sys.executable, "-m", "pre_commit", "validate-config", str(file)]
            subprocess.run(command, check=True)


def test_the_rules_of_the_pages_do_what_their_examples_say(tmp_path: Path) -> None:
    rules = [text.values[0] for text in blocks("yaml") if text.values[0].startswith("code: OUR")]
    assert rules
    for number, text in enumerate(rules):
        (tmp_path / f"{number}.yaml").write_text(text)
    run(f"newslint test-rules {tmp_path}")


def test_the_workflows_of_the_page_give_the_action_what_it_takes() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    workflows = [text.values[0] for text in blocks("yaml") if "runs-on:" in text.values[0]]
    assert len(workflows) == 2
    for text in workflows:
        steps = yaml.safe_load(text)["jobs"]["newslint"]["steps"]
        [used] = [step for step in steps if step["uses"].startswith("OWNER/newslint@")]
        assert set(used["with"]) <= set(action["inputs"])
    for name in action["inputs"]:
        assert f"| `{name}` |" in page


@pytest.mark.usefixtures("newsroom")
def test_the_script_for_gitlab_writes_its_report() -> None:
    [text] = [text.values[0] for text in blocks("yaml") if "codequality" in text.values[0]]
    job = yaml.safe_load(text)["newslint"]
    run("\n".join(line for line in job["script"] if line.startswith("newslint ")))
    report = Path(job["artifacts"]["reports"]["codequality"])
    assert json.loads(report.read_text()) == []


def test_the_settings_of_editors_can_be_read() -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    found = {match[2]: match[3] for match in _BLOCK.finditer(page)}
    assert json.loads(found["json"])["glspc.server.commandArguments"] == ["lsp"]
    assert tomllib.loads(found["toml"])["language-server"]["newslint"]["args"] == ["lsp"]
