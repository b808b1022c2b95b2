from __future__ import annotations

from itertools import pairwise
from typing import get_args, get_type_hints

import pytest

from newslint.checks.escaped import Escaped
from newslint.document import Document
from newslint.text.derived import apply_edits
from newslint.text.escapes import ESCAPES, decoded


def fixed(notation: str, text: str) -> str:
    matches = list(Escaped(notation=notation).find(Document(text)))  # type: ignore[arg-type]
    return apply_edits(text, [edit for match in matches for edit in match.edits])


def test_the_parameter_lists_every_notation() -> None:
    assert set(get_args(get_type_hints(Escaped)["notation"])) == set(ESCAPES)


@pytest.mark.parametrize(
    ("notation", "text", "wanted"),
    [
        ("html", "It&#39;s &ldquo;so&rdquo; &amp; that&hellip;", "It's “so” & that…"),
        ("html", "30&nbsp;% in May.&nbsp; Then&nbsp;&nbsp;June", "30 % in May. Then June"),
        (
            "html",
            "\u00adAT&T; A&E; R&D; &copyright; &Zzz; &;",
            "\u00adAT&T; A&E; R&D; &copyright; &Zzz; &;",
        ),
        ("html", "&#128;5 &#x2019; &#xD800; &#1114112;", "€5 ’ &#xD800; &#1114112;"),
        ("html-twice", "&amp;quot;x&amp;amp;rsquo;", '"x’'),
        ("bare-html", "Itrsquo;s nbsp; late", "It’s late"),
        ("source", r"he \u201cis\u201d \ud83d\ude00 \ud83d", "he “is” 😀 \\ud83d"),
        ("source", r"it\x92s \xe2\x80\x99 caf\xe9 a\xa0b", "it’s ’ café a b"),
        ("source", r"it<U+2019>s don\'92t \'added\' <U+1F600>", "it’s don’t 'added' 😀"),
        ("html", "One.&#13;\nTwo&#10;three&#9;four", "One.\nTwo three four"),
        ("line-end", r"One.\r\n\r\nTwo", "One.\n\nTwo"),
        ("percent", "of %D0%9A%D0%B8 or %FF%FE or a%20b", "of Ки or %FF%FE or a b"),
        ("quoted-printable", "it=E2=80=99s A=B0=11", "it’s A=B0=11"),
    ],
)
def test_escapes_become_what_they_stand_for(notation: str, text: str, wanted: str) -> None:
    assert fixed(notation, text) == wanted


def test_a_match_covers_the_escape_by_code_points() -> None:
    [match] = Escaped(notation="html").find(Document("Zoë’s 🙂 caf&eacute; is"))
    assert (match.span.start, match.span.end) == (11, 19)
    assert match.values == {"decoded": "é"}


@pytest.mark.parametrize("notation", ESCAPES)
@pytest.mark.parametrize(
    "text", ["", "&", "&#", "\\u", "%", "=", "&amp;" * 3000, "\\u0000", "%00%00", "\ud800&#39;"]
)
def test_hostile_text_settles(notation: str, text: str) -> None:
    matches = list(Escaped(notation=notation).find(Document(text)))  # type: ignore[arg-type]
    assert all(one.span.end <= two.span.start for one, two in pairwise(matches))
    for _ in range(4):
        before, text = text, fixed(notation, text)
    assert text == before


def test_control_characters_are_never_brought_in() -> None:
    assert not decoded("html", "&#1;&#2;")
    assert decoded("source", r"\u0000") is None
    assert decoded("percent", "%1B%5B") is None
