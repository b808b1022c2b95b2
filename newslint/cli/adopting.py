"""`newslint check --add-ignores`: what is there becomes entries of `newslint-ignore.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from newslint.cli.options import fail
from newslint.reporters.base import plural
from newslint.sources.base import Found
from newslint.sources.naming import seen_from
from newslint.suppression.entries import Entry, normal, with_entries
from newslint.suppression.finding import NAME

REASON = "there when newslint was introduced"
_OWN = ("NWL001", "NWL002", "NWL003", "NWL004", "NWL005")


def add_ignores(every: Iterable[Found], root: Path) -> None:
    """Write entries for diagnostics.

    Ends the program with status 2 if the file cannot be written.

    Args:
        every: what was found, container by container.
        root: the directory whose file of entries grows.
    """
    entries = list(dict.fromkeys(entry for found in every for entry in _entries(found, root)))
    path = root / NAME
    try:
        before = path.read_bytes().decode("utf-8") if path.exists() else ""
        path.write_bytes(with_entries(before, entries).encode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path}: the entries were not written: {error}.")
    click.echo(f"{plural(len(entries), 'entry', 'entries')} added to {path.name}.", err=True)


def _entries(found: Found, root: Path) -> Iterator[Entry]:
    for loaded, diagnostics in found:
        document = loaded.document
        name = seen_from(root, document.path or "-")
        record = None if document.record is None else document.record.id
        for item in diagnostics:
            if item.code not in _OWN:
                yield Entry(
                    code=item.code,
                    reason=REASON,
                    path=normal(name),
                    record=None if record is None else normal(record),
                    text=normal(item.text) or None,
                )
