"""Kind `paragraph-end`: a paragraph that ends with a mark that ends no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.span import Span

_QUOTED = "“\"«„‘'"


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
        text, paragraphs = document.text, document.paragraphs
        bounds = zip(paragraphs.starts, paragraphs.ends, strict=True)
        marked = [text.endswith(self.mark, start, end) for start, end in bounds]
        for number, following in enumerate(range(1, len(marked))):
            if not marked[number] or (number and marked[number - 1]) or marked[following]:
                continue
            paragraph = paragraphs[number]
            long = len(paragraph.of(text).split(None, self.min_words)) >= self.min_words
            if long and self._begins_anew(text, paragraphs[following]):
                span = Span(paragraph.end - len(self.mark), paragraph.end)
                yield Match(span, {"becomes": self.becomes}, (self.becomes,))

    def _begins_anew(self, text: str, after: Span) -> bool:
        """Say whether the next paragraph begins a sentence of its own."""
        place = after.start
        while place < after.end and text[place] in _QUOTED:
            place += 1
        quoted = place > after.start and not self.before_quotation
        return not quoted and place < after.end and text[place].isupper()


CHECK = ParagraphEnd
