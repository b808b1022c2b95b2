from __future__ import annotations

import html
import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newslint.document import Document
from newslint.fixer import SAFE, fix_container
from newslint.sources.base import Fields, Input
from newslint.sources.markdown import parse, read
from newslint.text.derived import Edit, apply_edits
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS, rule_linter

ARTICLE = """\
---
title: "Bridge falls"
date: 2022-11-11T10:00:00Z
lang: en-GB
---
# Bridge *falls* &amp; sinks ##

The bridge over the *river **Lys*** fell, `on` \\*Friday\\* and
   [its cables](https://example.com/a "title") <b>too</b>.

![The *bridge* &eacute;](bridge.png)

> We ran
> fast
and far.

- one
- two
  goes on

| who | what\\|why |
|-----|------------|
| Ann | `ran`      |

Nobody  \nwas hurt
------------------

    code

<div>no</div>

[ref]: https://example.com
"""
PROSE = """\
Bridge falls & sinks

The bridge over the river Lys fell, on *Friday* and its cables too.

The bridge é

We ran fast and far.

one

two goes on

who

what|why

Ann

ran

Nobody
was hurt"""


def document_of(text: str) -> Document:
    return parse(text, "a.md").document


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_prose_of_an_article(end: str) -> None:
    document = document_of(ARTICLE.replace("\n", end))
    assert document.text.replace(end, "\n") == PROSE
    assert (document.title, document.date, document.language) == (
        "Bridge falls",
        date(2022, 11, 11),
        "en",
    )
    assert [(span.of(document.text).replace(end, "\n"), role) for span, role in document.roles] == [
        ("Bridge falls & sinks", "headline"),
        ("The bridge é", "caption"),
        ("We ran fast and far.", "quote"),
        ("Nobody\nwas hurt", "headline"),
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("see ![a map](m.png) there", "see there"),
        ("in <https://example.com/a> he", "in https://example.com/a he"),
        ("set `x`, then `print(y)`.", "set x, then print."),
        ("a *b", "a *b"),
        ("***a** b*", "a b"),
        ("~~a~~ ~b~", "a ~b~"),
        ("snake_case_name 2*3*4", "snake_case_name 234"),
        ("a<br>b", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("[a][r] [r] [x]\n\n[r]: u", "a r [x]"),
        ("1. a\n\n   b\n2. c", "a\n\nb\n\nc"),
        ("> - | a | b |\n>   |---|---|\n>   | c |", "a\n\nb\n\nc"),
        ("> # a\n> b", "a\n\nb"),
        ("&copy; &#65; \\& &nope;", "© A & &nope;"),
        ("", ""),
        ("---\n---\na", "a"),
    ],
)
def test_prose(text: str, prose: str) -> None:
    assert document_of(text).text == prose


@pytest.mark.parametrize(
    ("head", "title", "day", "language"),
    [
        ('+++\ntitle = "A"\ndate = 2022-11-11T01:02:03Z\nlanguage = "de"\n+++\n', "A", 11, "de"),
        ("---\npublished: 2022-11-12\nlocale: fr_FR\n...\n", None, 12, "fr"),
        ("---\ntitle: [a, b]\ntags: {x: y}\n---\n", None, None, None),
    ],
)
def test_front_matter(head: str, title: str | None, day: int | None, language: str | None) -> None:
    loaded = parse(head + "Text", "a.md")
    document = loaded.document
    assert (document.text, document.title, document.language) == ("Text", title, language)
    assert document.date == (date(2022, 11, day) if day else None)
    assert not loaded.notes


LAUGHS = "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}, *b{n - 1}]\n" for n in range(1, 60))
MERGES = "".join(f"b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}]}}\n" for n in range(1, 60))


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("title: [a\n", "expected ',' or ']'"),
        ("a: x\n" + "? " * 20_000 + ": x\n", "nested too deeply"),
        ("a: " + "[" * 60_000 + "\n", "nested too deeply"),
        ("a: " + "x" * 70_000 + "\n", "longer than"),
        (f"b0: &b0 [x]\n{LAUGHS}", None),
        (f"b0: &b0 {{x: y}}\n{MERGES}", None),
    ],
)
def test_bad_front_matter_is_one_note(head: str, says: str | None) -> None:
    began = time.process_time()
    loaded = parse(f"---\n{head}---\nText", "a.md")
    assert time.process_time() - began < 10
    assert loaded.document.text == "Text"
    assert [note.code for note in loaded.notes] == (["NWL110"] if says else [])
    assert not says or says in loaded.notes[0].values["reason"]


MARKS = st.sampled_from(
    [
        *("*", "**", "***", "_", "~~", "`", "``", "[", "](u)", "]", "![", "<b>", "<https://a.b>"),
        *("\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "> ", "- ", "1. ", "# ", " ##", "\n===\n"),
        *(
            "&amp;",
            "&eacute;",
            "\\*",
            "\\",
            "\n|a|b|\n|-|-|\n",
            "|",
            "\\|",
            "\t",
            "    ",
            "a",
            "b c",
        ),
        *("\u00a0", "\x0c", "\0", "<br>", "[r]: x\n", "[r]", "é", "```\n", "<!-- ", " -->", " "),
    ]
)
TEXTS = st.lists(MARKS | NASTY_TEXTS, max_size=14).map("".join)


def raw_of(document: Document, offset: int) -> str:
    assert document.origin is not None
    return document.origin.back.to_original(Span(offset, offset + 1)).of(document.origin.text)


def stands_for(raw: str, character: str) -> bool:
    if raw in (character, "\\" + character, "\0") or (character == "\n" and not raw):
        return True
    if character in " \n":
        return "\n" in raw or "\r" in raw
    if raw.startswith("`"):
        return character == "x" or character in raw.lower()
    return character in html.unescape(raw.replace("\\", ""))


@given(TEXTS)
@example("a\\|b\n|-|\n")
def test_every_character_maps_back_to_its_place(text: str) -> None:
    document = document_of(text)
    for offset, character in enumerate(document.text):
        assert stands_for(raw_of(document, offset), character), (offset, character)


@given(TEXTS)
def test_nothing_that_the_parser_shows_is_lost(text: str) -> None:
    shown: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        children = token.children or []
        # Descriptions of images, code and addresses have rules of their own.
        if not any(child.type in ("image", "code_inline") or child.info for child in children):
            shown += (child.content for child in children if child.type == "text")
    prose = document_of(text).text.replace("\0", "\ufffd")
    found = iter("".join(prose.split()))
    assert all(character in found for character in "".join("".join(shown).split()))


@given(TEXTS, st.data())
def test_a_deletion_takes_what_it_says(text: str, data: st.DataObject) -> None:
    document = document_of(text)
    assert document.origin is not None
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    edits = document.origin.back.edits(Edit(Span(start, end), ""), document.origin.escape)
    rest = apply_edits(text, edits)
    assert len(rest) == len(text) - sum(len(edit.span) for edit in edits)


@pytest.mark.parametrize(
    ("text", "words", "replacement", "after"),
    [
        ("The *old* word", "old ", "", "The word"),
        ("The ***old*** word", " old", "", "The word"),
        ("The **old** word", "old", "<new>", "The **\\<new>** word"),
        ("an **old junk** end", " junk", "", "an **old** end"),
        ("an **old junk** end", "junk", "", None),
        ("an **old junk** end", "old", "", None),
        ("O*L*D word", "OLD", "new", "new word"),
        ("see [teh act](u)", "teh", "the", "see [the act](u)"),
        ("see [teh act]\n\n[teh act]: u", "teh", "the", None),
        ("> one\n> two three", "one two ", "", "> three"),
        ("one\n\ntwo\n\nthree", "two\n\n", "", "one\n\nthree"),
        ("- one\n- two", "one\n\ntwo", "x", None),
    ],
)
def test_marks_do_not_suffer(text: str, words: str, replacement: str, after: str | None) -> None:
    document = document_of(text)
    assert document.origin is not None
    start = document.text.index(words)
    edit = Edit(Span(start, start + len(words)), replacement)
    edits = document.origin.back.edits(edit, document.origin.escape)
    assert (apply_edits(text, edits) if edits else None) == after


RULE = """\
code: MRK901
name: test-residue
kind: pattern
severity: error
message: "residue"
explanation: x
match: {regex: 'QQX'}
fix: {applicability: safe, replace: "&", title: "Replace"}
examples: [{good: x}]
"""
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            ("a QQX b\n\n", "a \\& b\n\n"),
            ("> é Q&#81;X\n\n", "> é \\&\n\n"),
            ("- *QQX*\n\n", "- *\\&*\n\n"),
            ("Q*Q*X é\n\n", "\\& é\n\n"),
            ("|QQX|\n|---|\n|b\\|QQX|\n\n", "|\\&|\n|---|\n|b\\|\\&|\n\n"),
            ("[x](QQX) `QQX` &amp; *simple*\n\n", None),
            ("    QQX\n\n", None),
            ("<div>QQX</div>\n\n", None),
            ("# plain #\n", None),
        ]
    ),
    max_size=8,
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


@given(FRAGMENTS, ENCODINGS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_only_the_span_of_the_edit_differs(
    fragments: list[tuple[str, str | None]], encoding: str, end: str
) -> None:
    # A paragraph between keeps what is indented from going on with a list.
    between = "text\n\n"
    before = between.join(one for one, _ in fragments).replace("\n", end)
    after = between.join(one if other is None else other for one, other in fragments)
    [container] = read(Input("a.md", data=before.encode(encoding)), Fields())
    fixed = fix_container(container, rule_linter(RULE).lint, SAFE)
    assert container.encoded(fixed.text) == after.replace("\n", end).encode(encoding)


HOSTILE = [
    *("*a ", "**a*", "_", "[", "[a](", "![", "`a", "<", "<a ", "<!--", "> ", "- ", "&a", "| a "),
    *("|a|\n", "~~a ", "a\n", "a\n\n", "a  \n", "\\", "# a\n", "[a]: b\n", "*_", "[a](b)", "&amp;"),
    *("<a:b>", "`a` ", "> a\nb\n", "\ud800*", "word "),
]


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_texts_take_linear_time(part: str) -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        document_of(part * times)
        return time.process_time() - began

    # Sixteen times the text would take 256 times as long in quadratic time.
    assert seconds(16_000) < 0.5 + 60 * seconds(1_000)
