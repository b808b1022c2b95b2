"""The page of the HTML report: what it may do, what it shows and what it leaves out."""

from __future__ import annotations

import base64
import hashlib
import re
from xml.etree import ElementTree as ET

import html5lib
import pytest

from newslint.document import Document
from newslint.reporters import html_
from tests.reporters.samples import DOCUMENTS, report


def parsed(text: str) -> ET.Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: ET.Element = parser.parse(text)
    return page


def cells(page: ET.Element, table: str) -> list[list[str]]:
    rows = page.findall(f".//table[@id='{table}']/tbody/tr")
    return [["".join(cell.itertext()) for cell in row] for row in rows]


def test_the_policy_allows_the_page_its_own_style_and_script_only() -> None:
    page = parsed(report("html", DOCUMENTS))
    [policy] = [
        str(meta.get("content"))
        for meta in page.iter("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none'; ")
    for element in ("style", "script"):
        [source] = [str(item.text) for item in page.iter(element)]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    names = {name for item in page.iter() for name in item.keys()}  # noqa: SIM118 - an element
    assert not [name for name in names if name.startswith("on") or name in ("src", "href", "style")]
    assert not re.search("https?://", report("html", DOCUMENTS))


def test_counts_stand_by_level_and_rule() -> None:
    page = parsed(report("html", DOCUMENTS))
    assert cells(page, "levels") == [["error", "4"], ["warning", "16"], ["info", "3"]]
    assert cells(page, "rules") == [
        ["error", "MRK901 test-tag", "4"],
        ["warning", "QUO901 test-quote", "16"],
        ["info", "SPC901 test-comma", "3"],
    ]


def test_an_excerpt_is_marked_and_has_its_language() -> None:
    page = parsed(report("html", [Document("a𐐀b“ c", "a.txt", language="uk")]))
    [excerpt] = page.findall(".//p[@class='excerpt']")
    assert (excerpt.get("lang"), excerpt.get("dir")) == ("uk", "auto")
    [mark] = excerpt
    assert (excerpt.text, mark.text, mark.tail) == ("a𐐀b", "“", " c")


def test_of_many_diagnostics_a_sample_of_every_rule_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(html_, "MOST", 10)
    text = report("html", [Document("“ " * 30 + "<b> <i>", "a.txt")])
    rows = cells(parsed(text), "diagnostics")
    assert [row[1][:6] for row in rows] == ["QUO901"] * 5 + ["MRK901"] * 2
    assert "A sample of 7 of the 32 diagnostics" in text
    assert ["warning", "QUO901 test-quote", "30"] in cells(parsed(text), "rules")


def test_a_clean_run_is_a_page_too() -> None:
    page = parsed(report("html", [Document("nothing", "a.txt")]))
    assert [item.text for item in page.iter("p")] == ["1 text read; nothing found."]
    assert not list(page.iter("script"))
