from __future__ import annotations

import codecs
import json
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.linter import Linter
from tests.conftest import SEEDS
from tests.sources.formats import (
    MARK,
    MENDED,
    check_places,
    load,
    mended,
    notes,
    opened,
    place_of,
    texts,
)

NITF = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en">
 <head><title>x</title><docdata><date.issue norm="20221111T080000Z"/></docdata>
 <pubdata ex-ref="https://example.org/1"/></head>
 <body>
  <body.head>
   <hedline><hl1>Army leaves
     city</hl1></hedline>
   <byline>By Anna Berg</byline>
   <dateline><location>KYIV</location></dateline>
  </body.head>
  <body.content>
   <p>Smith &amp; Co said: &#8220;No.&#x201D; Caf&eacute; <em>Roma</em> closed.</p>
   <p><![CDATA[Raw & <b> text]]></p>
   <media><media-metadata name="w" value="1">no prose</media-metadata>
    <media-caption>A tank.</media-caption><media-producer>AP</media-producer></media>
   <bq><block><p>To be quoted.</p></block></bq>
  </body.content>
 </body>
</nitf>
"""

RSS = """\
<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>News</title><language>en-gb</language>
<item><title>Vote &amp; count</title><link>https://example.org/1</link>
<pubDate>Fri, 11 Nov 2022 08:00:00 GMT</pubDate><guid>one</guid>
<description>&lt;p&gt;Ham &amp;amp; eggs &lt;b&gt;sold&lt;/b&gt;.&lt;/p&gt;
&lt;p&gt;End.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Ham &amp; eggs</p><script>no()</script>
<p>sold &#8211; out.</p>]]></content:encoded>
</item>
<item><title>Second</title><description>Plain words.</description></item>
</channel></rss>
"""

ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<entry><title>One</title><id>a1</id><updated>2022-11-11T08:00:00Z</updated>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
<author><name>Anna Berg</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First
<i>part</i>.</p>Rest.</div></content>
</entry></feed>
"""

NEWSML = """\
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:1" xml:lang="de">
<itemMeta><versionCreated>2022-11-11T08:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Army leaves</headline><by>Anna Berg</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml">
<head><title>T</title></head><body><p>One.</p><blockquote>Two.</blockquote></body></html></inlineXML></contentSet>
</newsItem></itemSet></newsMessage>
"""


def test_nitf_is_one_document_with_its_roles() -> None:
    [loaded] = load("a.xml", NITF.encode())
    document = loaded.document
    assert not loaded.notes
    assert document.text.split("\n\n") == [
        "Army leaves city",
        "By Anna Berg",
        "KYIV",
        "Smith & Co said: “No.” Café Roma closed.",
        "Raw & <b> text",
        "A tank.",
        "AP",
        "To be quoted.",
    ]
    roles = [(span.of(document.text), role) for span, role in document.roles]
    assert roles == [
        ("Army leaves city", "headline"),
        ("By Anna Berg", "byline"),
        ("KYIV", "dateline"),
        ("A tank.", "caption"),
        ("AP", "credit"),
        ("To be quoted.", "quote"),
    ]
    assert (document.title, document.language) == ("Army leaves\n     city", "en")
    assert (document.date, document.url) == (date(2022, 11, 11), "https://example.org/1")
    check_places(loaded)


def test_places_open_at_the_words() -> None:
    [nitf] = load("a.nitf", NITF.encode())
    assert place_of(nitf, "”") == (14, 38)
    assert opened(NITF.encode(), (14, 38), 8) == "&#x201D;"
    assert place_of(nitf, "Raw") == (15, 16)
    assert opened(NITF.encode(), (15, 16), 3) == "Raw"
    rss = load("a.rss", RSS.encode())
    for words, raw in (
        ("& count", "&amp; count"),
        ("& eggs sold", "&amp;amp; eggs"),
        ("–", "&#8211;"),
    ):
        place = place_of(rss[0], words)
        assert opened(RSS.encode(), place, len(raw)) == raw


def test_a_feed_is_a_document_an_item() -> None:
    first, second = load("a.xml", RSS.encode())
    assert first.document.text == (
        "Vote & count\n\nHam & eggs sold.\n\nEnd.\n\nHam & eggs\n\nsold – out."
    )
    assert second.document.text == "Second\n\nPlain words."
    document = first.document
    assert document.record is not None
    assert (document.record.line, document.record.id) == (4, "one")
    assert (document.date, document.language) == (date(2022, 11, 11), "en-gb")
    assert (document.title, document.url) == ("Vote & count", "https://example.org/1")
    check_places(first)
    [atom] = load("a.atom", ATOM.encode())
    assert atom.document.text == "One\n\nAnna Berg\n\nFirst part.\n\nRest."
    assert atom.document.url == "https://example.org/1"


def test_newsml_is_a_document_an_item() -> None:
    [loaded] = load("a.xml", NEWSML.encode())
    document = loaded.document
    assert document.text == "Army leaves\n\nAnna Berg\n\nOne.\n\nTwo."
    assert [role for _, role in document.roles] == ["headline", "byline", "quote"]
    assert (document.language, document.date) == ("en", date(2022, 11, 11))
    inner = NITF[NITF.index("<nitf") :]
    start, end = NEWSML.index("\n<html"), NEWSML.index("</inlineXML>")
    [within] = load(
        "a.xml", (NEWSML[:start] + inner.replace("&eacute;", "é") + NEWSML[end:]).encode()
    )
    assert within.document.text == load("a.xml", NITF.encode())[0].document.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a QQQ b</p>", "<p>a é”&amp;&lt; b</p>"),
        ("<p><![CDATA[a QQQ b]]></p>", "<p><![CDATA[a é”&< b]]></p>"),
        ("<p>x <![CDATA[QQQ]]> y QQQ</p>", "<p>x <![CDATA[é”&<]]> y é”&amp;&lt;</p>"),
        ("<p>&lt;b&gt;\r\n QQQ<!-- QQQ --></p>", "<p>&lt;b&gt;\r\n é”&amp;&lt;<!-- QQQ --></p>"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_only_the_edit_differs_in_the_file(before: str, after: str, encoding: str) -> None:
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    head = f'<?xml version="1.0" encoding="{name}"?>\r\n<nitf a="QQQ"><body>ü'
    tail = "</body></nitf>\r\n"
    if encoding == "iso-8859-1":
        if "CDATA" in before:
            return
        after = after.replace("”", "&#8221;")
    data = (head + before + tail).encode(encoding)
    expected = (head + after + tail).encode(encoding)
    assert notes("a.nitf", data) == []
    assert mended("a.nitf", data) == expected


def test_html_in_a_feed_is_escaped_twice() -> None:
    data = RSS.replace("Ham", "QQQ").replace("Plain", "QQQ").encode()
    done = mended("a.rss", data).decode()
    assert "&lt;p&gt;é”&amp;amp;&amp;lt; &amp;amp; eggs" in done
    assert "<![CDATA[<p>é”&amp;&lt; &amp; eggs" in done
    assert "<description>é”&amp;amp;&amp;lt; words." in done


PART = st.sampled_from([MARK, "Ham", " ", "\r\n", "\n\t", "é", "🇺🇦", "“", "&", "<", ">", "]]", "'"])


@st.composite
def markup(draw: st.DrawFn) -> tuple[str, str]:
    """Return the content of a paragraph, and the same after the fix."""
    before = after = ""
    for parts in draw(st.lists(st.lists(PART, max_size=5), max_size=5)):
        kind = draw(st.sampled_from(["text", "cdata", "numbers", "tag"]))
        for target in ("before", "after"):
            chosen = [MENDED if part == MARK and target == "after" else part for part in parts]
            raw = "".join(chosen)
            if kind == "cdata":
                made = f"<![CDATA[{raw.replace(']]>', ']] >')}]]>"
            elif kind == "numbers":
                made = "".join(
                    escape(part)
                    if part in (MARK, MENDED) or part.isspace()
                    else f"&#{ord(part[0])};"
                    for part in chosen
                )
            else:
                made = escape(raw) if kind == "text" else f"<em x='&amp;'>{escape(raw)}</em>"
            if target == "before":
                before += made
            else:
                after += made
    return before, after


@given(content=st.lists(markup(), max_size=4), encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_a_fixed_file_differs_in_the_edits_only(
    content: list[tuple[str, str]], encoding: str
) -> None:
    bom = codecs.BOM_UTF8 if encoding == "utf-8" else b""

    def built(which: int) -> bytes:
        body = "".join(f"\r\n <p>{one[which]}</p><!-- {MARK} -->" for one in content)
        return bom + f"<nitf><body>{body}</body></nitf>".encode(encoding)

    assert notes("a.nitf", built(0)) == []
    for loaded in load("a.nitf", built(0)):
        check_places(loaded)
    assert mended("a.nitf", built(0)) == built(1)
    expected = [text.replace(MARK, MENDED) for text in texts("a.nitf", built(0))]
    assert texts("a.nitf", built(1)) == expected


HTML_PART = st.sampled_from(
    [MARK, "Ham", " ", "\r\n", "é", "&amp;", "&lt;", "&#8211;", "</p><p>", "<b>", "</b>", "<br/>"]
)


@given(
    items=st.lists(st.tuples(st.lists(HTML_PART, max_size=12), st.booleans()), max_size=4),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_fixed_feed_differs_in_the_edits_only(
    items: list[tuple[list[str], bool]], encoding: str
) -> None:
    def built(mark: str) -> bytes:
        made = ""
        for parts, verbatim in items:
            markup = f"<p>{''.join(mark if part == MARK else part for part in parts)}</p>"
            content = f"<![CDATA[{markup}]]>" if verbatim else escape(markup)
            made += f"<item><guid>{MARK}</guid><description>{content}</description></item>\r\n"
        return f"<rss><channel>{made}</channel></rss>".encode(encoding)

    before, after = built(MARK), built("é”&amp;&lt;")
    assert mended("a.rss", before) == after
    for loaded in load("a.rss", before):
        if loaded.document.text:
            check_places(loaded)
    assert texts("a.rss", after) == [text.replace(MARK, MENDED) for text in texts("a.rss", before)]


def test_html_that_is_not_escaped_keeps_its_paragraphs() -> None:
    item = "<item><description><p>One.</p><p>Two <b>b</b>.</p></description></item>"
    assert texts("a.rss", f"<rss><channel>{item}</channel></rss>".encode()) == ["One.\n\nTwo b."]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("data", "codes", "kept"),
    [
        (
            f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{LAUGHS}]><nitf><body>&l9;</body></nitf>',
            ["NWL107"],
            "",
        ),
        (
            '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>',
            ["NWL107"],
            "",
        ),
        ('<!DOCTYPE nitf SYSTEM "file:///etc/passwd"><nitf><body>A &x; b</body></nitf>', [], "A b"),
        ("<nitf><body><p>One.</p><p>Two", ["NWL107"], "One.\n\nTwo"),
        ("<nitf><body><p>One.</p>&nbsp;</body></nitf>", ["NWL107"], "One."),
        ("<p>" * 100_000, ["NWL107"], ""),
        ("<nitf><body><p>One.</p>" + "<p>" * 100_000, ["NWL107"], "One."),
        ("not xml", ["NWL107"], ""),
        ("<resources><string>x</string></resources>", ["NWL108"], ""),
        ("<nitf><body><p>One.</p>\x01</body></nitf>", ["NWL107"], "One."),
        (
            '<?xml version="1.0" encoding="klingon"?><nitf><body>One.</body></nitf>',
            ["NWL109"],
            "One.",
        ),
        (
            '<?xml version="1.0" encoding="utf-16"?><nitf><body>One.</body></nitf>',
            ["NWL109"],
            "One.",
        ),
        (
            '<?xml version="1.0" encoding="rot13"?><nitf><body>One.</body></nitf>',
            ["NWL109"],
            "One.",
        ),
        ("  ", ["NWL106"], ""),
    ],
)
def test_hostile_input_is_one_note_and_nothing_else_is_lost(
    data: str, codes: list[str], kept: str
) -> None:
    assert notes("a.xml", data.encode()) == codes
    assert texts("a.xml", data.encode()) == [kept]


def test_a_wrong_encoding_is_one_note() -> None:
    data = '<?xml version="1.0" encoding="UTF-8"?><nitf><body>café “</body></nitf>'
    assert notes("a.xml", data.encode("cp1252")) == ["NWL103"]
    assert texts("a.xml", data.encode("cp1252")) == ["café “"]


def found(linter: Linter, document: Document) -> list[tuple[str, str]]:
    return sorted((item.code, " ".join(item.text.split())) for item in linter.lint(document))


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_a_seed_says_the_same_in_every_format(seed: Path, linter: Linter) -> None:
    text = seed.read_text(encoding="utf-8").strip()
    lines = [line for line in text.split("\n") if line.strip()]
    plain = found(linter, Document("\n\n".join(lines)))
    assert plain
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    nitf = f"<nitf><body><body.content>{paragraphs}</body.content></body></nitf>"
    html = escape(paragraphs)
    rss = f"<rss><channel><item><description>{html}</description></item></channel></rss>"
    record = json.dumps({"text": "\n\n".join(lines)})
    listed = json.dumps({"text": lines})
    formats = (("a.nitf", nitf), ("a.rss", rss), ("a.jsonl", record), ("b.jsonl", listed))
    for name, data in formats:
        [loaded] = load(name, data.encode())
        assert found(linter, loaded.document) == plain
