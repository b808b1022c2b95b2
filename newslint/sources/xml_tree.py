"""XML as elements and runs of text, each with its place in the file.

A document type may be named but declares nothing: what would be declared inside
it is refused, and nothing outside the file is ever read.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from xml.parsers.expat.errors import messages

from newslint.sources.composing import Escape, EscapeAt
from newslint.text.encoded import EncodedText
from newslint.text.expressions import expression
from newslint.text.span import Span

_DEEPEST = 200
_ENCODING = expression(r"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
_ILLEGAL = expression(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text between tags.

    Args:
        text: what it reads.
        span: where it stands in the file.
        copied: whether it stands there letter by letter.
        verbatim: whether it stands in a CDATA section.
    """

    text: str
    span: Span
    copied: bool
    verbatim: bool


@dataclass(slots=True)
class Element:
    """An element.

    Args:
        name: its name as written, with a prefix where it has one.
        attributes: its attributes by their names as written.
        start: offset of its start tag.
        children: what it holds, in order.
    """

    name: str
    attributes: dict[str, str]
    start: int
    children: list[Element | Run] = field(default_factory=list)

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    def elements(self, *names: str) -> Iterator[Element]:
        """Yield the children with some local names, or all of them."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.local in names):
                yield child

    def first(self, *path: str) -> Element | None:
        """Return the first element at a path of local names."""
        found: Element | None = self
        for name in path:
            found = None if found is None else next(found.elements(name), None)
        return found

    def every(self, *names: str) -> Iterator[Element]:
        """Yield the elements with some local names at any depth, in order."""
        for child in self.elements():
            if child.local in names:
                yield child
            yield from child.every(*names)

    def runs(self) -> Iterator[Run]:
        """Yield the text of the element and of those within it."""
        for child in self.children:
            if isinstance(child, Run):
                yield child
            else:
                yield from child.runs()

    def text(self, *path: str) -> str | None:
        """Return the text of the first element at a path, without the white space around it."""
        found = self.first(*path)
        return None if found is None else "".join(run.text for run in found.runs()).strip() or None


class XmlError(ValueError):
    """What is wrong with an XML text.

    Args:
        reason: what is wrong.
        offset: where, in code points.
        root: what was read before.
    """

    def __init__(self, reason: str, offset: int, root: Element | None) -> None:
        super().__init__(reason)
        self.offset = offset
        self.root = root


def parse_xml(text: str) -> Element:
    """Return the root element of an XML text.

    Raises:
        XmlError: if the text is not well-formed, declares entities or nests too deeply.
    """
    return _Reader(text).root_element()


class _Reader:
    """Builds the tree from the parser's events."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._encoded = EncodedText(text)
        self._root: Element | None = None
        self._open: list[Element] = []
        self._verbatim = False
        self._parser: XMLParserType = ParserCreate("utf-8")

    def root_element(self) -> Element:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = lambda: self._cdata(inside=True)
        parser.EndCdataSectionHandler = lambda: self._cdata(inside=False)
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._unknown_entity
        try:
            parser.Parse(self._encoded.data, True)  # noqa: FBT003 - the last part
        except ExpatError as error:
            place = self._encoded.offset(parser.ErrorByteIndex)
            raise XmlError(messages[error.code], place, self._root) from None
        if self._root is None:
            raise XmlError("it holds no element", 0, None)
        return self._root

    def _place(self) -> int:
        return self._encoded.offset(self._parser.CurrentByteIndex)

    def _refuse(self, reason: str) -> XmlError:
        return XmlError(reason, self._place(), self._root)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, self._place())
        if len(self._open) >= _DEEPEST:
            raise self._refuse(f"it is nested more than {_DEEPEST} elements deep")
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _cdata(self, *, inside: bool) -> None:
        self._verbatim = inside

    def _characters(self, part: str) -> None:
        start = self._place()
        if self._text.startswith(part, start) and (part != "&" or self._verbatim):
            run = Run(part, Span(start, start + len(part)), copied=True, verbatim=self._verbatim)
        elif self._text[start] == "&":
            end = self._text.index(";", start) + 1
            run = Run(part, Span(start, end), copied=False, verbatim=False)
        else:
            length = 2 if self._text.startswith("\r\n", start) else 1
            run = Run(part, Span(start, start + length), copied=False, verbatim=self._verbatim)
        self._open[-1].children.append(run)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, inner: int) -> None:
        if inner:
            raise self._refuse("its document type declares entities or elements, which is refused")

    def _unknown_entity(self, name: str, parameter: int) -> None:
        start = self._place()
        character = html5.get(f"{name};")
        if not parameter and character and self._open:
            end = start + len(name) + 2
            run = Run(character, Span(start, end), copied=False, verbatim=False)
            self._open[-1].children.append(run)


def escapes(file: str, root: Element) -> EscapeAt:
    """Return what escapes a replacement for a place in an XML file.

    Args:
        file: the file, whose declared encoding may lack characters.
        root: its root element.
    """
    encoding = _narrow_encoding(file)
    verbatim = [run.span for run in root.runs() if run.verbatim]

    def in_text(replacement: str) -> str:
        legal = _ILLEGAL.sub("", replacement)
        quoted = legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return quoted.encode(encoding, "xmlcharrefreplace").decode(encoding)

    def in_cdata(replacement: str) -> str:
        return _ILLEGAL.sub("", replacement).replace("]]>", "]]]]><![CDATA[>")

    def escape_at(offset: int) -> Escape:
        before = bisect_right(verbatim, offset, key=lambda span: span.start) - 1
        return in_cdata if before >= 0 and offset <= verbatim[before].end else in_text

    return escape_at


def declared_encoding(data: bytes) -> str | None:
    """Return the name of the encoding that the XML declaration of a file names."""
    match = _ENCODING.match(data[:200].decode("latin-1"))
    return match[1] if match else None


def _narrow_encoding(file: str) -> str:
    """Return the encoding that an XML declaration names, if it has less than Unicode."""
    match = _ENCODING.match(file)
    try:
        name = codecs.lookup(match[1]).name if match else "utf-8"
        "".encode(name)  # raises for what is no encoding of text
    except LookupError:
        return "utf-8"
    return "utf-8" if name.startswith("utf") else name
