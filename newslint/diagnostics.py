"""What the linter reports: diagnostics with severity, fix and fingerprint."""

from __future__ import annotations

from enum import StrEnum

from newslint.text.derived import Edit
from newslint.text.span import Span
from newslint.values import value

__all__ = ["Applicability", "Diagnostic", "Edit", "Fix", "Severity", "fingerprint"]

_CONTEXT = 30


class Severity(StrEnum):
    """How bad a defect is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Position from worst (0) to mildest (2)."""
        return list(Severity).index(self)


class Applicability(StrEnum):
    """Who may apply a fix.

    ``safe`` changes no word and no fact, ``unsafe`` deletes or replaces words
    and is usually right, ``display`` needs a person or a fact.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@value
class Fix:
    """Edits that mend one defect.

    Args:
        title: what the fix does, in a few words.
        applicability: who may apply it.
        edits: non-overlapping edits of the document's text.
    """

    title: str
    applicability: Applicability
    edits: tuple[Edit, ...]


@value
class Diagnostic:
    """One defect found by one rule.

    Args:
        code: the rule's code.
        name: the rule's name.
        severity: how bad it is.
        message: what is wrong, for a person.
        span: code points of the document's text.
        text: what stands in the span.
        evidence: what speaks for the finding, a sentence each.
        fix: the edits that mend it, if any are known.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    text: str
    evidence: tuple[str, ...] = ()
    fix: Fix | None = None


def fingerprint(diagnostic: Diagnostic, text: str, identity: str, ordinal: int = 0) -> str:
    """Return a name for a diagnostic that survives edits elsewhere in the text.

    Args:
        diagnostic: the diagnostic to name.
        text: the document's text.
        identity: the path and record of the document.
        ordinal: how many equal diagnostics came before it.
    """
    import hashlib  # noqa: PLC0415 - only some reports name their diagnostics

    span = diagnostic.span
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    parts = [identity, diagnostic.code, diagnostic.text, before, after]
    key = "\0".join([*(" ".join(part.split()).casefold() for part in parts), str(ordinal)])
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
