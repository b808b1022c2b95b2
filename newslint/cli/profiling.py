"""`newslint check --profile`: what each phase of a run and each rule takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from newslint.checks.base import Check
from newslint.cli.checking import Checker, Read
from newslint.cli.session import Session
from newslint.cli.stopwatch import START, Stopwatch, Watched
from newslint.config import Config
from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.linter import Linter
from newslint.reporters.base import Reporter
from newslint.ruleset.model import Rule
from newslint.sources.base import Container, Found, Input

if TYPE_CHECKING:
    from newslint.cli.checking import ScreenOf

DISCOVERY = "discovery"
READING = "reading and decoding"
SCAN = "scan"
MAKING = "making checks"
CHECKS = "checks"
LINTING = "linting, the rest"
SCREENING = "screening"
REPORT = "report"
OTHERWISE = "the rest"
_PHASES = (START, DISCOVERY, READING, SCAN, MAKING, CHECKS, LINTING, SCREENING, REPORT, OTHERWISE)
_NOTE = (
    "What several checks share, such as the words and the language of a text, is paid by the"
    " first that asks."
)


class ProfiledLinter(Linter):
    """A linter that counts what its checks take.

    Args:
        watch: counts the time.
        rules: the rules to run.
        config: what the checks and the scopes are told.
    """

    def __init__(self, watch: Stopwatch, rules: Iterable[Rule], config: Config) -> None:
        super().__init__(rules, config.context, config.scopes)
        self.runs: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self._watch = watch

    def lint_all(self, documents: Iterable[Document]) -> list[list[Diagnostic]]:
        """Return the diagnostics of some documents; see `Linter.lint_all`."""
        found = self._watch.timed(LINTING, super().lint_all)(documents)
        self.found.update(item.code for items in found for item in items)
        return found

    def _check(self, index: int) -> Check:
        return self._watch.timed(MAKING, super()._check)(index)

    def _found(self, rule: Rule, *arguments: Any) -> list[Diagnostic]:  # noqa: ANN401 - passed on
        self.runs[rule.code] += 1
        return self._watch.timed(rule.code, super()._found)(rule, *arguments)

    @cached_property
    def _scan(self) -> Any:  # noqa: ANN401 - a scan that is watched
        return Watched(self._watch, SCAN, super()._scan)


class ProfiledChecker(Checker):
    """A checker that counts what reading, screening and reporting take.

    Args:
        watch: counts the time.
        checker: what is done with an input.
    """

    def __init__(self, watch: Stopwatch, checker: Checker) -> None:
        reporter = cast("Reporter", Watched(watch, REPORT, checker.reporter))
        super().__init__(checker.linter, reporter, checker.screening, checker.fields, checker.type)
        self.watch = watch

    def containers(self, source: Input) -> Iterator[Container]:
        """Return the containers of an input."""
        for container in self.watch.each(READING, super().containers(source)):
            yield container._replace(parse=self.watch.timed(READING, container.parse))

    def found(self, read: Iterable[Read], screen_of: ScreenOf) -> Iterator[Found]:
        """Yield what remains to be reported, container by container."""
        screens = self.watch.timed(SCREENING, screen_of)
        yield from super().found(
            read, lambda container: self.watch.timed(SCREENING, screens(container))
        )


class ProfiledSession(Session):
    """A session of one process that counts what its parts take.

    Args:
        watch: counts the time.
        session: the session.
    """

    def __init__(self, watch: Stopwatch, session: Session) -> None:
        checker = ProfiledChecker(watch, session.checker)
        super().__init__(checker, session.choice, session.applicable, session.diff)
        self.watch = watch

    def parts(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield the parts of the report, or of the diff, input by input."""
        self.watch.begin(OTHERWISE)
        yield from super().parts(paths)

    def _inputs(self, paths: Iterable[str]) -> Iterator[Input]:
        return self.watch.each(DISCOVERY, super()._inputs(paths))


class Profile:
    """A run that is profiled; its start-up ends when the report begins.

    Args:
        rules: the rules to run.
        config: what the checks and the scopes are told.
    """

    def __init__(self, rules: Iterable[Rule], config: Config) -> None:
        self._watch = Stopwatch()
        self.linter = ProfiledLinter(self._watch, rules, config)

    def session(self, session: Session) -> Session:
        """Return a session that is profiled."""
        return ProfiledSession(self._watch, session)

    def table(self) -> Iterator[str]:
        """Yield the lines of the table, the dearest rules first."""
        self._watch.end()
        yield from _phases(self._watch, self.linter.runs)
        yield ""
        yield from _rules(self._watch, self.linter)
        yield _NOTE


def _phases(watch: Stopwatch, codes: Iterable[str]) -> Iterator[str]:
    seconds = watch.seconds
    total = sum(seconds.values())
    seconds[CHECKS] = sum(seconds[code] for code in codes)
    yield f"{'phase':24} {'ms':>10} {'share':>7}"
    for phase in _PHASES:
        yield f"{phase:24} {1e3 * seconds[phase]:>10.1f} {seconds[phase] / total:>7.1%}"
    yield f"{'total':24} {1e3 * total:>10.1f} {1:>7.1%}"


def _rules(watch: Stopwatch, linter: ProfiledLinter) -> Iterator[str]:
    seconds = watch.seconds
    total = sum(seconds[phase] for phase in _PHASES)
    head = f"{'rule':7} {'kind':20} {'texts':>8} {'found':>7}"
    yield f"{head} {'ms':>9} {'µs a text':>10} {'share':>7}"
    kinds = {rule.code: rule.kind for rule in linter.rules}
    for code in sorted(linter.runs, key=lambda code: (-seconds[code], code)):
        spent, runs = seconds[code], linter.runs[code]
        yield (
            f"{code:7} {kinds[code]:20} {runs:>8,} {linter.found[code]:>7,} {1e3 * spent:>9.1f}"
            f" {1e6 * spent / runs:>10.1f} {spent / total:>7.1%}"
        )
