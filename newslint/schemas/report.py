"""The schema of the JSON reports."""

from __future__ import annotations

from newslint.reporters.plain_data import PlainReport
from newslint.schemas.types import DIALECT, Schema, typed_dict_schema


def line_schema() -> Schema:
    """Return the schema of a line of `--format jsonl`."""
    whole = schema()
    return {"$schema": DIALECT, "$ref": "#/$defs/diagnostic", "$defs": whole["$defs"]}


def schema() -> Schema:
    """Return the schema of `--format json`; that of a line of `jsonl` is its `diagnostic`."""
    report = typed_dict_schema(PlainReport)
    diagnostics = report["properties"]["diagnostics"]
    diagnostic = diagnostics["items"]
    diagnostics["items"] = {"$ref": "#/$defs/diagnostic"}
    return {
        "$schema": DIALECT,
        "title": "newslint report",
        **report,
        "$defs": {"diagnostic": diagnostic},
    }
