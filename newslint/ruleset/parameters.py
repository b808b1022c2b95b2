"""The `match` section of a rule as the typed parameters of its check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from newslint.ruleset.model import Rule
from newslint.ruleset.typed import Binder

Parameters = TypeVar("Parameters")


def bind(
    cls: type[Parameters], rule: Rule, given: Mapping[str, object] | None = None
) -> Parameters:
    """Return the rule's `match` section as a dataclass.

    Keys are the field names with hyphens; a single value is taken for a list of one.

    Args:
        cls: a dataclass whose fields are strings, numbers, truth values, tuples of
            strings, string mappings or `Literal`s.
        rule: the rule whose section is read.
        given: values of fields that the program sets; a rule cannot name them.

    Raises:
        RuleError: if a key is unknown, missing or of the wrong type.
    """
    kind = rule.kind.replace("{", "{{").replace("}", "}}")
    binder = Binder(
        rule.error,
        unknown=f"the kind “{kind}” has no parameter “{{}}”.",
        missing=f"the kind “{kind}” needs the parameter “{{}}”.",
    )
    return binder.bind(cls, dict(rule.match), "match", given)
