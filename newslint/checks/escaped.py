"""Kind `escaped`: characters written in an escape that was never undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from newslint.checks.base import Match, parameters
from newslint.checks.guards import Guards
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.edits import deletion
from newslint.text.escapes import ESCAPES, decoded
from newslint.text.regex import compiled
from newslint.text.span import Span


@parameters
class Escaped(Guards):
    """Characters written in an escape that was never undone.

    Only escapes that stand for something are matches: ``AT&T;`` is none. The edit is
    what they stand for, a space beside a space left out.

    Args:
        notation: how the characters are escaped.
    """

    notation: Literal[
        "html", "html-twice", "bare-html", "source", "line-end", "percent", "quoted-printable"
    ]

    def triggers(self) -> Triggers:
        """Return the pattern of the notation."""
        self.compile_guards()
        return (ESCAPES[self.notation],)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: what the escape stands for."""
        return frozenset({"decoded"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the escapes, in order."""
        encoded = document.encoded
        for match in compiled(ESCAPES[self.notation]).finditer(encoded.data):
            span = encoded.span(*match.span())
            good = decoded(self.notation, span.of(document.text))
            if good is not None and self.allow(encoded, *match.span()):
                good = _fitted(document.text, span, good)
                edits = (Edit(span, good),) if good else deletion(document.text, span)
                yield Match(span, {"decoded": good}, edits=edits)


def _fitted(text: str, span: Span, good: str) -> str:
    """Return what an escape stands for; a space or line end beside one of its kind is none."""
    if not good.isspace():
        return good
    beside = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    if "\n" in good:
        return "" if beside[0] in "\r\n" or beside[1] in "\r\n" else good
    return "" if "" in beside or any(map(str.isspace, beside)) else " "


CHECK = Escaped
