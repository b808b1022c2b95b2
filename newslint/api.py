"""Linting from Python in one call."""

from __future__ import annotations

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules


def lint_text(text: str) -> list[Diagnostic]:
    """Return the diagnostics of a text under the bundled rules.

    For more than one text, make a `Linter` once and use it again.

    Args:
        text: the text to lint.

    Raises:
        RuleError: if an installed plug-in brings a rule that cannot be used.
    """
    return Linter(load_rules()).lint(Document(text))
