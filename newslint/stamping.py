"""Matches of checks made into diagnostics: a match stamped with its rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newslint.diagnostics import Applicability, Diagnostic, Edit, Fix
from newslint.document import Document
from newslint.ruleset.model import Rule
from newslint.text.derived import OffsetMap
from newslint.text.edits import changes_words, deletion, minimal
from newslint.text.expressions import expression

if TYPE_CHECKING:
    from newslint.checks.base import Check, Match

PLACEHOLDER = expression(r"\{(\w+)\}")
"""A value in the template of a message or of a fix."""

_EXCERPT = 60


def stamped(
    rule: Rule, match: Match, document: Document, back: OffsetMap | None
) -> Diagnostic | None:
    """Return the diagnostic of a match, in the offsets of the document as it was read.

    Args:
        rule: the rule that matched.
        match: what its check found.
        document: what the check read.
        back: the way back to the document as it was read; None where that is the same.

    Returns:
        The diagnostic, or None for a match across words that were taken out.
    """
    if back is not None and back.crosses_gap(match.span):
        return None
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=_told(rule.message, match, document.text),
        span=match.span if back is None else back.to_original(match.span),
        text=match.span.of(document.text),
        evidence=match.evidence,
        fix=_fix(rule, match, document, back),
    )


def _told(template: str, match: Match, text: str) -> str:
    """Return a template filled with what a match gives; few speak of the match itself."""
    if "{match}" not in template:
        return filled(template, match.values)
    return filled(template, {"match": _excerpt(match.span.of(text)), **match.values})


def _mapped(edits: tuple[Edit, ...], back: OffsetMap) -> tuple[Edit, ...]:
    return tuple(Edit(back.to_original(edit.span), edit.replacement) for edit in edits)


def _fix(rule: Rule, match: Match, document: Document, back: OffsetMap | None) -> Fix | None:
    if rule.fix is None:
        return None
    edits = _edits(rule, match, document.text)
    if not edits:
        return None
    applicability = rule.fix.applicability
    if len(match.replacements) > 1 or _changes_a_quotation(rule, edits, document):
        applicability = Applicability.DISPLAY
    title = _told(rule.fix.title, match, document.text)
    return Fix(title, applicability, edits if back is None else _mapped(edits, back))


def _edits(rule: Rule, match: Match, text: str) -> tuple[Edit, ...]:
    template = rule.fix
    if template is None:
        return ()
    if template.delete is not None:
        return deletion(text, match.span)
    if match.edits:
        return match.edits
    if template.replace is not None:
        wanted = filled(template.replace, {"match": match.span.of(text), **match.values})
    elif match.replacements:
        wanted = match.replacements[0]
    else:
        return ()
    if not wanted:
        return deletion(text, match.span)
    return minimal(text, match.span, wanted)


def _changes_a_quotation(rule: Rule, edits: tuple[Edit, ...], document: Document) -> bool:
    """Say whether an edit would change a word that somebody is quoted with."""
    if rule.family in ("MRK", "ENC") or not changes_words(document.text, edits):
        return False
    return any(document.quoted(edit.span) for edit in edits)


def filled(template: str, values: Mapping[str, str]) -> str:
    """Return a template with its placeholders filled; braces in the values stay as they are."""
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template)


def _excerpt(text: str) -> str:
    """Return a text on one line, its middle left out where it is long."""
    flat = " ".join(text.split()) or text
    return flat if len(flat) <= _EXCERPT else f"{flat[:40].rstrip()} … {flat[-15:].lstrip()}"


def check_templates(rule: Rule, check: Check) -> None:
    """Check that the templates of a rule name nothing that its kind does not give.

    Raises:
        RuleError: if one does.
    """
    known = check.placeholders() | {"match"}
    templates = {"message": rule.message}
    if rule.fix is not None:
        templates |= {"fix.title": rule.fix.title, "fix.replace": rule.fix.replace or ""}
    for key, template in templates.items():
        for name in PLACEHOLDER.findall(template):
            if name not in known:
                listed = ", ".join(sorted(known))
                problem = f"the kind “{rule.kind}” gives no “{{{name}}}” here; it gives {listed}."
                raise rule.error(problem, key)
