"""The reference of the commands as Markdown: `python -m newslint.cli.reference`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from newslint.cli.main import main

_INTRODUCTION = """\
# Commands

Made by `python -m newslint.cli.reference`; `newslint COMMAND --help` says the same.

Each option can be set by the environment variable beside it; several values are parted by
blanks. Completion of commands, codes and formats:

| shell | in its start-up file |
|---|---|
| bash | `eval "$(_NEWSLINT_COMPLETE=bash_source newslint)"` |
| zsh | `eval "$(_NEWSLINT_COMPLETE=zsh_source newslint)"` |
| fish | `_NEWSLINT_COMPLETE=fish_source newslint \\| source` |
"""

_AS_IT_IS = "\b\n"


def reference() -> str:
    """Return the reference of every command."""
    context = click.Context(main, info_name="newslint")
    return _INTRODUCTION + "".join(f"\n{part}\n" for part in _group(context, main))


def _group(context: click.Context, group: click.Group) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(f"the command “{name}” cannot be imported.")
        inner = click.Context(command, info_name=name, parent=context)
        yield from _command(inner, command)
        if isinstance(command, click.Group):
            yield from _group(inner, command)


def _command(context: click.Context, command: click.Command) -> Iterator[str]:
    yield f"## {context.command_path}"
    yield _text(command.help or "")
    if isinstance(command, click.Group):
        return
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"`{context.command_path} {usage}`"
    options = [item for item in command.params if isinstance(item, click.Option)]
    if options:
        rows = ["| option | what it does | variable |", "|---|---|---|"]
        yield "\n".join([*rows, *(_row(option) for option in options)])
    if command.epilog:
        yield _text(command.epilog)


def _text(page: str) -> str:
    """Return a help text, its examples as a block of code."""
    parts = [_paragraph(part) for part in inspect.cleandoc(page).split("\n\n")]
    return "\n\n".join(part for part in parts if part)


def _paragraph(text: str) -> str:
    if text.startswith(_AS_IT_IS):
        return f"```sh\n{text.removeprefix(_AS_IT_IS)}\n```"
    return " ".join(text.split())


def _row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    value = "" if option.is_flag else f" {_value(option)}"
    variable = f"`{option.envvar}`" if isinstance(option.envvar, str) else ""
    return f"| {names}{value} | {_cell(option.help or '')} | {variable} |"


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return _cell(" | ".join(f"`{choice}`" for choice in option.type.choices))
    return f"`{_cell(option.metavar or option.type.name.upper())}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    click.echo(reference(), nl=False)
