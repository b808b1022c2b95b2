"""newslint: a linter for news copy that was scraped, syndicated or translated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.api import lint_text as lint_text
    from newslint.diagnostics import Diagnostic as Diagnostic
    from newslint.diagnostics import Edit as Edit
    from newslint.diagnostics import Fix as Fix
    from newslint.document import Document as Document
    from newslint.linter import Linter as Linter
    from newslint.text.span import Span as Span

__all__ = ["Diagnostic", "Document", "Edit", "Fix", "Linter", "Span", "lint_text"]

_HOMES = {
    "Diagnostic": "diagnostics",
    "Document": "document",
    "Edit": "diagnostics",
    "Fix": "diagnostics",
    "Linter": "linter",
    "Span": "text.span",
    "lint_text": "api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the public names, imported when used
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(f"newslint.{_HOMES[name]}"), name)
