"""Kind `mojibake`: text that was decoded with the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from newslint.checks.base import Match
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.derived import Edit
from newslint.text.span import Span

# What UTF-8 read as an 8-bit encoding cannot do without: ftfy, at 3 to 6 MB/s,
# reads only the lines that hold one of these.
_TRIGGER = (
    r"[\x{80}-\x{9f}ÂÃÄÅÎÏÐÑØÙâãäåæçèéêëìíîïðñòóÐРСГДВàáĂĹĘëĺ]"
    r"[^\x00-\x{7f}]"
)
_REACH = 240


@dataclass(frozen=True, kw_only=True)
class Mojibake:
    """Text that was decoded with the wrong encoding, as ftfy sees it.

    ftfy detects; the rule proposes one edit for each run that ftfy would change,
    and leaves quotation marks, widths and line ends alone.
    """

    def triggers(self) -> Triggers:
        """Return the pairs of characters that mojibake is made of."""
        return (_TRIGGER,)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: what the run should read."""
        return frozenset({"repaired"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the broken runs, in order."""
        from ftfy import fix_encoding  # noqa: PLC0415
        from ftfy.badness import is_bad  # noqa: PLC0415

        for line in document.lines:
            text = line.of(document.text)
            if text.isascii() or not is_bad(text):
                continue
            repaired = fix_encoding(text)
            if repaired == text:
                continue
            for start, end, replacement in _runs(text, repaired):
                span = Span(line.start + start, line.start + end)
                yield Match(
                    span,
                    {"repaired": replacement},
                    (replacement,),
                    edits=(Edit(span, replacement),),
                )


def _runs(text: str, repaired: str) -> Iterator[tuple[int, int, str]]:
    """Yield the changed runs as (start, end, replacement), runs close together as one."""
    matcher = SequenceMatcher(None, text, repaired, autojunk=False)
    run: list[int] | None = None
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if run is not None and i - run[1] <= 2:
            run[1], run[3] = j, m
        else:
            if run is not None:
                yield run[0], run[1], repaired[run[2] : run[3]]
            run = [i, j, k, m]
    if run is not None:
        yield run[0], run[1], repaired[run[2] : run[3]]


CHECK = Mojibake
