"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, fields
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, cast
from zlib import crc32

from newslint.diagnostics import Applicability, Severity
from newslint.text.expressions import expression
from newslint.values import value

CODE = expression(r"[A-Z]{3}[0-9]{3}")
NAME = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*")

FAMILIES = {
    "MRK": "markup residue",
    "EMB": "embed and media residue",
    "INS": "inserts and boilerplate",
    "ENC": "characters",
    "QUO": "quotes and brackets",
    "SPC": "spacing and stops",
    "NAM": "names",
    "OFF": "offices",
    "TRN": "translation",
    "NUM": "numbers and dates",
    "REP": "repetition",
    "XSR": "cross-source",
    "NWL": "newslint itself",
}
"""The families of rules by the letters of their codes; plug-ins may add their own."""

RESIDUE = frozenset({"MRK", "EMB", "INS", "ENC"})
"""Families whose findings are no prose: the other rules read the text without them."""

ROLES = ("headline", "byline", "dateline", "caption", "credit", "quote", "body")
"""What a stretch of a text can be."""

REPORTED_BY_NEWSLINT = "newslint"
"""The kind of rules that no check parameterises: newslint itself reports them."""


class RuleError(ValueError):
    """A rule that cannot be used.

    Args:
        problem: what is wrong and what to do, as a sentence.
        place: ``file:line`` of the rule.
    """

    def __init__(self, problem: str, place: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.problem = problem
        self.place = place


class Marked(NamedTuple):
    """A string that an example's diagnostic must cover.

    Args:
        text: the string.
        nth: which of its occurrences, from 1.
    """

    text: str
    nth: int = 1


class Example(NamedTuple):
    """A text with what the rule must say about it.

    Args:
        text: the example.
        bad: whether the rule must fire.
        at: what it must mark, in order.
        fixed: the text after the rule's fixes, where it has any.
        expect_miss: a known miss or false alarm, kept to be watched.
        reason: why a known miss is accepted.
        fields: document fields: date, language, title, source (the text it translates).
    """

    text: str
    bad: bool
    at: tuple[Marked, ...]
    fixed: str | None
    expect_miss: bool
    reason: str | None
    fields: Mapping[str, str]


class FixTemplate(NamedTuple):
    """How a rule's matches are mended.

    Args:
        applicability: who may apply the fix.
        title: what it does, with placeholders.
        replace: the replacement, with placeholders; None to take the check's own.
        delete: what to take out, instead of a replacement: ``span``, ``line`` or ``paragraph``.
    """

    applicability: Applicability
    title: str
    replace: str | None = None
    delete: str | None = None


class _Kept:
    """A frozen value of which some fields are filled in when one of them is first asked for.

    To read the examples of all rules takes longer than to lint a text.
    """

    _rest: ClassVar[Callable[[], Mapping[str, Any]]]

    @classmethod
    def kept(cls, known: Iterable[tuple[str, Any]], rest: Callable[[], Mapping[str, Any]]) -> Self:
        """Return a value that was kept.

        Args:
            known: the fields that are at hand.
            rest: returns the others.
        """
        made = object.__new__(cls)
        made.__dict__.update(known, _rest=rest)
        return made

    def __getstate__(self) -> dict[str, Any]:
        return {item.name: getattr(self, item.name) for item in fields(cast("Any", self))}

    if not TYPE_CHECKING:  # a type checker is to know the fields, and no others

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401
            if name.startswith("_"):
                raise AttributeError(name)
            self.__dict__.update(self._rest())
            return object.__getattribute__(self, name)


@value
class Rule(_Kept):
    """A rule: the parameters of a check and what to say about its matches.

    Args:
        code: three letters of the family and three digits.
        name: the defect, in kebab case.
        kind: the check that the rule parameterises.
        severity: how bad a match is.
        message: one sentence with placeholders.
        explanation: why it matters and what is deliberately not reported.
        match: the parameters of the check.
        languages: language codes the rule is for; empty for every language.
        roles: what a match must lie in; empty for anywhere.
        not_roles: what a match must not lie in.
        fix: how to mend a match.
        examples: texts with what the rule must say.
        references: sources, by title or address.
        place: ``file:line`` the rule was read from.
        lines: 1-based line of each of its keys, for messages.
        kept_fingerprint: its `fingerprint`, as it was kept; 0 where it was not.
    """

    code: str
    name: str
    kind: str
    severity: Severity
    message: str
    explanation: str
    match: Mapping[str, Any]
    languages: frozenset[str] = frozenset()
    roles: tuple[str, ...] = ()
    not_roles: tuple[str, ...] = ()
    fix: FixTemplate | None = None
    examples: tuple[Example, ...] = ()
    references: tuple[str, ...] = ()
    place: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    kept_fingerprint: int = field(default=0, compare=False)

    @property
    def fingerprint(self) -> int:
        """What changes with what the rule makes its check of, and with its templates."""
        if self.kept_fingerprint:
            return self.kept_fingerprint
        made_of = repr((self.kind, self.match, self.message, self.fix))
        return crc32(made_of.encode("utf-8", "surrogatepass"))

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code[:3]

    def error(self, problem: str, key: str = "") -> RuleError:
        """Return an error about this rule that names the line of one of its keys.

        Args:
            problem: what is wrong and what to do, as a sentence.
            key: the key as a dotted path, such as ``match.regex``.
        """
        path, _, first = self.place.rpartition(":")
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return RuleError(f"{self.code}: {problem}", f"{path}:{self.lines.get(key, first)}")
