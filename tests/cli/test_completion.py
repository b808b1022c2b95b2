from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.reporters.base import formats


def complete(shell: str, line: str) -> list[str]:
    """Return what the program offers at the end of a line, asked as the shell's script asks."""
    words = line.split(" ")
    environment = {
        **os.environ,
        "_NEWSLINT_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1),
    }
    code = "from newslint.cli.main import main; main(prog_name='newslint')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("newslint exp", "explain"),
        ("newslint check --select MR", "MRK"),
        ("newslint check --select mrk1", "MRK101"),
        ("newslint check --select QUO,see-al", "QUO,see-also-insert"),
        ("newslint check --ignore ENC3", "ENC301"),
        ("newslint check --severity INS20", "INS201="),
        ("newslint check --severity INS201=w", "INS201=warning"),
        ("newslint explain see-", "see-also-insert"),
        ("newslint rules --format m", "markdown"),
    ],
)
def test_the_shell_is_offered_what_fits(line: str, offered: str) -> None:
    assert f"plain,{offered}" in complete("bash", line)


def test_every_format_is_offered() -> None:
    assert complete("bash", "newslint check --format ") == [f"plain,{name}" for name in formats()]


def test_fish_is_told_what_a_code_means() -> None:
    assert "plain,MRK\tmarkup residue" in complete("fish", "newslint check --select MR")


def test_nothing_is_offered_where_nothing_fits() -> None:
    assert not any(complete("bash", "newslint explain zzz"))


def test_a_shell_gets_its_script() -> None:
    environment = {**os.environ, "_NEWSLINT_COMPLETE": "zsh_source"}
    code = "from newslint.cli.main import main; main(prog_name='newslint')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("#compdef newslint")


def test_bash_itself_completes() -> None:
    command = Path(sys.executable).with_name("newslint")
    script = f"""
        PATH="{command.parent}:$PATH"
        eval "$(_NEWSLINT_COMPLETE=bash_source newslint)"
        COMP_WORDS=(newslint check --select QUO,see-al) COMP_CWORD=3
        _newslint_completion newslint
        echo "${{COMPREPLY[@]}}"
    """
    bash = ["bash", "--norc", "-c", script]
    done = subprocess.run(bash, capture_output=True, text=True, check=True)
    assert done.stdout == "QUO,see-also-insert\n", done.stderr
