"""XLIFF 1.2 and 2: one translated segment, one document."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Record
from newslint.sources.base import Container, Fields, Input
from newslint.sources.composing import collapsed
from newslint.sources.xml_documents import Draft, pieces_of, read_xml
from newslint.sources.xml_tree import Element, Run

SUFFIXES = (".xlf", ".xliff")

ROOTS = frozenset({"xliff"})
# What these elements hold is code of the original format, not text.
_CODES = frozenset("bpt bx cp ec ept ex it ph sc x".split())


def read(source: Input, fields: Fields) -> Iterator[Container]:  # noqa: ARG001 - it has its own
    """Yield the one container of a file."""
    return read_xml(source, lambda root: documents if root.local in ROOTS else None)


def documents(root: Element) -> Iterator[Draft]:
    """Yield the documents of the translated segments."""
    for file in root.elements("file"):
        language = file.attributes.get("target-language") or root.attributes.get("trgLang")
        for unit in file.every("trans-unit", "unit"):
            segments = [unit] if unit.local == "trans-unit" else list(unit.every("segment"))
            for segment in segments:
                draft = _draft(unit, segment, language)
                if draft is not None:
                    yield draft


def _draft(unit: Element, segment: Element, language: str | None) -> Draft | None:
    target = segment.first("target")
    source = segment.first("source")
    if target is None or unit.attributes.get("translate") == "no":
        return None
    original = collapsed(pieces_of([] if source is None else _runs(source)))
    identity = unit.attributes.get("resname") or unit.attributes.get("id")
    document = Document(
        "",
        record=Record(1, identity),
        field="target",
        language=language,
        source_text="".join(part for part, _, _ in original) or None,
    )
    draft = Draft(document, target)
    draft.composer.paragraph(collapsed(pieces_of(_runs(target))))
    return draft if draft.composer else None


def _runs(element: Element) -> Iterator[Run]:
    for child in element.children:
        if isinstance(child, Run):
            yield child
        elif child.local not in _CODES:
            yield from _runs(child)
