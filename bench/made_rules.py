"""Rules as a newsroom might add them, made by the thousand."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from math import prod
from pathlib import Path
from typing import Any

_FIRST = """amber annual autumn basic blended bonded brisk canvas carbon certified coastal copper
corner crimson double eastern evening extended federal folded formal frozen garden gentle granite
guarded harbour hidden inland ivory joint kitchen laminated lasting local maiden marble midland
mobile modest morning narrow northern outer painted paper patent polished portable preferred
private public quiet rapid regional""".split()
_SECOND = """anchor archive balance banner barrel basket bearing billing border bottle branch bridge
bucket bulletin cabin cargo carrier cellar channel charter circuit clearing client collar column
compass contract counter courier cradle customs delivery deposit docket engine escort exchange
ferry filter freight gallery gateway grain harvest hospital invoice journal junction kettle
ladder""".split()
_THIRD = """allowance appendix assembly audit bracket bureau calendar catalogue certificate chamber
checklist clause coupon cushion directory drawer dossier envelope estimate fixture folder footnote
formula framework gazette glossary guideline handbook heading index inquiry inspection itinerary
ledger listing locker mandate manual margin memo minute notice outline parcel pledge preview
protocol quota receipt register""".split()
_WORDS = (_FIRST, _SECOND, _THIRD)
_STEP = 7919
_EACH = 6
"""How many phrases a rule looks for."""

_BEFORE = "The vote was close.\n\n"
_AFTER = "\n\nMinisters left early."
_GOOD = "The council met on Monday and put off the vote."


def phrase(number: int) -> str:
    """Return a phrase of three words that stands for a number below 100,000 and for no other.

    >>> phrase(0), phrase(1)
    ('amber anchor allowance', 'mobile engine checklist')
    """
    rest = number * _STEP % prod(map(len, _WORDS))
    chosen = []
    for words in _WORDS:
        rest, index = divmod(rest, len(words))
        chosen.append(words[index])
    return " ".join(chosen)


def made_rule(number: int) -> dict[str, Any]:
    """Return a rule as the data of its file; the kinds take turns.

    Args:
        number: which one; each looks for phrases of its own.
    """
    phrases = [phrase(number * _EACH + offset) for offset in range(_EACH)]
    match, example = _KINDS[number % len(_KINDS)][1](phrases)
    return {
        "code": f"UZ{chr(ord('A') + number // 1000)}{number % 1000:03}",
        "name": f"made-rule-{number}",
        "kind": _KINDS[number % len(_KINDS)][0],
        "severity": "warning",
        "message": "not our style: {match}",
        "explanation": f"The house does not write this, says note {number} of the desk.",
        "languages": ["en"],
        "match": match,
        "examples": [example, {"good": _GOOD}],
    }


def write_rules(directory: Path, count: int) -> None:
    """Write some rules, each a file.

    Args:
        directory: where.
        count: how many.
    """
    directory.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        # JSON is YAML, and needs no package.
        rule = json.dumps(made_rule(number), ensure_ascii=False, indent=1)
        (directory / f"made-{number:05}.yaml").write_text(rule, encoding="utf-8")


_Made = tuple[Mapping[str, Any], Mapping[str, Any]]


def _listed(phrases: list[str]) -> _Made:
    return {"phrases": phrases}, _bad(f"They kept the {phrases[0]} open.", phrases[0])


def _replaced(phrases: list[str]) -> _Made:
    replace = {item: item.partition(" ")[2] for item in phrases}
    return {"replace": replace}, _bad(f"They kept the {phrases[0]} open.", phrases[0])


def _pattern(phrases: list[str]) -> _Made:
    regex = [rf"\b(?i:{item}s?) (?:no\.?|number) ?\d{{1,4}}\b" for item in phrases]
    found = f"{phrases[0]} number 12"
    return {"regex": regex, "unless-before": ["(?i)so-called "]}, _bad(
        f"The {found} is new.", found
    )


def _line(phrases: list[str]) -> _Made:
    regex = [f"(?:Order|Read|See) (?:our|the) {item}(?: today| now)?[:!.]?" for item in phrases]
    found = f"Order our {phrases[0]} today!"
    return {"regex": regex, "max-words": 12}, _bad(found, found)


def _bad(paragraph: str, found: str) -> dict[str, Any]:
    return {"bad": f"{_BEFORE}{paragraph}{_AFTER}", "at": [found]}


_KINDS: tuple[tuple[str, Callable[[list[str]], _Made]], ...] = (
    ("phrase-list", _listed),
    ("pattern", _pattern),
    ("phrase-list", _replaced),
    ("line", _line),
)
