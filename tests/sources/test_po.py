from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.sources.po import _escape
from tests.conftest import NASTY_TEXTS, rule_linter
from tests.sources.formats import (
    MARK,
    MARK_RULE,
    MENDED,
    load,
    mended,
    notes,
    opened,
    place_of,
    texts,
)

CATALOGUE = r"""# A catalogue
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: pt_BR\n"

#: page.html:3
#, fuzzy
msgctxt "button"
msgid "Read \"more\""
msgstr "Leia \"mais\" QQQ\x41\101\303"

msgid "One file"
msgid_plural "%d files"
msgstr[0] "Um arquivo"
msgstr[1] ""
"%d "
"arquivos\n"

msgid "Untranslated"
msgstr ""

#~ msgid "Old"
#~ msgstr "Velho"
"""


def test_a_translation_is_a_document_with_its_source() -> None:
    found = [loaded.document for loaded in load("a.po", CATALOGUE.encode())]
    seen = [(document.text, document.source_text, document.field) for document in found]
    assert seen == [
        (r'Leia "mais" QQQAA\303', 'Read "more"', "msgstr"),
        ("Um arquivo", "One file", "msgstr[0]"),
        ("%d arquivos\n", "%d files", "msgstr[1]"),
    ]
    assert {document.language for document in found} == {"pt-BR"}
    records = [document.record for document in found]
    assert [(record.line, record.id) for record in records if record] == [
        (9, "button"),
        (13, None),
        (13, None),
    ]


def test_places_open_at_the_words() -> None:
    first, _, last = load("a.po", CATALOGUE.encode())
    for loaded, words, raw in ((first, '"mais', r"\"mais"), (last, "arquivos", r'arquivos\n"')):
        assert opened(CATALOGUE.encode(), place_of(loaded, words), len(raw)) == raw


def test_only_the_edit_differs_in_the_file() -> None:
    for newline in ("\n", "\r\n"):
        data = CATALOGUE.replace("\n", newline)
        assert mended("a.po", data.encode()) == data.replace(MARK, MENDED).encode()


PART = NASTY_TEXTS | st.just(f'say "{MARK}"\\n')


@given(
    lines=st.lists(PART, min_size=1, max_size=4), encoding=st.sampled_from(["utf-8", "utf-8-sig"])
)
def test_only_the_edits_differ(lines: list[str], encoding: str) -> None:
    kept = [line.replace("\ud800", "").replace("\x00", "") for line in lines]

    def built(mark: str) -> bytes:
        strings = "\n".join(f'"{_escape(line.replace(MARK, mark))}"' for line in kept)
        return f'msgid "{MARK}"\nmsgstr {strings}\n'.encode(encoding)

    whole = "".join(kept)
    assert texts("a.po", built(MARK)) == ([whole] if whole.strip() else [])
    assert mended("a.po", built(MARK)) == built(MENDED)


def test_the_declared_encoding_is_read_and_written() -> None:
    data = 'msgid ""\nmsgstr "charset=ISO-8859-2\\n"\n\nmsgid "a"\nmsgstr "żółw QQQ"\n'
    raw = data.encode("iso-8859-2")
    assert texts("a.po", raw) == ["żółw QQQ"]
    assert notes("a.po", raw) == []
    linter = rule_linter(MARK_RULE.replace(MENDED, "é"))
    assert mended("a.po", raw, linter) == data.replace(MARK, "é").encode("iso-8859-2")


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ('msgid "a"\nmsgstr "b"\n\nmsgid "cut\n', "b"),
        ('garbage\nmsgid "a"\nmsgstr "b"\n', "b"),
        ('"alone"\nmsgid "a"\nmsgstr "b"\nmsgstr "c"\n', "b"),
        ('msgid "a"\nmsgstr "b" "c"\nmsgid "d"\nmsgstr "b"', "b"),
    ],
)
def test_a_broken_file_is_one_note_and_the_rest_goes_on(data: str, kept: str) -> None:
    assert notes("a.po", data.encode()) == ["NWL107"]
    assert kept in texts("a.po", data.encode())
