from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.sources.base import Fields
from newslint.sources.tables import rows
from tests.conftest import NASTY_TEXTS, rule_linter
from tests.sources.formats import (
    MARK,
    MARK_RULE,
    MENDED,
    check_places,
    load,
    mended,
    notes,
    opened,
    place_of,
    texts,
)

CELLS = st.lists(
    st.sampled_from(['"', '""', ",", "\n", "\r\n", "\r", "a", " ", "é", ";", "\t", "\ufeff"]),
    max_size=25,
).map("".join)


@given(text=CELLS)
def test_rows_are_those_of_the_csv_module(text: str) -> None:
    expected = list(csv.reader(io.StringIO(text, newline="")))
    found = list(rows(text, ","))
    assert [[cell.text for cell in row] for _, row in found] == expected
    for _, row in found:
        for cell in row:
            for part, span, copied in cell.pieces:
                assert span.of(text) == (part if copied else '""')


TABLE = """\
id,title,text,date\r
1,A,"He said ""no"".\r
\r
Then QQQ, he left.",2022-11-11\r
2,B,Plain QQQ text,\r
"""


def test_a_row_is_a_document() -> None:
    first, second = load("a.csv", TABLE.encode())
    assert first.document.text == 'He said "no".\r\n\r\nThen QQQ, he left.'
    document = first.document
    assert document.record is not None
    assert (document.record.line, document.record.id) == (2, "1")
    assert (document.title, document.date) == ("A", date(2022, 11, 11))
    assert second.document.record is not None
    assert (second.document.record.line, second.document.date) == (5, None)
    check_places(second)
    assert opened(TABLE.encode(), place_of(first, '"no'), 4) == '""no'
    assert opened(TABLE.encode(), place_of(second, "QQQ"), 3) == "QQQ"


def test_a_quoted_field_takes_any_edit_and_a_bare_one_what_fits() -> None:
    table = 'text\n"a QQQ"\nb QQQ\n'
    assert mended("a.csv", table.encode()).decode() == table.replace(MARK, MENDED)
    semicolons = "x;text\n1;b QQQ\n"
    assert mended("a.csv", semicolons.encode()).decode() == semicolons.replace(MARK, MENDED)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@given(cells=st.lists(NASTY_TEXTS | st.just(f'a "{MARK}"\r\n, b'), min_size=1, max_size=4))
def test_only_the_edits_differ(encoding: str, cells: list[str]) -> None:
    kept = [cell.replace("\ud800", "").replace("\x00", "") for cell in cells]

    def built(mark: str) -> bytes:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow(["other", "text"])
        for cell in kept:
            writer.writerow([MARK, cell.replace(MARK, mark)])
        return stream.getvalue().encode(encoding)

    assert mended("a.csv", built(MARK)) == built(MENDED)
    wanted = [cell if cell.strip() else "" for cell in kept]
    assert texts("a.csv", built(MARK)) == wanted


def test_tabs_and_other_fields() -> None:
    data = b"nr\tbody\n1\tOne\n"
    [loaded] = load("a.tsv", data, Fields(text="body", id="nr"))
    assert loaded.document.text == "One"


def test_a_replacement_that_breaks_the_row_is_not_written() -> None:
    linter = rule_linter(MARK_RULE.replace(MENDED, "a,b"))
    assert mended("a.csv", b'text\nQQQ\n"QQQ"\n', linter) == b'text\nQQQ\n"a,b"\n'


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"a,b\n1,2\n", ["NWL108"]),
        (b"", ["NWL106"]),
        (b'id,text\n1,"never closed\nQQQ', []),
        (b"id,text\n1\n\n,,,\n", []),
        (b"text\n" + b'"' * 99_999, []),
    ],
)
def test_broken_tables_are_read_as_far_as_they_go(data: bytes, codes: list[str]) -> None:
    assert notes("a.csv", data) == codes
