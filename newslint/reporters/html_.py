"""Format `html`: one static page that a browser shows and filters without a network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newslint.diagnostics import Diagnostic, Severity
from newslint.document import Document
from newslint.reporters.base import Reporter, Summary
from newslint.reporters.concise import place
from newslint.reporters.excerpt import excerpt
from newslint.reporters.html_page import Counts, escaped, level, page
from newslint.text.expressions import expression

MOST = 5_000
"""How many diagnostics a page shows; of more, it shows a sample."""

_OF_A_RULE = 50
_WIDTH = 160
_LANGUAGE = expression(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


class Html(Reporter):
    """A page with counts by level and rule, a filter, and highlighted excerpts."""

    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return the rule and a row of the table for each diagnostic, as JSON."""
        return [
            json.dumps([item.severity, item.code, item.name, _row(document, item)])
            for item in diagnostics
        ]

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:
        """Yield the page."""
        counts = Counts()
        sample = _Sample()
        for part in parts:
            severity, code, name, row = json.loads(part)
            counts.rules[Severity(severity), code, name] += 1
            sample.add(code, row)
        rows = sample.rows()
        yield from page(rows, len(rows), counts, summary)


@dataclass(slots=True)
class _Sample:
    """Rows as they come: the first ones, and some of each rule."""

    first: list[str] = field(default_factory=list)
    by_rule: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    seen: int = 0

    def add(self, code: str, row: str) -> None:
        if len(self.first) < MOST:
            self.first.append(row)
        same = self.by_rule.setdefault(code, [])
        if len(same) < _OF_A_RULE:
            same.append((self.seen, row))
        self.seen += 1

    def rows(self) -> list[str]:
        """Return all rows, or the same number of each rule if they are too many."""
        if self.seen <= MOST:
            return self.first
        each = max(1, min(_OF_A_RULE, MOST // len(self.by_rule)))
        chosen = sorted(pair for same in self.by_rule.values() for pair in same[:each])
        return [row for _, row in chosen[:MOST]]


def _row(document: Document, item: Diagnostic) -> str:
    paragraphs = [f"<p>{escaped(item.message)}</p>"]
    if document.text:
        paragraphs.append(_excerpt(document, item))
    paragraphs += [f'<p class="note">{escaped(sentence)}</p>' for sentence in item.evidence]
    if item.fix is not None:
        fix = f"Fix ({item.fix.applicability}): {item.fix.title}"
        paragraphs.append(f'<p class="note">{escaped(fix)}</p>')
    return (
        f'<tr data-rule="{escaped(item.code)}" data-severity="{item.severity}">'
        f"<td>{level(item.severity)}</td>"
        f"<td><code>{escaped(item.code)}</code> {escaped(item.name)}</td>"
        f'<td class="place"><bdi>{escaped(place(document, item))}</bdi></td>'
        f"<td>{''.join(paragraphs)}</td></tr>\n"
    )


def _excerpt(document: Document, item: Diagnostic) -> str:
    shown = excerpt(document, item.span, _WIDTH)
    # Empty is what HTML calls unknown: the page's own language is not the text's.
    language = document.language or ""
    language = language if _LANGUAGE.fullmatch(language) else ""
    before, marked, after = map(escaped, (shown.before, shown.marked, shown.after))
    return (
        f'<p class="excerpt" lang="{language}" dir="auto">{before}<mark>{marked}</mark>{after}</p>'
    )


REPORTER = Html
