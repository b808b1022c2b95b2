r"""newslint: a linter for news copy that was scraped, syndicated or translated.

What stands in `__all__` is kept as it is between major versions. One text is linted,
or mended, by one call:

>>> from newslint import fix_text, lint_text
>>> text = "The bridge &amp; the road are gone. pic.twitter.com/AbCdEf1234"
>>> for found in lint_text(text):
...     print(found.code, found.name, found.severity, found.span.of(text))
MRK301 entity error &amp;
EMB101 tweet-media-link error pic.twitter.com/AbCdEf1234
>>> fix_text(text)
'The bridge & the road are gone. pic.twitter.com/AbCdEf1234'
>>> fix_text(text, unsafe=True)
'The bridge & the road are gone.'

For many texts a `Linter` is made once. Threads may share it; it pickles as its rules,
so that a pool of processes can be handed one. A `Document` says what else is known:

>>> import datetime as dt
>>> from newslint import Document, Linter, load_rules
>>> linter = Linter(rule for rule in load_rules() if rule.family == "MRK")
>>> day = dt.date(2022, 11, 11)
>>> document = Document("Fish &amp; chips", path="wire/17.txt", date=day, language="en")
>>> [found] = linter.lint(document)
>>> document.line_index.position(found.span.start)
Position(line=1, column=6)
>>> found.fix.applicability, found.fix.title
(<Applicability.SAFE: 'safe'>, 'Write “&”')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.api import fix_text as fix_text
    from newslint.api import lint_text as lint_text
    from newslint.diagnostics import Applicability as Applicability
    from newslint.diagnostics import Diagnostic as Diagnostic
    from newslint.diagnostics import Edit as Edit
    from newslint.diagnostics import Fix as Fix
    from newslint.diagnostics import Severity as Severity
    from newslint.document import Document as Document
    from newslint.linter import Linter as Linter
    from newslint.ruleset.bundled import load_rules as load_rules
    from newslint.ruleset.model import Rule as Rule
    from newslint.ruleset.model import RuleError as RuleError
    from newslint.text.span import Span as Span

__all__ = [
    "Applicability",
    "Diagnostic",
    "Document",
    "Edit",
    "Fix",
    "Linter",
    "Rule",
    "RuleError",
    "Severity",
    "Span",
    "fix_text",
    "lint_text",
    "load_rules",
]

_HOMES = {
    "Applicability": "diagnostics",
    "Diagnostic": "diagnostics",
    "Document": "document",
    "Edit": "diagnostics",
    "Fix": "diagnostics",
    "Linter": "linter",
    "Rule": "ruleset.model",
    "RuleError": "ruleset.model",
    "Severity": "diagnostics",
    "Span": "text.span",
    "fix_text": "api",
    "lint_text": "api",
    "load_rules": "ruleset.bundled",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the public names, imported when used
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(f"newslint.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
