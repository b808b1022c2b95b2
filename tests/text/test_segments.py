from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.text import segments
from newslint.text.language import language_of
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS

ROWS = st.lists(
    st.sampled_from(
        [
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\n \n",
            " ",
            "\u2028",
            "\x0c",
            "to the",
            "He left.",
            "one",
            "A b:",
        ]
    ),
    max_size=14,
).map("".join)
BLANK = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)")


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


@given(NASTY_TEXTS | ROWS)
def test_lines_are_what_stands_between_line_ends(text: str) -> None:
    runs = re.finditer(r"[^\r\n]+", text)
    visible = [re.search(r"\S(?:.*\S)?", run[0], re.DOTALL) for run in runs]
    assert [line.of(text) for line in segments.lines(text)] == [part[0] for part in visible if part]


@given(NASTY_TEXTS | ROWS)
def test_paragraphs_end_only_with_lines_and_at_every_blank_one(text: str) -> None:
    lines, paragraphs = list(segments.lines(text)), Document(text).paragraphs
    starts = {line.start for line in lines}
    assert {paragraph.start for paragraph in paragraphs} <= starts
    for line, following in pairwise(lines):
        blank = BLANK.search(text, line.end, following.start)
        inside = any(p.start <= line.start and following.end <= p.end for p in paragraphs)
        assert not (blank and inside)
    wrapped = [
        BLANK.search(text, line.end, following.start) is None for line, following in pairwise(lines)
    ]
    blocks = len(lines) - sum(wrapped)
    assert len(paragraphs) in {len(lines), blocks}


@given(NASTY_TEXTS | ROWS)
def test_the_headline_is_the_first_of_two_lines(text: str) -> None:
    lines = list(segments.lines(text))
    headline = segments.headline(text)
    if headline is not None:
        assert len(lines) > 1
        assert headline == lines[0]
    elif len(lines) > 1:
        first = lines[0].of(text)
        assert len(first.split()) > 22 or first[-1] in ".,;:…" or not first[-1].isprintable()


def test_hard_wrapped_lines_form_one_paragraph() -> None:
    text = "The minister told\nreporters that it was\ntoo late.\n\nNobody asked why\nthat was so."
    assert len(Document(text).paragraphs) == 2


def test_lines_of_a_list_stay_paragraphs() -> None:
    text = "Key points\nTroops left\nBridges fell\nNobody was hurt"
    assert len(Document(text).paragraphs) == 4


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


@given(
    st.lists(
        st.sampled_from(
            ["Gen. ", "He left. ", "“Why?” ", "No. 5 ", "word ", "U.S. ", "x" * 70, "! "]
        ),
        max_size=90,
    ).map("".join),
    st.data(),
)
def test_the_sentence_of_a_place_is_one_of_all_sentences(text: str, data: st.DataObject) -> None:
    whole = Span(0, len(text))
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    every = [item for item in segments.sentences(text, whole) if item.overlaps(place)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newslint.text.segments._REACH", 150)
        assert segments.sentence_at(text, whole, place) == (every[0] if every else None)


STOPS = st.lists(
    st.sampled_from(
        [
            *("gov", "Gov", "xgov", "Mr", "S", "no", "art", "word", "é", "éab", "a.m", "A", "a"),
            *("5", "É", "ﬁ", ".", ".", ".", "!", "…", "”", '"', "'", ")", "“", "("),
            *("’", "]", "%"),
            *(" ", " ", " ", " ", "\n", "\u00a0", "\r\n"),
        ]
    ),
    max_size=14,
).map("".join)


@given(STOPS)
def test_a_stop_that_leaves_no_doubt_is_one_that_ends_a_sentence(text: str) -> None:
    doubtful = re.compile(r"(\b\B)?[.!?…]+[”’\"')\]»]*(?=\s+(\S.?))", re.DOTALL)
    found = split(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "_STOP", doubtful)
        assert split(text) == found
