from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newslint.cli.main import main

DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"


def commands(group: click.Group, path: str = "newslint") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


@pytest.mark.parametrize(("path", "command"), list(commands(main)))
def test_the_help_of_every_command_shows_an_example(path: str, command: click.Command) -> None:
    if isinstance(command, click.Group):
        return
    page = CliRunner().invoke(main, [*path.split()[1:], "--help"])
    assert page.exit_code == 0
    examples = [line for line in page.stdout.splitlines() if line.startswith(f"  {path}")]
    assert examples, f"the help of “{path}” shows no example"
    assert command.get_short_help_str(120).endswith(".")


@pytest.mark.parametrize(("path", "command"), list(commands(main)))
def test_every_option_says_what_it_does(path: str, command: click.Command) -> None:
    silent = [
        parameter.name
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help and parameter.name != "help"
    ]
    assert silent == [], f"options of “{path}” without help"


def test_an_environment_variable_stands_for_an_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(DIRTY)
    monkeypatch.setenv("NEWSLINT_CHECK_FORMAT", "concise")
    monkeypatch.setenv("NEWSLINT_CHECK_SELECT", "EMB MRK")
    done = CliRunner().invoke(main, ["check", "a.txt"])
    assert done.stdout.startswith("a.txt:1:21: EMB101")
    monkeypatch.setenv("NEWSLINT_CHECK_SELECT", "QUO")
    assert CliRunner().invoke(main, ["check", "a.txt"]).exit_code == 0


def test_a_wrong_environment_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CHECK_FAIL_ON", "never")
    done = CliRunner().invoke(main, ["check", "a.txt"])
    assert done.exit_code == 2
    assert "Invalid value for '--fail-on'" in done.stderr
