from __future__ import annotations

import pytest
from hypothesis import given

from newslint.document import Document
from newslint.text import segments
from newslint.text.language import language_of
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS


def split(text: str) -> list[str]:
    return [part.of(text) for part in segments.sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate met.",
        "Gen. Mark Milley spoke to Mr. Smith.",
        "He lives in St. Louis, Mo. with his wife.",
        "J. K. Rowling wrote it.",
        "It is No. 5 in the list.",
        "It grew by 3.5 percent.",
        "They meet at 5 a.m. Friday, he said.",
        "“Why?” he asked.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert split(text) == [text]


def test_sentences_end_where_the_next_begins() -> None:
    text = "He left. “Why?” She did not know! Nobody did… The end."
    assert split(text) == ["He left.", "“Why?”", "She did not know!", "Nobody did…", "The end."]


@given(NASTY_TEXTS)
def test_sentences_keep_every_visible_character(text: str) -> None:
    document = Document(text)
    for paragraph in document.paragraphs:
        parts = list(segments.sentences(text, paragraph))
        assert "".join("".join(p.of(text).split()) for p in parts) == "".join(
            paragraph.of(text).split()
        )


@given(NASTY_TEXTS)
def test_lines_keep_every_visible_character(text: str) -> None:
    parts = [line.of(text) for line in segments.lines(text)]
    assert "".join("".join(part.split()) for part in parts) == "".join(text.split())


def test_hard_wrapped_lines_form_one_paragraph() -> None:
    text = "The minister told\nreporters that it was\ntoo late.\n\nNobody asked why\nthat was so."
    assert len(list(segments.paragraphs(text))) == 2


def test_lines_of_a_list_stay_paragraphs() -> None:
    text = "Key points\nTroops left\nBridges fell\nNobody was hurt"
    assert len(list(segments.paragraphs(text))) == 4


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ("Er sagte „nein“ dazu.", ["„nein“"]),
        ("Il a dit « non » hier.", ["« non »"]),
        ('He said "no" twice.', ['"no"']),
        ("He said “no and left.", []),
    ],
)
def test_closed_quotations_are_found(text: str, quoted: list[str]) -> None:
    found = segments.quotations(text, Span(0, len(text)))
    assert [span.of(text) for span in found] == quoted


def test_a_headline_is_short_and_without_a_stop() -> None:
    head = segments.headline("Army leaves city\n\nThe army left.")
    assert head == Span(0, 16)
    assert segments.headline("The army left.\n\nNobody knew.") is None
    assert segments.headline("Only one line") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KYIV, Nov 11 (Reuters) - Troops left.", "KYIV, Nov 11 (Reuters) - "),
        ("New Delhi: Russia has left.", "New Delhi: "),
        ("PARIS (AP) — The law passed.", "PARIS (AP) — "),
        ("The law passed on Monday.", None),
    ],
)
def test_datelines(line: str, expected: str | None) -> None:
    found = segments.dateline(line, Span(0, len(line)))
    assert (found and found.of(line)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army has left the city and the river was crossed in the night.", "en"),
        ("Die Armee hat die Stadt verlassen und ist nicht mehr auf der Brücke.", "de"),
        ("Les troupes ont quitté la ville et une partie des habitants est restée.", "fr"),
        ("Войска покинули город, и это не было неожиданно для его жителей.", "ru"),
        ("Війська залишили місто, і це не було несподіванкою для його мешканців.", "uk"),
        ("Kherson", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language
