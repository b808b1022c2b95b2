from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newslint.diagnostics import Applicability
from newslint.fixer import SAFE, SAFE_AND_UNSAFE, fix_container
from newslint.linter import Linter
from newslint.screening import Screening
from newslint.sources import html, markdown, plain
from newslint.sources.base import Container, Fields, Input
from newslint.suppression.entries import Entry, PlacedEntry, normal
from newslint.suppression.finding import Sidecars
from newslint.suppression.screen import Suppression
from newslint.suppression.selectors import Judge
from newslint.suppression.sidecar import Sidecar
from newslint.text.span import Span
from tests.conftest import TRICKY

EVERY = "MRK, EMB, INS, ENC, QUO, SPC, NAM, OFF, TRN, NUM, REP"
START, END = f"<!-- newslint-disable {EVERY} -->", "<!-- newslint-enable -->"
TODAY = dt.date(2030, 1, 1)
PIECES = st.lists(
    st.sampled_from(
        [
            *("The the army left.", "It ended.The end", "“Never closed.", "See also: Ten things"),
            *("Caf&eacute; Ren\u200b\u00e9e", "a , b", "He met Volodymyr Zelenskky in Odessa."),
            *("James Waterhouse）from Kyiv：no", "words  \u00a0 here", "<br/>", "It it was."),
            "It is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.",
        ]
    )
    | TRICKY.filter(lambda piece: "\r" not in piece),
    min_size=1,
    max_size=6,
)
LEVELS = st.sampled_from([SAFE, SAFE_AND_UNSAFE])


def screening(linter: Linter) -> Screening:
    judge = Judge(linter.rules, lambda: linter.rules)
    return Screening(Suppression(linter, judge), Sidecars(Path("/nowhere"), TODAY))


def container(
    read: Callable[[Input, Fields], Iterator[Container]], text: str, name: str
) -> Container:
    data = text.encode("utf-8", "surrogatepass")
    [only] = read(Input(name, data=data), Fields())
    return only


def mended(
    linter: Linter, only: Container, level: frozenset[Applicability], screens: Screening
) -> str:
    return fix_container(only, linter.lint, level, screens.of(only)).text


@given(PIECES, PIECES, LEVELS, st.sampled_from(["\n", "\n\n", " "]))
def test_nothing_in_suppressed_markdown_is_ever_changed(
    linter: Linter,
    kept: list[str],
    around: list[str],
    level: frozenset[Applicability],
    separator: str,
) -> None:
    inside = f"{START}\n\n{separator.join(kept)}\n\n{END}"
    outside = separator.join(around)
    only = container(markdown.read, f"{outside}\n\n{inside}\n\n{outside}\n", "a.md")
    if only.decoded is None or not list(only.comments(only.text) if only.comments else ()):
        return  # the text before it shows the comment as code
    text = mended(linter, only, level, screening(linter))
    assert only.text[only.text.index(START) + len(START) : only.text.index(END)] in text


@given(PIECES, PIECES, LEVELS)
def test_nothing_in_a_suppressed_page_is_ever_changed(
    linter: Linter, kept: list[str], around: list[str], level: frozenset[Applicability]
) -> None:
    inside = START + "".join(f"<p>{piece}</p>" for piece in kept) + END
    outside = "".join(f"<p>{piece}</p>" for piece in around)
    only = container(html.read, f"{outside}{inside}{outside}", "a.html")
    text = mended(linter, only, level, screening(linter))
    assert only.text[only.text.index(START) + len(START) : only.text.index(END)] in text


@given(PIECES, LEVELS, st.data())
def test_a_text_that_an_entry_keeps_is_never_changed(
    linter: Linter, pieces: list[str], level: frozenset[Applicability], data: st.DataObject
) -> None:
    only = container(plain.read, " ".join(pieces), "a.txt")
    found = linter.lint(only.documents()[0].document) if only.decoded else []
    if not found:
        return
    chosen = data.draw(st.sampled_from(found))
    entry = Entry(chosen.code, "x", "*", text=normal(chosen.text))
    placed = PlacedEntry(entry, Span(0, 0), ())
    screens = screening(linter)
    screens.sidecars._about[Path.cwd()] = [  # noqa: SLF001 - as if the file were there
        Sidecar(Path("/x.yaml"), "", [placed], TODAY)
    ]
    text = mended(linter, only, level, screens)
    assert chosen.span.of(only.text) in text
