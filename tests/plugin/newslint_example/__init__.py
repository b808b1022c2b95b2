"""A plug-in for newslint: where its rules are."""

from __future__ import annotations

from pathlib import Path


def rules() -> Path:
    """Return the directory of the plug-in's rules."""
    return Path(__file__).parent / "rules"
