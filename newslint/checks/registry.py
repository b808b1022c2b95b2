"""Kinds by name: the modules of this package, then plug-ins."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.checks.context import Context
from newslint.modules import modules_of
from newslint.ruleset.model import Rule
from newslint.ruleset.suggest import did_you_mean

if TYPE_CHECKING:
    from newslint.checks.base import Check

ENTRY_POINTS = "newslint.checks"
_SHARED = frozenset({"base", "context", "guards", "registry"})


def kinds() -> list[str]:
    """Return the names of the kinds that newslint ships."""
    modules = modules_of(str(Path(__file__).parent), but=_SHARED)
    return [name.replace("_", "-") for name in modules]


@lru_cache(maxsize=256)
def kind_of(name: str) -> Any | None:  # noqa: ANN401
    """Return the class of a kind, or None if there is none of that name."""
    if name in kinds():
        return import_module(f"newslint.checks.{name.replace('-', '_')}").CHECK
    from importlib import metadata  # noqa: PLC0415

    for point in metadata.entry_points(group=ENTRY_POINTS, name=name):
        return point.load()
    return None


def check_of(rule: Rule, context: Context | None = None, *, proven: bool = False) -> Check:
    """Return the check that a rule parameterises.

    Args:
        rule: the rule.
        context: what the run tells the checks.
        proven: whether the patterns were compiled before, so that none of them can be wrong.

    Raises:
        RuleError: if the kind is unknown, or the parameters are not those of the kind.
    """
    from newslint.ruleset.parameters import bind  # noqa: PLC0415 - whoever only lists the kinds binds none

    kind = kind_of(rule.kind)
    if kind is None:
        raise rule.error(
            f"there is no kind “{rule.kind}”. {did_you_mean(rule.kind, kinds())}", "kind"
        )
    try:
        given = {"context": context or Context()}
        check: Check = bind(kind, rule, given)
        if not proven:
            check.triggers()
    except ValueError as error:
        if hasattr(error, "place"):
            raise
        raise rule.error(f"{error}.", "match") from error
    return check
