"""Markdown: the prose of its blocks, the marks left in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.document import Document, Origin
from newslint.sources.base import Container, Fields, Input, Loaded, Note, whole_file
from newslint.sources.markup.front_matter import front_matter
from newslint.sources.markup.markdown_edits import Marked, marked_map
from newslint.sources.markup.prose import Prose
from newslint.text.comments import markdown_comments
from newslint.text.expressions import expression
from newslint.text.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

    from newslint.sources.markup.markdown_inline import Part

SUFFIXES = (".md", ".markdown")


_LINE = expression(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_LINE_END = "\r\n"
_BLANK_LINES = expression(r"(?>\r\n|\n|\r){2,}")
_ATX = expression(r"[ \t]*#{1,6}(?:[ \t]+|$)")
_MARKS = expression(r"[\\`*_\[\]<&~|]")
# What may stand before a block on its first line: marks of quotations and lists.
_BEFORE_BLOCK = expression(r"(?:[ \t]*+(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*+[ \t]*+")
_PIPE = expression(r"(?<!\\)\|")
# What the parser takes off both ends of a block.
_WHITE = (
    " \t\n\x0b\x0c\r\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
_ROLES = {"heading_open": "headline", "blockquote_open": "quote"}


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - a text has none
    """Yield the one container of a file."""
    return whole_file(source, lambda text: [parse(text, source.name)], comments=markdown_comments)


def parse(text: str, path: str) -> Loaded:
    """Return the document of a Markdown text.

    Args:
        text: the content of the file.
        path: what messages call it.
    """
    from newslint.sources.markup.markdown_inline import blocks  # noqa: PLC0415 - only for Markdown

    head = front_matter(text)
    writer = _Writer(text, head.end)
    for token in blocks(text[head.end :]):
        writer.see(token)
    prose, back, roles = writer.prose.finish(kind=marked_map(text, writer.marked, writer.labels))
    document = Document(
        text=prose,
        path=path,
        date=head.day,
        language=head.language,
        title=head.title,
        origin=Origin(text, lambda: back, _escape, shown=True),
        roles=roles,
    )
    notes = (Note("NWL110", {"path": path, "reason": head.problem}),) if head.problem else ()
    return Loaded(document, notes)


def _escape(part: str) -> str:
    return _MARKS.sub(r"\\\g<0>", part)


class _Writer:
    """Writes the prose of a text while its blocks go by."""

    def __init__(self, text: str, start: int) -> None:
        self.prose = Prose(text)
        self.marked: list[Marked] = []
        self.labels: list[Span] = []
        self._text = text
        self._lines = [Span(*match.span()) for match in _LINE.finditer(text, start)]
        self._open: list[tuple[str, int]] = []
        self._heading = ""
        self._cell = (-1, -1)

    def see(self, token: Token) -> None:
        """Take the next token of a block."""
        if token.type == "heading_open":
            self._heading = token.markup
        if token.type in _ROLES:
            self._open.append((_ROLES[token.type], len(self.prose)))
        elif token.type in ("heading_close", "blockquote_close"):
            role, first = self._open.pop()
            self.prose.role(first, role)
            self._heading = ""
        elif token.type == "tr_open" and token.map:
            self._cell = (token.map[0], -1)
        elif token.type in ("th_open", "td_open"):
            self._cell = (self._cell[0], self._cell[1] + 1)
        elif token.type == "table_close":
            self._cell = (-1, -1)
        elif token.type == "inline" and token.map and token.content:
            self._write(token, self._places(token, token.map))

    def _write(self, token: Token, places: list[tuple[int, int]]) -> None:
        """Write the texts of a block.

        Args:
            token: the block.
            places: where stretches of its content begin, there and in the file.
        """
        from newslint.sources.markup.markdown_inline import parts  # noqa: PLC0415

        children = token.children or []
        self._note_marks(token.content, children, places)
        said = list(parts(token.content, children))
        spoken = any(part.text.strip() and not part.image for part in said)
        first = len(self.prose)
        begin = True
        done = 0
        for part in said:
            if part.image and spoken:
                continue  # a description would interrupt the sentence around it
            if part.start > done and part.text[0] == " " and self.prose.text_before == " ":
                part.text, part.start = part.text[1:], part.start + 1
            done = part.end
            if begin and part.text.strip():
                self._part(_place(places, part.start))
                begin = False
            for text, place in _stretches(part, places):
                self._say(text, place)
        if not spoken:
            self.prose.role(first, "caption")

    def _say(self, text: str, place: Span) -> None:
        # The parser replaces NUL.
        stands = text == place.of(self._text).replace("\0", "\ufffd")
        if text == "\n":
            self.prose.end_line()
        elif text == " " and not stands:
            self.prose.space(place)
        elif stands:
            self.prose.copy(place.start, place.end)
        else:
            self.prose.write(text, place)

    def _note_marks(
        self, content: str, children: list[Token], places: list[tuple[int, int]]
    ) -> None:
        from newslint.sources.markup.markdown_inline import labels, marks  # noqa: PLC0415

        for pair in marks(children):
            outer, inner, end, outer_end = (_place(places, offset) for offset in pair)
            self.marked.append(Marked(Span(inner, end), Span(outer, outer_end)))
        for start, end in labels(content, children):
            self.labels.append(Span(_place(places, start), _place(places, end)))

    def _part(self, start: int) -> None:
        """Part a block from what stands before it, by the blank lines between where they do."""
        done = self.prose.place
        if done is not None and _BLANK_LINES.fullmatch(self._text, done, start):
            self.prose.copy(done, start)
        else:
            self.prose.end_block()

    def _places(self, token: Token, lines: Sequence[int]) -> list[tuple[int, int]]:
        """Return where the lines of a block's content begin, there and in the file.

        What a content line lacks of its source line stands before it, such as the
        mark of a quotation; only a heading, and a cell of a table, end early.
        """
        if self._cell[0] >= 0:
            return self._cell_places()
        places: list[tuple[int, int]] = []
        offset = 0
        content = token.content.split("\n")
        first = lines[0]
        while first < lines[1] - 1 and self._white(self._lines[first]):
            first += 1
        for number, part in enumerate(content):
            line = self._lines[first + number]
            start, end = line.start, line.end
            while end > start and self._text[end - 1] in _LINE_END:
                end -= 1
            if self._heading.startswith("#"):
                opening = _ATX.match(self._text, self._text.index("#", start), end)
                start = opening.end() if opening else start
                places.append((0, _after_white(self._text, start, end)))
                break
            if number == len(content) - 1:
                while end > start and self._text[end - 1] in _WHITE:
                    end -= 1
            bare = part.lstrip(" \t")
            places.append((offset + len(part) - len(bare), end - len(bare)))
            offset += len(part) + 1
        return places

    def _white(self, line: Span) -> bool:
        """Say whether a line holds only white space that the parser takes for text at first."""
        opening = _BEFORE_BLOCK.match(self._text, line.start, line.end)
        rest = self._text[opening.end() if opening else line.start : line.end].rstrip(_LINE_END)
        return bool(rest) and not rest.strip(_WHITE)

    def _cell_places(self) -> list[tuple[int, int]]:
        """Return the places of a cell's content; a backslash before a pipe is left out of it."""
        line = self._lines[self._cell[0]]
        start, end = _cells(self._text, line)[self._cell[1]]
        places = [(0, start)]
        for place in range(start, end - 1):
            if self._text[place] == "\\" and self._text[place + 1] == "|":
                offset = place - start - len(places) // 2
                places += [(offset, place), (offset + 1, place + 2)]
        return places


def _stretches(part: Part, places: list[tuple[int, int]]) -> Iterator[tuple[str, Span]]:
    """Yield a part in stretches that stand together in the file."""
    start = part.start
    if len(part.text) == part.end - part.start:
        within = (
            bisect_right(places, start, key=_offset),
            bisect_left(places, part.end, key=_offset),
        )
        for offset, file in places[slice(*within)]:
            text = part.text[start - part.start : offset - part.start]
            yield text, Span(_place(places, start), file)
            start = offset
    text = part.text[start - part.start :]
    yield text, Span(_place(places, start), _place(places, part.end))


def _offset(place: tuple[int, int]) -> int:
    return place[0]


def _place(places: list[tuple[int, int]], offset: int) -> int:
    """Return where an offset of a block's content stands in the file."""
    content, file = places[max(0, bisect_right(places, offset, key=_offset) - 1)]
    return file + offset - content


def _after_white(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _WHITE:
        start += 1
    return start


def _cells(text: str, line: Span) -> list[tuple[int, int]]:
    """Return where the cells of a table's row stand, without the spaces around them."""
    end = line.end
    while end > line.start and text[end - 1] in _WHITE:
        end -= 1
    opening = _BEFORE_BLOCK.match(text, line.start, end)
    start = _after_white(text, opening.end() if opening else line.start, end)
    start += text.startswith("|", start)
    found: list[tuple[int, int]] = []
    for pipe in [*_PIPE.finditer(text, start, end), None]:
        stop = end if pipe is None else pipe.start()
        first, last = _after_white(text, start, stop), stop
        while first < last and text[last - 1] in _WHITE:
            last -= 1
        found.append((first, last))
        start = stop + 1
    return found
