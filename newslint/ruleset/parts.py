"""Named parts of patterns, which the rules of a folder share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newslint.ruleset.model import NAME, RuleError
from newslint.ruleset.suggest import did_you_mean
from newslint.ruleset.yaml_lines import read_source, read_yaml
from newslint.text.expressions import expression
from newslint.text.regex import uncached

PARTS_FILE = "parts.yaml"
"""The file of a folder of rules that holds their parts, and no rule."""

_REFERENCE = expression(r"\{\{([a-z][a-z0-9-]*)\}\}")
_LONGEST = 20_000
"""How many characters a pattern has at most once it is filled in: parts of parts could double
with every line. The longest of the bundled ones has 6,000."""


class Parts(NamedTuple):
    """Parts of patterns by name.

    Args:
        patterns: the pattern of each, itself filled in.
    """

    patterns: Mapping[str, str]

    def filled(self, text: str) -> str:
        r"""Return a pattern in which each `{{name}}` is the part of that name, as one group.

        Braces that stand for themselves are written `\{\{name}}`.

        Raises:
            ValueError: if there is no part of a name, or the pattern grows beyond all measure.

        >>> Parts({"wire": "AP|AFP"}).filled("Photo: {{wire}}")
        'Photo: (?:AP|AFP)'
        """
        names = _REFERENCE.findall(text)
        for name in names:
            if name not in self.patterns:
                nearest = did_you_mean(name, self.patterns) if self.patterns else ""
                raise ValueError(f"“{{{{{name}}}}}” is no part that is defined above. {nearest}")
        if names and len(text) + sum(len(self.patterns[name]) for name in names) > _LONGEST:
            raise ValueError(
                f"with its parts the pattern is longer than {_LONGEST:,} characters; split it."
            )
        return _REFERENCE.sub(lambda reference: f"(?:{self.patterns[reference[1]]})", text)


def parts_of(folder: Path) -> Parts | None:
    """Return the parts that the rules in a folder share; None if it has no file of them.

    Each part is an RE2 pattern or a list of alternatives, and can use those above it.

    Raises:
        RuleError: if the file is unreadable or a part of it cannot be used.
    """
    path = folder / PARTS_FILE
    if not path.is_file():
        return None
    value, lines = read_yaml(read_source(path), str(path))
    if not isinstance(value, dict):
        raise RuleError("a file of parts holds one mapping of names to patterns.", f"{path}:1")
    patterns: dict[str, str] = {}
    for key, written in value.items():
        name = str(key)
        try:
            patterns[name] = _part(name, written, Parts(patterns))
        except ValueError as error:
            raise RuleError(
                f"the part “{name}”: {error}", f"{path}:{lines.get(name, 1)}"
            ) from error
    return Parts(patterns)


def _part(name: str, written: Any, above: Parts) -> str:  # noqa: ANN401 - whatever YAML holds
    """Return a part as a pattern, if it is one.

    Raises:
        ValueError: if it is none.
    """
    if not NAME.fullmatch(name) or not name[0].isalpha():
        problem = "a name is lower-case words with hyphens, quoted where YAML takes it for a value."
        raise ValueError(problem)
    alternatives = written if isinstance(written, list) else [written]
    if not alternatives or not all(isinstance(item, str) and item for item in alternatives):
        raise ValueError("a part is a pattern or a list of patterns; put it in quotation marks.")
    pattern = above.filled("|".join(alternatives))
    uncached(pattern)
    return pattern
