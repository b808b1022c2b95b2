"""Scan plans kept between runs, so that a start makes no check that no text asks for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from newslint.ruleset.cache import PlainCache, plain_cache
from newslint.ruleset.model import Rule
from newslint.scan import Plan


@dataclass(slots=True)
class KeptPlan:
    """The plan of some rules, where one was kept.

    Args:
        cache: where it is kept.
        plan: the plan, or None.
    """

    cache: PlainCache
    plan: Plan | None = None

    def keep(self, plan: Plan) -> None:
        """Keep a plan for the next run."""
        self.plan = plan
        self.cache.write(asdict(plan))


def kept_plan(rules: Sequence[Rule]) -> KeptPlan:
    """Return the kept plan of some rules; the code of the checks belongs to its key."""
    parameters = json.dumps(
        [[rule.kind, rule.match, rule.message, rule.fix and asdict(rule.fix)] for rule in rules]
    )
    digest = hashlib.sha256(parameters.encode()).hexdigest()
    cache = plain_cache("plan", _code(), [digest])
    content = cache.read()
    try:
        return KeptPlan(cache, None if content is None else Plan(**content))
    except TypeError:
        # A plan of another version is no error: it is made anew.
        return KeptPlan(cache)


@lru_cache(maxsize=1)
def _code() -> tuple[Path, ...]:
    """Return the files that decide what a rule's triggers are."""
    package = Path(__file__).parent
    return (
        *sorted((package / "checks").glob("*.py")),
        package / "scan.py",
        package / "text" / "literals.py",
    )
