"""Linting and mending from Python in one call."""

from __future__ import annotations

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.fixer import SAFE, SAFE_AND_UNSAFE, fix_document
from newslint.linter import Linter
from newslint.ruleset.bundled import load_rules


def lint_text(text: str) -> list[Diagnostic]:
    """Return the diagnostics of a text under the bundled rules.

    No configuration file is read. For more than one text, make a `Linter` once and
    use it again.

    Args:
        text: the text to lint.

    Raises:
        RuleError: if an installed plug-in brings a rule that cannot be used.

    >>> [found.code for found in lint_text("See also: Ten things to know about the budget")]
    ['INS201']
    """
    return Linter(load_rules()).lint(Document(text))


def fix_text(text: str, *, unsafe: bool = False) -> str:
    """Return a text with its safe fixes applied.

    Args:
        text: the text to mend.
        unsafe: whether to apply the fixes that delete or replace words too.

    Raises:
        RuleError: if an installed plug-in brings a rule that cannot be used.

    >>> fix_text("Fish &amp; chips")
    'Fish & chips'
    """
    applicable = SAFE_AND_UNSAFE if unsafe else SAFE
    return fix_document(Document(text), Linter(load_rules()).lint, applicable).document.text
