from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.ruleset.model import RuleError
from newslint.suppression.entries import Entry, normal, read_entries, with_entries
from newslint.suppression.sic import sic_words
from newslint.suppression.stretches import Stretches
from newslint.text.derived import apply_edits
from newslint.text.span import Span

FILE = """\
# why we keep these
- path: a.txt
  code: SPC101
  reason: as printed  # said so
  # for the second
# before the second
- record: "5"
  code: MRK
  text: |
    one
    two
  reason: >
    folded
    reason
- {code: QUO, reason: flow, path: "b*.txt", until: 2031-01-02} # tail
-
  path: c.txt
  code: REP
  reason: "dash above"
# the end
"""


def entries(text: str) -> list[Entry]:
    return [placed.entry for placed in read_entries(text, "x.yaml")]


def test_entries_are_read() -> None:
    first, second, third, fourth = entries(FILE)
    assert first == Entry("SPC101", "as printed", "a.txt")
    assert (second.record, second.text) == ("5", "one\ntwo\n")
    assert third.until == dt.date(2031, 1, 2)
    assert fourth.path == "c.txt"


@pytest.mark.parametrize("gone", range(16))
def test_entries_are_taken_out_and_the_rest_stays_byte_for_byte(gone: int) -> None:
    placed = list(read_entries(FILE, "x.yaml"))
    out = [item for number, item in enumerate(placed) if gone >> number & 1]
    mended = apply_edits(FILE, [edit for item in out for edit in item.removal])
    assert entries(mended) == [item.entry for item in placed if item not in out]
    for line in ("# why we keep these", "# before the second", "# the end"):
        assert line in mended.splitlines()
    assert set(mended.splitlines()) <= set(FILE.splitlines())


def test_windows_line_ends_stay() -> None:
    text = FILE.replace("\n", "\r\n")
    first, *rest = read_entries(text, "x.yaml")
    mended = apply_edits(text, first.removal)
    assert mended == text.replace(
        "- path: a.txt\r\n  code: SPC101\r\n  reason: as printed  # said so\r\n", ""
    )
    assert entries(mended) == [item.entry for item in rest]


def test_entries_on_one_line_have_no_removal() -> None:
    [one, two] = read_entries("[{code: A, reason: b, path: c}, {code: B, reason: b, path: c}]", "x")
    assert (one.removal, two.removal) == ((), ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: b", "x.yaml:1: this file is a list of entries"),
        ("- path: a\n  code: QUO", "needs “reason”"),
        ("- path: a\n  code: QUO\n  reason: ''", "needs “reason”"),
        ("- path: a\n  reason: b", "needs “code”"),
        ("- code: a\n  reason: b", "needs “path” or “record”"),
        ("- path: a\n  code: b\n  reason: c\n- path: a\n  cod: b", "x.yaml:4: the key “cod”"),
        ("- path: a\n  code: b\n  reason: c\n  until: soon", "“until” is a day"),
        ("- nothing", "an entry is a mapping"),
        ("- [", "no valid YAML"),
        ("- !!python/object:os.system {}", "no valid YAML"),
    ],
)
def test_a_wrong_file_says_where_and_what(text: str, says: str) -> None:
    with pytest.raises(RuleError, match=r"x\.yaml:") as raised:
        entries(text)
    assert says in str(raised.value)


@given(st.text(max_size=30), st.text(max_size=30), st.booleans())
def test_written_entries_are_read_again(text: str, name: str, ends: bool) -> None:  # noqa: FBT001
    entry = Entry("QUO", "x", normal(name) or "a", None, normal(text) or None)
    before = FILE if ends else FILE.rstrip("\n")
    after = with_entries(before, [entry])
    assert after.startswith(before)
    assert entries(after) == [*entries(FILE), entry]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Zelenskky [sic] said", ["Zelenskky [sic]"]),
        ("“Zelenskky[Sic.]”", ["“Zelenskky[Sic.]"]),
        ("[sic]", []),
        ("a\n[sic]", []),
        ("a b", []),
        ("[sicario]", []),
    ],
)
def test_words_that_sic_follows(text: str, words: list[str]) -> None:
    assert [word.of(text) for word in sic_words(text)] == words


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 4)).map(lambda item: Span(item[0], sum(item)))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_stretches_agree_with_the_plain_search(spans: list[Span], asked: Span) -> None:
    found = Stretches(spans).touch(asked)
    if any(span.overlaps(asked) for span in spans):
        assert found
    if not any(span.start <= asked.end and asked.start <= span.end for span in spans):
        assert not found
