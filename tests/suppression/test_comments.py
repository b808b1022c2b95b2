from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from newslint.suppression.comments import Comments, blocks
from newslint.suppression.selectors import Judge
from newslint.text.comments import html_comments, markdown_comments
from newslint.text.derived import apply_edits
from newslint.text.span import Span


@dataclass(frozen=True)
class Rule:
    code: str
    name: str


MARKUP = Rule("MRK101", "attribute-residue")
QUOTES = Rule("QUO201", "unclosed-quote")
OTHER = Rule("SPC101", "glued-words")
EVERY = (MARKUP, QUOTES, OTHER)
JUDGE = Judge(EVERY, lambda: EVERY)


def comments(text: str) -> Comments:
    return Comments(text, markdown_comments(text), list(blocks(text)))


def suppressed(text: str, rule: Rule = MARKUP) -> list[bool]:
    """Say for every ¤ of a text whether it is suppressed."""
    found = comments(text)
    return [
        found.suppress(rule, Span(place, place + 1)) for place, c in enumerate(text) if c == "¤"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¤\n<!-- newslint-disable MRK101 -->\n¤\n<!-- newslint-enable MRK101 -->\n¤", [0, 1, 0]),
        ("<!-- newslint-disable MRK -->\n¤\n<!-- newslint-enable QUO -->\n¤", [1, 1]),
        ("<!-- newslint-disable MRK, QUO -->\n¤\n<!-- newslint-enable QUO -->\n¤", [1, 1]),
        ("<!-- newslint-disable MRK -->\n¤\n<!-- newslint-enable -->\n¤", [1, 0]),
        ("<!-- newslint-disable attribute-residue -- why -->¤", [1]),
        ("<!-- newslint-disable QUO -- MRK101 -->¤", [0]),
        ("<!-- newslint-disable-next-line MRK101 -->\n¤\n¤", [1, 0]),
        ("<!-- newslint-disable-next-line MRK101 -->\r\n¤\r\n¤", [1, 0]),
        ("¤ <!-- newslint-disable-next-line MRK101 --> ¤", [0, 0]),
        ("<!-- newslint-disable-paragraph MRK -->\n\n¤\n¤\n\n¤", [1, 1, 0]),
        ("¤ <!-- newslint-disable-paragraph MRK --> ¤\n¤\n\n¤", [1, 1, 1, 0]),
        ("¤\n\n¤\n\n<!-- newslint-disable-file MRK -->", [1, 1]),
        ("<!-- newslint-disable -->¤", [0]),
        ("<!-- newslint-disable ALL -->¤", [0]),
        ("<!-- newslint-disable-file -- no codes -->¤", [0]),
        ("<!-- newslint-disabled MRK -->¤", [0]),
        ("<!-- newslint-disable MRK\n¤", [0]),
        ("`<!-- newslint-disable MRK -->` ¤", [0]),
        ("```\n<!-- newslint-disable MRK -->\n```\n¤", [0]),
        ("``a ` <!-- newslint-disable MRK --> `` ¤", [0]),
        ("~~~\n<!-- newslint-disable MRK -->\n¤", [0]),
        ("&lt;!-- newslint-disable MRK --&gt; ¤", [0]),
        ("\\`<!-- newslint-disable MRK --> ¤", [1]),
        ("` <!-- newslint-disable MRK -->\n\n` ¤", [1]),
    ],
)
def test_what_a_comment_reaches(text: str, expected: list[int]) -> None:
    assert suppressed(text) == [bool(item) for item in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- a --><!-- b -->", 2),
        ("<script>'<!-- a -->'</script>", 0),
        ("<SCRIPT>'<!-- a -->'</Script ><!-- b -->", 1),
        ("<textarea><!-- a --></textarea>", 0),
        ("<style><!-- a -->", 0),
        ("<a title='<!-- a -->'>x</a>", 0),
        ('<a title="<!-- a -->', 0),
        ("<!-- a", 0),
        ("1 < 2 <!-- a -->", 1),
        ("<!-- <script> --><!-- b -->", 2),
    ],
)
def test_comments_of_html(text: str, expected: int) -> None:
    assert len(list(html_comments(text))) == expected


@pytest.mark.parametrize("scan", [html_comments, markdown_comments])
@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "`",
        "``` ",
        "<a ",
        '<a "',
        "<script>",
        "<!-- a -->",
        "\n~~~",
        "\\`",
        "<a '>",
        "` ",
        "`\n",
    ],
)
def test_hostile_texts_are_scanned_in_linear_time(
    scan: Callable[[str], Iterator[Span]], piece: str
) -> None:
    assert len(list(scan(piece * 50_000))) <= 50_000


def notes(text: str, judge: Judge = JUDGE) -> tuple[list[tuple[str, str]], str]:
    """Return the notes about the comments of a text, and the text mended."""
    found = comments(text)
    for place, character in enumerate(text):
        if character == "x":
            found.suppress(MARKUP, Span(place, place + 1))
    said = list(found.notes(judge))
    shown = [(note.code, note.values.get("what", "")) for note, _ in said]
    return shown, apply_edits(text, [edit for _, edits in said for edit in edits])


@pytest.mark.parametrize(
    ("text", "said", "mended"),
    [
        ("<!-- newslint-disable MRK -->\nx", [], "<!-- newslint-disable MRK -->\nx"),
        ("<!-- newslint-disable QUO -->\n\nx", [("NWL002", "QUO")], "x"),
        (
            "<!-- newslint-disable QUO, MRK, SPC -- y -->x",
            [("NWL002", "QUO, SPC")],
            "<!-- newslint-disable MRK -- y -->x",
        ),
        (
            "<!-- newslint-disable MRK QUO -->x",
            [("NWL002", "QUO")],
            "<!-- newslint-disable MRK -->x",
        ),
        ("x <!-- newslint-enable MRK --> y", [("NWL002", "newslint-enable")], "x y"),
        (
            "<!-- newslint-disable MRK --><!-- newslint-disable MRK101 -->x",
            [("NWL002", "MRK101")],
            "<!-- newslint-disable MRK -->x",
        ),
        ("<!-- newslint-disable-file UNKNOWN -->\n\nx", [("NWL002", "UNKNOWN")], "x"),
        ("<!-- newslint-disable -->", [("NWL003", "")], "<!-- newslint-disable -->"),
        ("<!-- newslint-dsable QUO -->", [("NWL005", "")], "<!-- newslint-dsable QUO -->"),
        ("<!-- newslint is good -->", [], "<!-- newslint is good -->"),
    ],
)
def test_superfluous_comments(text: str, said: list[tuple[str, str]], mended: str) -> None:
    assert notes(text) == (said, mended)


def test_a_comment_for_a_rule_that_does_not_run_is_not_superfluous() -> None:
    judge = Judge([MARKUP], lambda: EVERY)
    text = "<!-- newslint-disable QUO, MRK -->"
    assert notes(text, judge)[0] == [("NWL002", "MRK")]
