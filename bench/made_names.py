"""People and places that nobody has heard of, by the hundred thousand."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

_ONSETS = "b br ch d dr f g gr h j k kr l m n p r s sh st t tr v vl y z".split()
_VOWELS = "a e i o u ai ei ou ya".split()
_CODAS = ["", "", "", "l", "m", "n", "r", "s", "k", "nd", "rt", "v"]


def made_words(seed: int = 1) -> Iterator[str]:
    """Yield words with a capital, no two of them the same, without an end.

    Args:
        seed: what they depend on.
    """
    # The words are no secret: they must only be the same in every run.
    chance = random.Random(seed)  # noqa: S311
    seen: set[str] = set()
    while True:
        syllables = chance.choice((2, 3, 3, 4))
        word = "".join(
            chance.choice(letters)
            for _ in range(syllables)
            for letters in (_ONSETS, _VOWELS, _CODAS)
        ).capitalize()
        if word not in seen:
            seen.add(word)
            yield word


def made_knowledge(count: int) -> dict[str, Any]:
    """Return a knowledge file as data: half of the names are people, half are places.

    Args:
        count: how many names.
    """
    words = made_words()
    people = {}
    for number in range(count // 2):
        given, family, variant, wrong = islice(words, 4)
        people[f"made-{number:06}"] = {
            "name": f"{given} {family}",
            "given": given,
            "family": family,
            "variants": [variant],
            "misspellings": [wrong],
        }
    places = []
    for number in range(count - len(people)):
        name, form, wrong = islice(words, 3)
        place = {"id": f"made-place-{number:06}", "kind": "place", "name": name}
        places.append({**place, "forms": [name, form], "misspellings": [wrong]})
    return {"people": people, "spelling": places}


def write_knowledge(path: Path, count: int) -> None:
    """Write a knowledge file.

    Args:
        path: the file.
        count: how many names it holds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # JSON is YAML, and needs no package.
    path.write_text(json.dumps(made_knowledge(count), indent=1), encoding="utf-8")
