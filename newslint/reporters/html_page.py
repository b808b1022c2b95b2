"""The page of the HTML report: its frame, its counts and its filter."""

from __future__ import annotations

import base64
import hashlib
import html
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newslint.diagnostics import Severity
from newslint.reporters.base import Summary
from newslint.reporters.printable import printable

_HERE = Path(__file__).parent


@dataclass(slots=True)
class Counts:
    """How many diagnostics there are.

    Args:
        rules: of each rule, by its level, code and name.
    """

    rules: Counter[tuple[Severity, str, str]] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.rules.values())


def escaped(text: str) -> str:
    """Return a text as HTML for an element or an attribute in double quotes.

    >>> escaped("</script>##[a")
    '&lt;/script&gt;#&#35;[a'
    """
    return html.escape(printable(text)).replace("##[", "#&#35;[")


def page(rows: Iterable[str], shown: int, counts: Counts, summary: Summary) -> Iterator[str]:
    """Yield the page.

    Args:
        rows: the rows of the table of diagnostics.
        shown: how many they are.
        counts: how many diagnostics there are.
        summary: what the run found.
    """
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    script = (_HERE / "report.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>newslint report</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>newslint report</h1>\n<p>{escaped(summary.sentence())}</p>\n"
    )
    if counts.total:
        yield from _severities(counts)
        yield from _rules(counts)
        yield from _filter(counts)
        if shown < counts.total:
            yield (
                f"<p><strong>A sample of {shown:,} of the {counts.total:,} diagnostics</strong>, "
                "some of each rule; the formats json and jsonl hold them all.</p>\n"
            )
        yield _table("Diagnostics", "diagnostics", ["Level", "Rule", "Place", "What was found"])
        yield from rows
        yield "</tbody>\n</table>\n"
    yield "</main>\n"
    if counts.total:
        yield f"<script>{script}</script>\n"
    yield "</body>\n</html>\n"


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _severities(counts: Counts) -> Iterator[str]:
    levels: Counter[Severity] = Counter()
    for (severity, _, _), count in counts.rules.items():
        levels[severity] += count
    yield _table("By level", "levels", ["Level", "Diagnostics"])
    for severity in Severity:
        yield f"<tr><td>{level(severity)}</td><td>{levels[severity]:,}</td></tr>\n"
    yield "</tbody>\n</table>\n"


def _rules(counts: Counts) -> Iterator[str]:
    # It can be long: a reader may fold it away.
    yield "<details open>\n<summary>By rule</summary>\n"
    yield _table("", "rules", ["Level", "Rule", "Diagnostics"])
    order = sorted(counts.rules.items(), key=lambda item: (item[0][0].rank, -item[1], item[0]))
    for (severity, code, name), count in order:
        yield (
            f"<tr><td>{level(severity)}</td><td><code>{escaped(code)}</code> {escaped(name)}</td>"
            f"<td>{count:,}</td></tr>\n"
        )
    yield "</tbody>\n</table>\n</details>\n"


def _filter(counts: Counts) -> Iterator[str]:
    """Yield the form that the script shows."""
    codes = sorted({(code, name) for _, code, name in counts.rules})
    yield '<form id="filter" hidden>\n'
    yield '<label>Level <select name="severity">\n<option value="">all levels</option>\n'
    for severity in Severity:
        yield f'<option value="{severity}">{severity}</option>\n'
    yield '</select></label>\n<label>Rule <select name="rule">\n'
    yield '<option value="">all rules</option>\n'
    for code, name in codes:
        yield f'<option value="{escaped(code)}">{escaped(code)} {escaped(name)}</option>\n'
    yield '</select></label>\n<output id="shown"></output>\n</form>\n'


def _table(caption: str, name: str, columns: Iterable[str]) -> str:
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    title = f"<caption>{caption}</caption>\n" if caption else ""
    return f'<table id="{name}">\n{title}<thead><tr>{heads}</tr></thead>\n<tbody>\n'


def level(severity: Severity) -> str:
    """Return a severity as a word in its colour."""
    return f'<span class="{severity}">{severity}</span>'
