"""One text and what is known about it."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import field as dataclass_field
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newslint.text import segments
from newslint.text.columns import Columns
from newslint.text.derived import Edit, OffsetMap, derive
from newslint.text.expressions import expression
from newslint.text.span import Span
from newslint.text.spans import Spans
from newslint.values import value

if TYPE_CHECKING:
    from newslint.text.dates import DateMention
    from newslint.text.encoded import EncodedText
    from newslint.text.lines import LineIndex

_DATE_LINES = 400
_ISO_DATE = expression(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NAMED_DATE = expression(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2}),? (\d{4})\b"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Record(NamedTuple):
    """Where in a file of records a document stands.

    Args:
        line: 1-based line of the record.
        id: the record's own name, if it has one.
    """

    line: int
    id: str | None


@value
class Origin:
    """The text that a document was taken out of.

    Args:
        text: the text of the file, or of the line of a record.
        mapped: makes the way back, when somebody first asks for a place.
        escape: makes a replacement fit to stand there, such as an entity for ``<``.
        shown: whether reports speak of places in that text, as for HTML, or in the
            document, as for the field of a record.
        line: 1-based line of the file that the text begins on.
    """

    text: str
    mapped: Callable[[], OffsetMap]
    escape: Callable[[str], str]
    shown: bool
    line: int = 1

    @cached_property
    def back(self) -> OffsetMap:
        """The way from the document's offsets to those of that text."""
        return self.mapped()


@value
class Document:
    """One text with its metadata and the way back to where it came from.

    Args:
        text: what the checks see.
        path: the file it was read from, or a name for it.
        record: the place within a file of records.
        field: the field of the record that holds the text.
        date: the day of publication given with the text.
        language: the language code given with the text.
        title: the headline given with the text.
        url: where the text was published.
        source: the name of who published it, as given with the text.
        source_text: what it is a translation of, where that is at hand.
        origin: the text that it was taken out of; None where it is the whole file.
        roles: what stretches of the text are, such as ``headline`` or ``caption``.
        memo: what checks that share work keep about this text.
    """

    text: str
    path: str | None = None
    record: Record | None = None
    field: str | None = None
    date: dt.date | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    source_text: str | None = None
    origin: Origin | None = None
    roles: tuple[tuple[Span, str], ...] = ()
    memo: dict[str, object] = dataclass_field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def encoded(self) -> EncodedText:
        """The text as UTF-8 bytes with the way back to code points."""
        from newslint.text.encoded import EncodedText  # noqa: PLC0415

        return EncodedText(self.text)

    def share(self, encoded: EncodedText) -> None:
        """Take the text, and its bytes, from who holds both already."""
        self.__dict__["encoded"] = encoded

    @cached_property
    def line_index(self) -> LineIndex:
        """Offsets to lines and columns."""
        from newslint.text.lines import line_index  # noqa: PLC0415

        return line_index(self.text)

    @cached_property
    def lines(self) -> Spans:
        """The lines that hold text."""
        return segments.lines(self.text)

    @cached_property
    def columns(self) -> Columns:
        """The words of the text, to be held against later ones all at once."""
        return Columns(self.text)

    @cached_property
    def paragraphs(self) -> Spans:
        """The paragraphs of the text."""
        return segments.paragraphs(self.text, self.lines)

    @cached_property
    def quotations(self) -> Spans:
        """The closed quotations of the text, marks included."""
        starts, ends = array("I"), array("I")
        for paragraph in self.paragraphs:
            for quotation in segments.quotations(self.text, paragraph):
                starts.append(quotation.start)
                ends.append(quotation.end)
        return Spans(starts, ends)

    def quoted(self, span: Span) -> bool:
        """Say whether a span overlaps a closed quotation."""
        following = bisect_left(self.quotations.starts, span.end)
        return following > 0 and self.quotations[following - 1].overlaps(span)

    def sentence(self, span: Span) -> str:
        """Return the sentence that a span lies in; empty outside all paragraphs."""
        from newslint.text import segments  # noqa: PLC0415

        following = bisect_left(self.paragraphs, span.end, key=lambda item: item.start)
        if not following or not self.paragraphs[following - 1].overlaps(span):
            return ""
        found = segments.sentence_at(self.text, self.paragraphs[following - 1], span)
        return found.of(self.text) if found else ""

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates of the text that name a day and a month."""
        from newslint.text.dates import dates  # noqa: PLC0415

        return list(dates(self.text, self.encoded))

    @cached_property
    def spoken_language(self) -> str | None:
        """The language given, else the one the text itself shows."""
        from newslint.text.language import language_of  # noqa: PLC0415

        return self.language or language_of(self.text)

    @cached_property
    def publication_date(self) -> dt.date | None:
        """The date given, else the one in the first lines, else None."""
        return self.date or _leading_date(self.text[:_DATE_LINES])

    def forget(self) -> None:
        """Drop what was worked out about the text; what is asked for again is worked out again."""
        self.memo.clear()
        kept = self.__dataclass_fields__.keys() | self._put_away
        for name in self.__dict__.keys() - kept:
            del self.__dict__[name]

    @property
    def _put_away(self) -> set[str]:
        """What stands for the text as long as that is not there."""
        return set() if "text" in self.__dict__ else {"encoded"}

    def put_away(self) -> None:
        """Forget, and keep the text as UTF-8 alone until it is asked for."""
        text = self.__dict__.get("text")
        # Who is the whole of a file with markup holds no text of its own.
        if text is not None and (self.origin is None or self.origin.text is not text):
            self.encoded.put_away()
            del self.__dict__["text"]
        # Documents share the index of their lines, which holds the text.
        from newslint.text.lines import line_index  # noqa: PLC0415 - most texts are short

        line_index.cache_clear()
        self.forget()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> str:
            """Return the text that was put away."""
            if name != "text" or "encoded" not in self.__dict__:
                raise AttributeError(f"a document has no {name!r}")
            text = self.__dict__["text"] = self.encoded.text
            return text

    @property
    def identity(self) -> str:
        """The path and the record, for fingerprints and messages."""
        record = "" if self.record is None else f"#{self.record.id or self.record.line}"
        return f"{self.path or '-'}{record}"

    def in_container(self, span: Span) -> Span:
        """Return where a span of the text stands in the text of the file, or of the record."""
        return span if self.origin is None else self.origin.back.to_original(span)

    def edited(self, edits: Iterable[Edit]) -> tuple[Document, OffsetMap]:
        """Return the document as it reads after edits, and the way back to this one.

        Raises:
            ValueError: if two edits overlap.
        """
        text, back = derive(self.text, edits)
        day = self.publication_date
        return replace(self, text=text, date=day, memo={}), back


def _leading_date(head: str) -> dt.date | None:
    """Return the first full date that is written in the head of a text."""
    found: list[tuple[int, tuple[int, int, int]]] = []
    if iso := _ISO_DATE.search(head):
        found.append((iso.start(), (int(iso[1]), int(iso[2]), int(iso[3]))))
    if named := _NAMED_DATE.search(head):
        month = _MONTHS.index(named[1]) + 1
        found.append((named.start(), (int(named[3]), month, int(named[2]))))
    for _, (year, month, day) in sorted(found):
        try:
            return dt.date(year, month, day)
        except ValueError:
            continue
    return None
