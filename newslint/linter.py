"""Rules to diagnostics for one document."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from newslint.checks.context import Context
from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.processes import forks
from newslint.reading import Reading
from newslint.ruleset.model import REPORTED_BY_NEWSLINT, RESIDUE, Rule
from newslint.ruleset.roles import Roles
from newslint.ruleset.scopes import Scopes
from newslint.stamping import check_templates, filled, stamped
from newslint.text.around import word_around
from newslint.text.span import Span

if TYPE_CHECKING:
    from newslint.checks.base import Check, Match, SelectiveCheck
    from newslint.scan import Scan, Triggers

CHECK_FAILED = "NWL001"
_LONGEST_ACCEPTED = 60
_LONG = 1_000_000
"""From how many code points on a text is worth the processes that share its checks."""


class Linter:
    """The checks of some rules, ready to run.

    A linter pickles as its rules and compiles them again where it is used.

    Args:
        rules: the rules to run, with the levels that they report at.
        context: what the run tells the checks: house style, accepted words, knowledge.
        scopes: on which texts which of the rules run; every rule on every text by default.
        jobs: how many processes may share the checks of a text of a megabyte and more.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        context: Context | None = None,
        scopes: Scopes | None = None,
        jobs: int = 1,
    ) -> None:
        self.context = context or Context()
        self.scopes = scopes or Scopes()
        self.jobs = jobs
        self.rules = tuple(rules)
        self._checked = [rule for rule in self.rules if rule.kind != REPORTED_BY_NEWSLINT]
        self._residue = frozenset(
            index for index, rule in enumerate(self._checked) if rule.family in RESIDUE
        )
        self._checks: dict[int, Check] = {}
        self._running: dict[tuple[int, ...], dict[str, Rule]] = {}
        self._proven = False

    def __reduce__(self) -> tuple[type[Linter], tuple[tuple[Rule, ...], Context, Scopes]]:
        return Linter, (self.rules, self.context, self.scopes)

    def _check(self, index: int) -> Check:
        """Return the check of a rule, made when a text first asks for it."""
        check = self._checks.get(index)
        if check is None:
            from newslint.checks.registry import check_of  # noqa: PLC0415

            rule = self._checked[index]
            check = check_of(rule, self.context, proven=self._proven)
            if not self._proven:
                check_templates(rule, check)
            self._checks[index] = check
        return check

    @cached_property
    def _scan(self) -> Scan:
        # What is found in the cache of results needs neither RE2 nor a plan.
        from newslint.plans import kept_plan  # noqa: PLC0415
        from newslint.scan import Scan, plan_of  # noqa: PLC0415

        if os.environ.get("NEWSLINT_NO_SCAN"):
            # The triggers are not used, but a rule that has none cannot be used either.
            return Scan(plan_of([None for _ in self._triggers()]))
        kept = kept_plan(self._checked, self.context)
        # Nobody kept the plan of a rule that cannot be used.
        self._proven = kept.known
        if not kept.known:
            kept.keep(plan_of(self._triggers(), self._exact_triggers()))
            self._forget_checks()
        return Scan(kept, kept)

    def _triggers(self) -> list[Triggers]:
        return [self._check(index).triggers() for index in range(len(self._checked))]

    def _exact_triggers(self) -> list[Triggers]:
        checks = (self._check(index) for index in range(len(self._checked)))
        return [getattr(check, "exact_triggers", check.triggers)() for check in checks]

    def _forget_checks(self) -> None:
        """Drop the checks of all rules, now that they are proven: a text asks for few of them.

        The patterns of all take 30 MB.
        """
        from newslint.text.regex import compiled  # noqa: PLC0415 - as in `_scan`

        self._proven = True
        self._checks.clear()
        compiled.cache_clear()

    def check_rules(self) -> None:
        """Compile every rule, which is else done at the first document.

        Raises:
            RuleError: if a rule's parameters are not those of its kind, or a template
                names a placeholder that the kind does not give.
        """
        _ = self._scan

    def expect(self, size: int) -> None:
        """Make ready for a run over about so many bytes of text."""
        self._scan.expect(size)

    def check_of(self, rule: Rule) -> Check:
        """Return the check of one of the linter's rules, ready to run."""
        return self._check(self._checked.index(rule))

    def lint(self, document: Document) -> list[Diagnostic]:
        """Return the diagnostics of a document, in the order of their places.

        Residue is looked for first; the other rules read the document as it is
        without it, and their places are mapped back.

        Args:
            document: the text to lint.

        Raises:
            RuleError: if a rule cannot be used; see `check_rules`.
        """
        return self.lint_all([document])[0]

    def lint_all(self, documents: Iterable[Document]) -> list[list[Diagnostic]]:
        """Return the diagnostics of some documents, each as `lint` returns them.

        One check after the other reads all documents, so that what it needs stays in the
        caches of the processor: some hundred KB together take two thirds of the time.

        Args:
            documents: the texts to lint, all held at once.

        Raises:
            RuleError: if a rule cannot be used; see `check_rules`.
        """
        readings = [self._reading(document) for document in documents]
        self._look(readings)
        self._run(readings, residue=True)
        self._look([reading for reading in readings if reading.leave_residue()])
        self._run(readings, residue=False)
        for reading in readings:
            reading.found.sort(key=lambda item: (item.span, item.severity.rank, item.code))
        return [reading.found for reading in readings]

    def report(
        self, code: str, span: Span, values: Mapping[str, str], document: Document | None = None
    ) -> Diagnostic | None:
        """Return a diagnostic of newslint itself, or None if its rule is not selected.

        Args:
            code: a code of the family `NWL`.
            span: code points of the document that it is about.
            values: the placeholders of the rule's message.
            document: the document, where what is selected may depend on it.
        """
        applying = () if document is None else self.scopes.applying(document)
        rule = self._rules(applying).get(code)
        if rule is None:
            return None
        message = filled(rule.message, values)
        return Diagnostic(rule.code, rule.name, rule.severity, message, span, "")

    def _rules(self, applying: tuple[int, ...]) -> dict[str, Rule]:
        """Return the rules that run on the texts of some scopes, by code."""
        if applying not in self._running:
            self._running[applying] = self.scopes.running(applying, self.rules)
        return self._running[applying]

    def _reading(self, document: Document) -> Reading:
        applying = self.scopes.applying(document)
        spoken = self.scopes.spoken(document, applying)
        return Reading(document, spoken, self._rules(applying), Roles(spoken))

    def _look(self, readings: list[Reading]) -> None:
        """Find out which checks can match the documents."""
        texts = [reading.document.encoded.data for reading in readings]
        threads = self.jobs if sum(map(len, texts)) >= _LONG else 1
        found = self._scan.all_candidates(texts, threads)
        for reading, candidates in zip(readings, found, strict=True):
            reading.candidates = candidates

    def _run(self, readings: list[Reading], *, residue: bool) -> None:
        """Run the checks of residue, or the others, on the documents that they can match."""
        waiting: defaultdict[int, list[Reading]] = defaultdict(list)
        for reading in readings:
            for index in reading.candidates:
                waiting[index].append(reading)
        indexes = [index for index in sorted(waiting) if (index in self._residue) == residue]
        size = sum(len(reading.document.text) for reading in readings)
        results = self._results(partial(self._found_by, waiting), indexes, size)
        for index, found in zip(indexes, results, strict=True):
            for reading, diagnostics in zip(waiting[index], found, strict=True):
                reading.found += diagnostics

    def _results(
        self, find: Callable[[int], list[list[Diagnostic]]], indexes: list[int], size: int
    ) -> Iterator[list[list[Diagnostic]]]:
        """Yield what each check finds; processes share those of texts of some size."""
        if self.jobs == 1 or size < _LONG or not forks():
            yield from map(find, indexes)
            return
        from newslint.dealing import found_together  # noqa: PLC0415 - most texts are short

        families = {index: self._checked[index].family for index in indexes}
        yield from found_together(find, families, self.jobs)

    def _found_by(self, waiting: Mapping[int, list[Reading]], index: int) -> list[list[Diagnostic]]:
        """Return what a check finds in each of the documents that wait for it."""
        check, code = self._check(index), self._checked[index].code
        found: list[list[Diagnostic]] = []
        for reading in waiting[index]:
            rule = reading.rules.get(code)
            if rule is None or (rule.languages and not _speaks(rule, reading.document)):
                found.append([])
            else:
                found.append(self._found(rule, check, reading, reading.candidates[index]))
        return found

    def _found(
        self, rule: Rule, check: Check, reading: Reading, triggers: Collection[int]
    ) -> list[Diagnostic]:
        try:
            matches = list(_matches(check, reading.document, triggers))
        except Exception as error:  # noqa: BLE001 - one broken check must not lose the others
            return self._failure(rule, error)
        return list(self._diagnostics(rule, matches, reading)) if matches else []

    def _diagnostics(
        self, rule: Rule, matches: list[Match], reading: Reading
    ) -> Iterator[Diagnostic]:
        for match in matches:
            if not self._accepts(rule, match.span, reading.document.text):
                found = stamped(rule, match, reading.document, reading.back)
                if found is not None and reading.roles.allow(rule, found.span):
                    yield found

    def _failure(self, rule: Rule, error: Exception) -> list[Diagnostic]:
        values = {"rule": rule.code, "error": f"{type(error).__name__}: {error}"}
        report = self.report(CHECK_FAILED, Span(0, 0), values)
        return [] if report is None else [report]

    def _accepts(self, rule: Rule, span: Span, text: str) -> bool:
        """Say whether a match is a word, or stands in one, that is configured to be right."""
        accepted = self.context.accepted
        if not accepted or rule.family in ("MRK", "EMB", "INS") or len(span) > _LONGEST_ACCEPTED:
            return False
        from newslint.knowledge.folding import plain  # noqa: PLC0415

        return plain(word_around(text, span)) in accepted or plain(span.of(text)) in accepted


def _matches(check: Check, document: Document, triggers: Collection[int]) -> Iterator[Match]:
    """Return what a check finds, which is told if only some of its triggers were found."""
    if triggers and hasattr(check, "find_triggered"):
        return cast("SelectiveCheck", check).find_triggered(document, triggers)
    return check.find(document)


def _speaks(rule: Rule, document: Document) -> bool:
    return document.spoken_language in rule.languages
