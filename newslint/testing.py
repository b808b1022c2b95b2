"""A rule's own examples, run: the same for our tests and for rule authors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from newslint.diagnostics import Applicability, Diagnostic
from newslint.document import Document
from newslint.fixer import SAFE_AND_UNSAFE, fix_document
from newslint.linter import CHECK_FAILED, Linter
from newslint.ruleset.model import REPORTED_BY_NEWSLINT, Example, Rule
from newslint.text.derived import apply_edits
from newslint.text.span import Span


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not come out as the rule says.

    Args:
        rule: the rule.
        example: number of the example, from 1.
        problem: what came out instead.
    """

    rule: Rule
    example: int
    problem: str

    def __str__(self) -> str:
        path, _, line = self.rule.place.rpartition(":")
        line = str(self.rule.lines.get(f"examples.{self.example - 1}", line))
        return f"{path}:{line}: {self.rule.code} example {self.example}: {self.problem}"


def run_examples(rules: Sequence[Rule], every: Iterable[Rule] | None = None) -> Iterator[Failure]:
    """Yield the examples of rules that fail.

    Every `bad` must be found at the marked spans and nowhere else, its fixes must
    give `fixed`, and every `good` must be silent for every rule.

    Args:
        rules: the rules whose examples are run.
        every: the rules that must be silent on a good example; those of `rules` by default.
    """
    everything = tuple(rules if every is None else every)
    silent = Linter(everything)
    failed = [rule for rule in everything if rule.code == CHECK_FAILED]
    for rule in rules:
        if rule.kind == REPORTED_BY_NEWSLINT:
            continue
        kinds = {example.bad for example in rule.examples}
        if kinds != {True, False}:
            yield Failure(rule, 1, "a rule needs at least one bad and one good example")
        if rule.fix and not any(example.fixed is not None for example in rule.examples):
            yield Failure(rule, 1, "a rule with a fix needs an example with “fixed”")
        alone = Linter([rule, *failed])
        for number, example in enumerate(rule.examples, 1):
            problem = _problem(rule, example, alone, silent)
            if example.expect_miss and problem is None:
                yield Failure(rule, number, "is marked “expect: miss” and passes; drop the mark")
            elif problem is not None and not example.expect_miss:
                yield Failure(rule, number, problem)


def _problem(rule: Rule, example: Example, alone: Linter, silent: Linter) -> str | None:
    document = _document(example)
    if not example.bad:
        found = silent.lint(document)
        return _listing("should be silent, but", found) if found else None
    found = alone.lint(document)
    expected = _expected(example)
    if isinstance(expected, str):
        return expected
    if [item.span for item in found] != expected:
        marked = [span.of(example.text) for span in expected]
        return _listing(f"should mark {marked}, but", found)
    if example.fixed is not None:
        return _wrong_fix(rule, example, alone, document, found)
    return None


def _expected(example: Example) -> list[Span] | str:
    """Return the spans that an example marks, or what is wrong with its marks."""
    spans: list[Span] = []
    after = 0
    for mark in example.at:
        start = after if mark.nth == 1 else 0
        for _ in range(mark.nth):
            start = example.text.find(mark.text, start) + 1
            if start == 0:
                return f"“at” names {mark.text!r}, which the example does not hold in this order"
        spans.append(Span(start - 1, start - 1 + len(mark.text)))
        after = spans[-1].end
    return spans or "a bad example needs “at”: what the rule marks"


def _wrong_fix(
    rule: Rule, example: Example, alone: Linter, document: Document, found: list[Diagnostic]
) -> str | None:
    if any(item.fix and item.fix.applicability is Applicability.DISPLAY for item in found):
        edits = [edit for item in found if item.fix for edit in item.fix.edits]
        text = apply_edits(document.text, edits)
    else:
        text = fix_document(document, alone.lint, SAFE_AND_UNSAFE).document.text
    if text != example.fixed:
        return f"the fixes of {rule.code} give {text!r}, not {example.fixed!r}"
    return None


def _document(example: Example) -> Document:
    day = example.fields.get("date")
    return Document(
        text=example.text,
        date=date.fromisoformat(day) if day else None,
        language=example.fields.get("language", "en"),
        title=example.fields.get("title"),
        source_text=example.fields.get("source"),
    )


def _listing(start: str, found: Sequence[Diagnostic]) -> str:
    marks = ", ".join(f"{item.code} marks {item.text!r}" for item in found) or "nothing is marked"
    return f"{start} {marks}"
