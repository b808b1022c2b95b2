"""The file that `newslint init` writes: every key, with what it means and an example."""

from __future__ import annotations

from textwrap import fill, indent

from newslint.config.keys import Keys
from newslint.ruleset.described import arguments

EXAMPLES = {
    "extends": "extends: ../newslint-shared.yaml",
    "select": "select: [ALL]",
    "extend-select": "extend-select: [NAM106]",
    "ignore": "ignore: [INS110, doubled-word]",
    "per-file-ignores": (
        'per-file-ignores:\n  "transcripts/*.txt": [REP, SPC]\n  "*.jsonl": [INS104]'
    ),
    "per-source": (
        "per-source:\n"
        '  "*.bbc.co.uk":\n    ignore: [EMB302]\n    language: en\n'
        "  Ukrinform:\n    severity: {TRN: error}"
    ),
    "severity": "severity: {QUO: error, SPC302: info}",
    "fail-on": "fail-on: warning",
    "extend-safe-fixes": "extend-safe-fixes: [INS301]",
    "extend-unsafe-fixes": "extend-unsafe-fixes: [ENC101]",
    "rules": "rules: [our-rules]",
    "house-style": "house-style: guardian",
    "accept": "accept: [Zelenskyi, Kherson Oblast]",
    "knowledge": "knowledge: [our-people.yaml]",
    "language": "language: en",
    "fields": "fields: {text: body, id: url, date: published}",
    "include": 'include: ["*.txt", "*.jsonl"]',
    "exclude": "exclude: [archive/, drafts/]",
    "baseline": "baseline: newslint-baseline.json",
    "cache-dir": "cache-dir: .newslint_cache",
}
"""An example of each key, as YAML."""

_HEAD = """\
# The configuration of newslint. Every key is here with an example: take the mark of the
# comment away from those that you need. Paths and globs are relative to this file.
# `newslint config show` prints what holds and where it comes from.
"""


def starter() -> str:
    """Return the file: nothing in it is set, so that it changes nothing yet."""
    described = arguments(Keys)
    parts = [_HEAD]
    for key, example in EXAMPLES.items():
        text = described[key.replace("-", "_")]
        about = fill(text[0].upper() + text[1:], 88)
        parts.append(f"{indent(about, '# ')}\n{indent(example, '#')}\n")
    return "\n".join(parts)
