"""The schema of a configuration file."""

from __future__ import annotations

from newslint.config.keys import Keys
from newslint.schemas.types import DIALECT, Schema, dataclass_schema


def schema() -> Schema:
    """Return the schema of `newslint.yaml` and of the table `[tool.newslint]`."""
    return {"$schema": DIALECT, "title": "newslint configuration"} | dataclass_schema(Keys)
