"""`newslint lsp`: the language server for editors."""

from __future__ import annotations

import click

from newslint.cli.options import fail


@click.command()
def command() -> None:
    """Serve an editor: diagnostics, fixes and explanations while somebody writes.

    An editor starts this by itself and speaks the Language Server Protocol on standard
    input and output; docs/editors.md has the settings. Needs the extra newslint[lsp].

    \b
    newslint lsp
    """
    try:
        from newslint.editor.lsp import make_server  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        fail('the language server needs pygls; install it with: pip install "newslint[lsp]"')
    make_server().start_io()
