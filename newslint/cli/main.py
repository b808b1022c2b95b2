"""The entry point and the list of commands."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

import click

from newslint.modules import modules_of

_SHARED = frozenset(
    "adopting checking completion inputs main options profiling progress reference session"
    " sharing starting stopwatch".split()
)
_PREFIX = "newslint"


class Commands(click.Group):
    """The modules of this package as commands, imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands."""
        modules = modules_of(str(Path(__file__).parent), but=_SHARED)
        return [name.replace("_", "-") for name in modules]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"newslint.cli.{cmd_name.replace('-', '_')}")
        command = cast("click.Command", module.command)
        _read_environment(command, f"{_PREFIX}_{cmd_name}")
        return command


def _read_environment(command: click.Command, prefix: str) -> None:
    """Let a variable such as NEWSLINT_CHECK_FAIL_ON stand for each option of a command.

    click's own prefix would name the variables after the parameters of the
    function, which nobody sees, and not after the options.
    """
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            option = max(parameter.opts, key=len)
            parameter.envvar = f"{prefix}_{option.lstrip('-')}".replace("-", "_").upper()
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            _read_environment(inner, f"{prefix}_{name}")


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newslint")
def main() -> None:
    """Find and mend what scraping, syndication and translation leave in news copy."""
