"""Kind `paragraph-end`: a paragraph that ends with a mark that ends no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span


@parameters
class ParagraphEnd:
    """A paragraph that ends with a mark that ends no sentence.

    What goes on in the next paragraph is right so: a list, a verse, an address, a
    quotation that the sentence leads up to, a sentence that a line break divides. The
    end of the text is where it was cut short.

    Args:
        mark: the mark, such as ``,``.
        becomes: what usually should stand there.
        min_words: how many words the paragraph must have.
        before_quotation: whether a following paragraph may begin with a quotation mark.
    """

    mark: str
    becomes: str
    min_words: int = 8
    before_quotation: bool = False

    def triggers(self) -> Triggers:
        """Return the mark at the end of a line."""
        return (rf"{re.escape(self.mark)}[ \t\x{{a0}}]*(?:\r|\n|\z)",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the mark that should stand there."""
        return frozenset({"becomes"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the marks at the ends of paragraphs, in order."""
        text = document.text
        parts = [paragraph.of(text) for paragraph in document.paragraphs]
        for number, (part, paragraph) in enumerate(zip(parts, document.paragraphs, strict=True)):
            if not part.endswith(self.mark) or len(part.split()) < self.min_words:
                continue
            before = parts[number - 1] if number else ""
            after = parts[number + 1] if number + 1 < len(parts) else ""
            if not before.endswith(self.mark) and self._begins_anew(after):
                span = Span(paragraph.end - len(self.mark), paragraph.end)
                yield Match(span, {"becomes": self.becomes}, (self.becomes,))

    def _begins_anew(self, after: str) -> bool:
        """Say whether the next paragraph begins a sentence of its own."""
        if not after:
            return False
        quoted = after[0] in "“\"«„‘'" and not self.before_quotation
        return (
            not quoted and after.lstrip("“\"«„‘'")[:1].isupper() and not after.endswith(self.mark)
        )


CHECK = ParagraphEnd
