from __future__ import annotations

from tests.sources.formats import (
    MARK,
    check_places,
    load,
    mended,
    notes,
    opened,
    place_of,
)

FIRST = """\
<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="de" original="a"><body><group>
<trans-unit id="1" resname="head"><source>The <g id="1">vote</g> of 2022</source>
<target>Die <g id="1">Wahl</g> QQQ<x id="2"/> 2022<ph id="3">&lt;br&gt;</ph> &amp; mehr</target>
<alt-trans><target>no prose</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Two</source></trans-unit>
<trans-unit id="3" translate="no"><source>Three</source><target>no prose</target></trans-unit>
</group></body></file></xliff>
"""

SECOND = """\
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fr">
<file id="f"><unit id="u"><segment><source>One.</source><target>Un.</target></segment>
<segment><source>Two <pc id="1">words</pc>.</source><target>Deux <pc id="1">mots</pc>.</target>
</segment></unit></file></xliff>
"""


def test_a_segment_is_a_document_with_its_source() -> None:
    [loaded] = load("a.xlf", FIRST.encode())
    document = loaded.document
    assert (document.text, document.source_text) == ("Die Wahl QQQ 2022 & mehr", "The vote of 2022")
    assert (document.language, document.field) == ("de", "target")
    assert document.record is not None
    assert (document.record.line, document.record.id) == (5, "head")
    check_places(loaded)
    assert opened(FIRST.encode(), place_of(loaded, "& mehr"), 5) == "&amp;"


def test_the_second_version_has_segments() -> None:
    for name in ("a.xliff", "a.xml"):
        found = [loaded.document for loaded in load(name, SECOND.encode())]
        pairs = [(document.text, document.source_text) for document in found]
        assert pairs == [("Un.", "One."), ("Deux mots.", "Two words.")]
        assert {document.language for document in found} == {"fr"}


def test_only_the_edit_differs_in_the_file() -> None:
    expected = FIRST.replace(MARK, "é”&amp;&lt;").encode()
    assert mended("a.xlf", FIRST.encode()) == expected


def test_a_cut_file_is_one_note_and_the_rest_goes_on() -> None:
    data = SECOND[: SECOND.index("Two")].encode()
    assert notes("a.xlf", data) == ["NWL107"]
    assert [loaded.document.text for loaded in load("a.xlf", data)] == ["Un."]
