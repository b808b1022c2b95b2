"""What a reporter is, and how one is found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

from newslint.diagnostics import Applicability, Diagnostic, Severity
from newslint.document import Document
from newslint.modules import modules_of
from newslint.ruleset.model import Rule

_SHARED = frozenset(
    "base excerpt file_places github_summary html_page json_text placing plain_data printable "
    "sarif_rules xml_text".split()
)


class Style(NamedTuple):
    """How a report looks.

    Args:
        color: whether colours are used.
        width: columns of the terminal.
        only_new: whether what a baseline holds is left out.
    """

    color: bool = False
    width: int = 100
    only_new: bool = False


@dataclass(slots=True)
class Summary:
    """What a run found, counted while it goes on.

    Args:
        documents: how many texts were read.
        severities: how many diagnostics there are of each severity.
        fixable: how many of them have a fix of each applicability.
        fixed: how many fixes were applied.
    """

    documents: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    fixable: Counter[Applicability] = field(default_factory=Counter)
    fixed: int = 0

    def add(self, diagnostics: Iterable[Diagnostic], documents: int = 1) -> None:
        """Count diagnostics.

        Args:
            diagnostics: the diagnostics.
            documents: how many texts they are about.
        """
        self.documents += documents
        for diagnostic in diagnostics:
            self.severities[diagnostic.severity] += 1
            if diagnostic.fix is not None:
                self.fixable[diagnostic.fix.applicability] += 1

    def include(self, other: Summary) -> None:
        """Add the counts of another part of the run."""
        self.documents += other.documents
        self.severities += other.severities
        self.fixable += other.fixable
        self.fixed += other.fixed

    def sentence(self, fixes: str = "applied") -> str:
        """Return the counts as one line for a person.

        Args:
            fixes: what was done with the fixes.
        """
        total = sum(self.severities.values())
        counts = ", ".join(
            plural(self.severities[severity], severity.value)
            for severity in Severity
            if self.severities[severity]
        )
        parts = [f"{plural(self.documents, 'text')} read"]
        parts.append(f"{plural(total, 'diagnostic')} ({counts})" if total else "nothing found")
        if self.fixed:
            parts.append(f"{plural(self.fixed, 'fix', 'fixes')} {fixes}")
        fixable = [
            f"{self.fixable[kind]:,} {how}" for kind, how in _HOW.items() if self.fixable[kind]
        ]
        if fixable:
            parts.append(f"fixable: {', '.join(fixable)}")
        return "; ".join(parts) + "."


_HOW = {
    Applicability.SAFE: "with --fix",
    Applicability.UNSAFE: "more with --unsafe-fixes",
    Applicability.DISPLAY: "by hand",
}


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun.

    >>> plural(1, "text"), plural(2, "fix", "fixes"), plural(3, "info")
    ('1 text', '2 fixes', '3 infos')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


class Reporter(ABC):
    """A report format.

    `render` runs beside the linter, perhaps in another process; `assemble` puts
    the parts of all documents together.

    Args:
        style: how a report for people looks.
        rules: the rules that run, for the formats that describe them.
    """

    def __init__(self, style: Style, rules: Sequence[Rule] = ()) -> None:
        self.style = style
        self.rules = tuple(rules)

    @abstractmethod
    def render(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Return the parts of the report about one document."""

    def assemble(self, parts: Iterable[str], summary: Summary) -> Iterator[str]:  # noqa: ARG002 - some count
        """Yield the report; the summary is complete once the parts are used up."""
        yield from parts


def formats() -> list[str]:
    """Return the names of the report formats."""
    return sorted(_modules())


def reporter_of(name: str, style: Style, rules: Sequence[Rule] = ()) -> Reporter:
    """Return the reporter of a format.

    Args:
        name: one of `formats()`.
        style: how a report for people looks.
        rules: the rules that run.
    """
    module = import_module(f"newslint.reporters.{_modules()[name]}")
    return cast("Reporter", module.REPORTER(style, rules))


def _modules() -> dict[str, str]:
    """Return the module of each format: a name of the standard library ends in an underscore."""
    names = modules_of(str(Path(__file__).parent), but=_SHARED)
    return {name.removesuffix("_"): name for name in names}
