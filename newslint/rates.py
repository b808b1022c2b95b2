"""How often each rule fires on a corpus."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.text.span import Span

_CONTEXT = 40


@dataclass(slots=True)
class Rates:
    """Hits of each rule, counted document by document.

    Args:
        corpus: what the corpus is, for people.
        samples_kept: how many contexts are kept for each rule.
    """

    corpus: str = ""
    samples_kept: int = 0
    documents: int = 0
    words: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    documents_hit: Counter[str] = field(default_factory=Counter)
    samples: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, document: Document, diagnostics: Iterable[Diagnostic]) -> None:
        """Count the diagnostics of one more document."""
        self.documents += 1
        self.words += len(document.text.split())
        found = list(diagnostics)
        self.hits.update(item.code for item in found)
        self.documents_hit.update({item.code for item in found})
        for item in found:
            if len(self.samples[item.code]) < self.samples_kept:
                self.samples[item.code].append(context(document.text, item.span))

    def include(self, other: Rates) -> None:
        """Add the counts of the documents that come next."""
        self.documents += other.documents
        self.words += other.words
        self.hits += other.hits
        self.documents_hit += other.documents_hit
        for code, samples in other.samples.items():
            kept = self.samples[code]
            kept += samples[: self.samples_kept - len(kept)]

    def per_100k_words(self, code: str) -> float:
        """Return the hits of a rule per 100,000 words."""
        return 1e5 * self.hits[code] / self.words if self.words else 0.0

    def plain(self) -> dict[str, Any]:
        """Return the counts as plain data."""
        return {
            "corpus": self.corpus,
            "documents": self.documents,
            "words": self.words,
            "hits": dict(sorted(self.hits.items())),
            "documents_hit": dict(sorted(self.documents_hit.items())),
        }


def read_rates(path: Path) -> Rates:
    """Read counts that were written as JSON.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it holds no such counts.
    """
    plain = json.loads(path.read_text(encoding="utf-8"))
    return Rates(
        corpus=plain["corpus"],
        documents=plain["documents"],
        words=plain["words"],
        hits=Counter(plain["hits"]),
        documents_hit=Counter(plain["documents_hit"]),
    )


def context(text: str, span: Span) -> str:
    """Return a span with what stands around it, on one line.

    >>> context("He left. See also: Ten", Span(9, 22))
    'He left. ⟦See also: Ten⟧'
    """
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    marked = span.of(text)
    if len(marked) > 3 * _CONTEXT:
        marked = f"{marked[:_CONTEXT]} … {marked[-_CONTEXT:]}"
    return f"{before}⟦{marked}⟧{after}".replace("\r", "").replace("\n", "⏎")
