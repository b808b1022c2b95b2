"""Documents out of an XML file: what the XML formats share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from newslint.document import Document, Record
from newslint.sources.base import Container, Input, Loaded, Note, whole_file
from newslint.sources.composing import Composer, collapsed
from newslint.sources.xml_tree import Element, Run, XmlError, declared_encoding, escapes, parse_xml
from newslint.text.derived import Piece
from newslint.text.lines import LineIndex

_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption dd div dl dt figcaption figure footer h1 h2
    h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul
    """.split()
)
_UNSEEN = frozenset(("head", "script", "style"))


@dataclass(slots=True)
class Draft:
    """A document of an XML file in the making.

    Args:
        document: what is known about it; its text is put together from the paragraphs.
        element: where it stands.
        composer: the paragraphs.
    """

    document: Document
    element: Element
    composer: Composer = field(default_factory=Composer)

    def line(self, element: Element | None, role: str | None = None) -> None:
        """Add the text of an element as one paragraph."""
        if element is not None:
            self.composer.paragraph(collapsed(pieces_of(element.runs())), role)

    def prose(
        self, element: Element | None, blocks: frozenset[str], roles: Mapping[str, str]
    ) -> None:
        """Add the paragraphs of an element.

        Args:
            element: the element.
            blocks: local names of elements that begin and end a paragraph.
            roles: what the content of an element is, by its local name; empty to leave it out.
        """
        if element is not None:
            _Flow(self.composer, blocks, roles).element(element, None)

    def fragment(self, element: Element | None) -> None:
        """Add the paragraphs of the HTML that an element holds as text."""
        if element is not None and any(element.elements()):
            self.prose(element, frozenset(), {})  # its tags are not escaped
        elif element is not None:
            self.composer.fragment(pieces_of(element.runs()))


Compose = Callable[[Element], Iterable[Draft]]


class _Flow:
    """Cuts mixed content into paragraphs."""

    def __init__(
        self, composer: Composer, blocks: frozenset[str], roles: Mapping[str, str]
    ) -> None:
        self._composer = composer
        self._blocks = blocks
        self._roles = roles
        self._pieces: list[Piece] = []

    def element(self, element: Element, role: str | None) -> None:
        self._content(element, role)
        self._close(role)

    def _content(self, element: Element, role: str | None) -> None:
        for child in element.children:
            name = "" if isinstance(child, Run) else child.local
            own = self._roles.get(name, role)
            if isinstance(child, Run):
                self._pieces += pieces_of([child])
            elif own == "" or name in _UNSEEN:
                continue
            elif own != role or name in self._blocks or name in _BLOCKS:
                self._close(role)
                self.element(child, own)
            else:
                self._content(child, role)

    def _close(self, role: str | None) -> None:
        self._composer.paragraph(collapsed(self._pieces), role)
        self._pieces = []


def read_xml(source: Input, choose: Callable[[Element], Compose | None]) -> Iterator[Container]:
    """Yield the one container of an XML file.

    Args:
        source: the file.
        choose: finds what reads the documents under a root element.
    """

    def parse(text: str) -> list[Loaded]:
        return _documents(source.name, text, choose) if text.strip() else []

    return whole_file(source, parse, declared=declared_encoding)


def _documents(path: str, text: str, choose: Callable[[Element], Compose | None]) -> list[Loaded]:
    lines = LineIndex(text)
    notes: list[Note] = []
    try:
        root: Element | None = parse_xml(text)
    except XmlError as error:
        root = error.root  # what was read before the error is linted
        at = lines.position(error.offset)
        values = {"reason": str(error), "line": str(at.line), "column": str(at.column)}
        notes.append(Note("NWL107", {"path": path, **values}))
    compose = None if root is None else choose(root)
    if root is not None and compose is None and not notes:
        found = f"an XML file with the root element “{root.local}”"
        notes.append(Note("NWL108", {"path": path, "found": found}))
    loaded: list[Loaded] = []
    if root is not None and compose is not None:
        for draft in compose(root):
            escape_at = escapes(text, draft.element)
            content, origin = draft.composer.result(text, escape_at, shown=True)
            record = draft.document.record
            if record is not None:
                record = Record(lines.position(draft.element.start).line, record.id)
            roles = draft.composer.roles()
            document = replace(
                draft.document, text=content, path=path, record=record, origin=origin, roles=roles
            )
            loaded.append(Loaded(document))
    if notes:
        first, *rest = loaded or [Loaded(Document("", path))]
        loaded = [Loaded(first.document, tuple(notes)), *rest]
    return loaded


def pieces_of(runs: Iterable[Run]) -> list[Piece]:
    """Return runs of text as pieces of the file."""
    return [(run.text, run.span, run.copied) for run in runs]
