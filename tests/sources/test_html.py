from __future__ import annotations

import html
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.fixer import SAFE, fix_container
from newslint.sources.base import Fields, Input
from newslint.sources.html import parse, read
from newslint.text.derived import Edit, apply_edits
from newslint.text.span import Span
from tests.conftest import NASTY_TEXTS, rule_linter

PAGE = """\
<!doctype html>
<html lang="en-GB"><head><title>Bridge &amp; river - Daily</title>
<meta property="article:published_time" content="2022-11-11T08:00:00Z">
<style>p { color: red }</style></head>
<body><header><a href="/">Home</a></header><nav><ul><li>World</li></ul></nav>
<article><header><h1>Bridge <em>falls</em></h1><p class="article-byline">By Lena Aas</p></header>
<p>The   bridge
  over the river &quot;fell&quot; <b>on </b> Friday.
<p>Nobody &mdash; said <!-- no --> police &copy2022 <br>was
hurt.
<blockquote><p>We ran.</blockquote>
<ul><li>one<li hidden>two<li>three</ul>
<script>var text = "<p>no</p>";</script>
<figure><img src="a.jpg" alt="no"><figcaption>The bridge</figcaption></figure>
<pre>kept  as
it is</pre>
<table><tr><td>a<td>b</table>
<aside>Read more</aside><form><button>Send</button></form><p style="display: none">no</p>
</article><footer>Imprint</footer></body></html>
"""
PROSE = """\
Bridge falls

By Lena Aas

The bridge over the river "fell" on Friday.

Nobody — said police ©2022
was hurt.

We ran.

one

three

The bridge

kept  as
it is

a

b"""


def document_of(text: str) -> Document:
    return parse(text, "a.html").document


def test_the_prose_of_a_page() -> None:
    document = document_of(PAGE)
    assert document.text == PROSE
    assert (document.title, document.date, document.language) == (
        "Bridge falls",
        date(2022, 11, 11),
        "en",
    )
    assert [(span.of(document.text), role) for span, role in document.roles] == [
        ("Bridge falls", "headline"),
        ("By Lena Aas", "byline"),
        ("We ran.", "quote"),
        ("The bridge", "caption"),
    ]


@pytest.mark.parametrize(
    ("page", "prose"),
    [
        ("no tags & none &amp; all", "no tags & none & all"),
        ("<main><p>in</p></main><p>out</p>", "in"),
        ("<article>short</article><article>the longer one</article>", "the longer one"),
        ("<p>a<p>b", "a\n\nb"),
        ("a<br><br>b<br>c", "a\n\nb\nc"),
        ("1 < 2 and 3 <4", "1 < 2 and 3 <4"),
        ("<p>open <a href='never closed", "open"),
        ('<p title="a > b">x</p>', "x"),
        ("<p title=it's>x</p>", "x"),
        ("<nav><b>x</nav>y", "y"),
        ("<p hidden>a<p>b", "b"),
        ("<!-- a -- > b -->c<!-->d<!never", "cd"),
        ("<title>a <b> c</title>d", "d"),
        ("<script>a</SCRIPT >b", "b"),
        (
            "&lt;b&gt; &amp;amp; &#x41; &#0; &nosuch; &#99999999999;",
            "<b> &amp; A \ufffd &nosuch; \ufffd",
        ),
        ("a&nbsp;b &#32; c", "a\u00a0b c"),
        ("<svg><title>no</title><path/></svg>x", "x"),
        ("<svg/>x", "x"),
    ],
)
def test_prose(page: str, prose: str) -> None:
    assert document_of(page).text == prose


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ('<script type="application/ld+json">{"datePublished": "2022-11-11T01:00"}</script>', 11),
        ('<time datetime="2022-11-12">Saturday</time>', 12),
        ('<span itemprop="datePublished" content="2022-11-13">Sunday</span>', 13),
    ],
)
def test_days(page: str, day: int) -> None:
    assert document_of(page).date == date(2022, 11, day)


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ('<html lang="de-x-mtfrom-en"><p lang="de-x-mtfrom-en">Hafen', ["MRK102"]),
        ('<p><font style="vertical-align: inherit;">' * 5, ["MRK101"]),
        ('<html class="js translated-ltr">', ["MRK101"]),
        ('<meta name="translation-stats" content="{}">', ["MRK101"]),
        ('<p lang="de"><font color="red">x', []),
    ],
)
def test_what_says_that_a_machine_translated_is_noted_once(page: str, codes: list[str]) -> None:
    assert [note.code for note in parse(page, "a.html").notes] == codes


MARKS = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", "<br>", "<div hidden>", "</div>", "<!--", "-->", "<pre>"),
        *("<article>", "</article>", "<a href='x", "'>", '"', "<script>", "</script>", "<h1>"),
        *("&amp;", "&quot", "&#8212;", "&nbsp;", "&", "<", "</", "&acE;", "\u00a0", "  ", "\0"),
        *("<blockquote>", "</blockquote>", "<td>", "<title>", "&#xd800;", "&#10;", "<svg/>"),
    ]
)
PAGES = st.lists(MARKS | NASTY_TEXTS, max_size=12).map("".join)


@given(PAGES)
def test_every_character_maps_back_to_its_place(page: str) -> None:
    document = document_of(page)
    assert document.origin is not None
    for offset, character in enumerate(document.text):
        raw = document.origin.back.to_original(Span(offset, offset + 1)).of(page)
        assert (
            raw == character
            or (character == "\n" and not raw)
            or (character == " " and html.unescape(raw).isspace())
            or (raw.startswith("&") and character in html.unescape(raw))
        )


@given(PAGES, st.data())
def test_a_deletion_takes_no_tag(page: str, data: st.DataObject) -> None:
    document = document_of(page)
    assert document.origin is not None
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    edits = document.origin.back.edits(Edit(Span(start, end), ""), document.origin.escape)
    for edit in edits:
        raw = edit.span.of(page)
        assert raw in document.text or html.unescape(raw) in document.text or raw.isspace()
    assert len(apply_edits(page, edits)) == len(page) - sum(len(edit.span) for edit in edits)


def test_words_are_put_in_at_the_start_of_their_own_block() -> None:
    page = "<p>One.</p><p>two</p>"
    document = document_of(page)
    assert document.origin is not None
    start = document.text.index("two")
    edits = document.origin.back.edits(Edit(Span(start, start), "<“"), document.origin.escape)
    assert apply_edits(page, edits) == "<p>One.</p><p>&lt;“two</p>"


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
            ("<p>a QQX b</p>", "<p>a &amp; b</p>"),
            ("<p>Q<b>Q</b>X", "<p>&amp;<b></b>"),
            ("<p>&quot;Q&#81;X é", "<p>&quot;&amp; é"),
            ("<a title='QQX'>\n", None),
            ("<!-- QQX -->", None),
            ("<script>QQX</script>", None),
            ("<nav>QQX</nav>", None),
            ("<p>plain &amp; simple\n", None),
        ]
    ),
    max_size=8,
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


@given(FRAGMENTS, ENCODINGS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_only_the_span_of_the_edit_differs(
    fragments: list[tuple[str, str | None]], encoding: str, end: str
) -> None:
    before = "".join(one for one, _ in fragments).replace("\n", end)
    after = "".join(one if other is None else other for one, other in fragments)
    [container] = read(Input("a.html", data=before.encode(encoding)), Fields())
    fixed = fix_container(container, rule_linter(RULE).lint, SAFE)
    assert container.encoded(fixed.text) == after.replace("\n", end).encode(encoding)


def test_the_declared_encoding_counts() -> None:
    page = '<meta charset="windows-1251"><p>Київ</p>'
    [container] = read(Input("a.html", data=page.encode("cp1251")), Fields())
    assert container.documents()[0].document.text == "Київ"


HOSTILE = [
    *("<!--", "<!-- --", "<!", "<a ", "</a ", '<a x="', "<a x='\"' ", "<?", "&", "&#", "&amp"),
    *("<![CDATA[", "<script></scrip", "<b>", "<div>", "<blockquote>x", "<article>x", "<a ="),
    *("<b></i>", "<b><div></b>", "<h1>x<b>", "  x", "<title>x", "\0<", "\ud800<b>&#xd800;"),
    *("<a b=c d='e' f>", "<font style='vertical-align: inherit;'>", "<p hidden>", '<a ="x>'),
]


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_pages_take_linear_time(part: str) -> None:
    def seconds(times: int) -> float:
        taken = []
        for _ in range(2):  # the collector of a long test run can stop one of them
            began = time.process_time()
            document_of(part * times)
            taken.append(time.process_time() - began)
        return min(taken)

    # Sixteen times the text would take 256 times as long in quadratic time.
    assert seconds(32_000) < 0.3 + 60 * seconds(2_000)


def test_a_huge_attribute_is_passed_over() -> None:
    assert document_of(f'<p title="{"y" * 5_000_000}">x').text == "x"
