"""Rules as SARIF describes them."""

from __future__ import annotations

from typing import Any

from newslint.diagnostics import Severity
from newslint.ruleset.model import FAMILIES, Rule
from newslint.text.expressions import expression

LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What SARIF calls the severities."""

_PROBLEM = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
# A rule is an error only where it is nearly always right.
_PRECISION = {Severity.ERROR: "high", Severity.WARNING: "medium", Severity.INFO: "low"}
_PLACEHOLDER = expression(r"\{\w+\}")
_LONGEST = 1024


def reporting_descriptor(rule: Rule) -> dict[str, Any]:
    """Return the description of a rule for `tool.driver.rules`."""
    short = _PLACEHOLDER.sub("…", rule.message).strip() or rule.name
    explanation = rule.explanation.strip() or short
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": short[:_LONGEST]},
        "fullDescription": {"text": explanation[:_LONGEST]},
        "help": {"text": explanation, "markdown": _markdown(rule, explanation)},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {
            "precision": _PRECISION[rule.severity],
            "problem.severity": _PROBLEM[rule.severity],
            "tags": [FAMILIES.get(rule.family, rule.family)],
        },
    }


def _markdown(rule: Rule, explanation: str) -> str:
    """Return the explanation with the first text that the rule finds, and its sources."""
    parts = [explanation]
    bad = next((example.text for example in rule.examples if example.bad), None)
    if bad is not None:
        parts.append("Found in:\n\n" + "\n".join(f"    {line}" for line in bad.splitlines()))
    if rule.references:
        parts.append("\n".join(f"- {reference}" for reference in rule.references))
    return "\n\n".join(parts)
