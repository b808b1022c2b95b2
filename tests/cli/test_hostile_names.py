"""Files whose names are meant for a terminal or the log of a job."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.reporters.base import formats

NAMES = ["::error::x.txt", "##[group].txt", "nl\n::add-mask::y.txt", "esc\x1b[31m\u202e.txt"]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newslint", "check", "--isolated", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", sorted(set(formats()) - {"github"}))
def test_no_line_of_a_report_is_a_command(name: str, tmp_path: Path) -> None:
    for file in NAMES:
        (tmp_path / file).write_text("one </div> two\n")
    done = run(tmp_path, "--exit-zero", "--format", name, ".")
    assert done.returncode == 0
    assert "##[" not in done.stdout
    assert "\x1b" not in done.stdout
    assert not any(line.lstrip().startswith("::") for line in done.stdout.splitlines())
    if name == "jsonl":
        paths = {json.loads(line)["path"] for line in done.stdout.splitlines()}
        assert paths == set(NAMES)


def test_a_complaint_is_one_harmless_line(tmp_path: Path) -> None:
    done = run(tmp_path, "a\n::error::\u202e##[x]")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "newslint: there is no file or directory “a ::error::<U+202E># #[x]”; check the path."
    )
