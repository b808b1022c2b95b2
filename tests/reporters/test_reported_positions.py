"""Positions and edits of the formats that speak of files, tried on the files themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

import pytest

from newslint.text.derived import apply_edits
from tests.reporters.samples import DOCUMENTS, LINES, LINTER, TEXT, WHOLE, report

FILES = {"copy/a:b,c%.txt": TEXT, "pages.jsonl": LINES.decode(), "whole.json": WHOLE}
FOUND = {
    "copy/a:b,c%.txt": ["“", "“", "<b\x1b[31m::error::%>", "“", "one\ntwo", "“"],
    "pages.jsonl": ["\\u201c", "one\\ntwo", "<i>", "“"],
    "whole.json": ["“", "one\\r\\ntwo"],
}
Place = tuple[str, int, int, int, int]


def line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]


def cut(place: Place, *, unit: str) -> tuple[int, int]:
    """Return the code points of a file that a place of a report names."""
    path, line, column, end_line, end_column = place
    text = FILES[path]
    starts = [*line_starts(text), len(text)]

    def offset(line: int, column: int) -> int:
        if unit == "code points":
            return starts[line - 1] + column - 1
        data = text[starts[line - 1] : starts[line]].encode()
        return starts[line - 1] + len(data[: column - 1].decode())

    return offset(line, column), offset(end_line, end_column)


def github(text: str) -> Iterator[Place]:
    pattern = r"file=([^,]*),line=(\d+),col=(\d+),endColumn=(\d+)"
    for path, line, column, end in re.findall(pattern, text):
        name = path.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        yield name, int(line), int(column), int(line), int(end)


def gitlab(text: str) -> Iterator[Place]:
    for item in json.loads(text):
        location = item["location"]
        if "positions" in location:
            begin, end = location["positions"]["begin"], location["positions"]["end"]
            yield location["path"], begin["line"], begin["column"], end["line"], end["column"]


def sarif(text: str) -> Iterator[Place]:
    for item in json.loads(text)["runs"][0]["results"]:
        physical = item["locations"][0]["physicalLocation"]
        path = physical["artifactLocation"]["uri"].replace("%3A", ":").replace("%2C", ",")
        region = physical["region"]
        if "startColumn" in region:
            keys = ("startLine", "startColumn", "endLine", "endColumn")
            line, column, end_line, end_column = (region[key] for key in keys)
            yield path.replace("%25", "%"), line, column, end_line, end_column


def reviewdog(text: str) -> Iterator[Place]:
    for item in json.loads(text)["diagnostics"]:
        path, span = item["location"]["path"], item["location"]["range"]
        if "end" in span:
            start, end = span["start"], span["end"]
            yield path, start["line"], start["column"], end["line"], end["column"]


@pytest.mark.parametrize(
    ("name", "read", "unit"),
    [
        ("github", github, "code points"),
        ("gitlab", gitlab, "code points"),
        ("sarif", sarif, "code points"),
        ("rdjson", reviewdog, "bytes"),
    ],
)
def test_a_place_holds_what_was_found(
    name: str, read: Callable[[str], Iterator[Place]], unit: str
) -> None:
    found: dict[str, list[tuple[int, str]]] = {path: [] for path in FILES}
    for place in read(report(name, DOCUMENTS)):
        if place[0] in FILES:
            start, end = cut(place, unit=unit)
            found[place[0]].append((start, FILES[place[0]][start:end]))
    for path, expected in FOUND.items():
        across = [text for text in expected if name != "github" or "\n" not in text]
        assert [text for _, text in sorted(found[path])] == across


def test_checkstyle_gives_the_first_line_and_column() -> None:
    root = ET.fromstring(report("checkstyle", DOCUMENTS))  # noqa: S314 - our own
    for file in root.findall("file"):
        path = str(file.get("name"))
        if path not in FILES:
            continue
        starts = line_starts(FILES[path])
        for error, expected in zip(file, FOUND[path], strict=True):
            start = starts[int(str(error.get("line"))) - 1] + int(str(error.get("column"))) - 1
            assert FILES[path][start:].startswith(expected)


def test_offsets_of_sarif_are_those_of_the_lines_and_columns() -> None:
    for item in json.loads(report("sarif", DOCUMENTS[:1]))["runs"][0]["results"]:
        region = item["locations"][0]["physicalLocation"]["region"]
        keys = ("startLine", "startColumn", "endLine", "endColumn")
        line, column, end_line, end_column = (region[key] for key in keys)
        place = ("copy/a:b,c%.txt", line, column, end_line, end_column)
        start, end = cut(place, unit="code points")
        assert (region["charOffset"], region["charLength"]) == (start, end - start)


def mended(document_number: int) -> list[str]:
    """Return what each fix of a document makes of its text."""
    document = DOCUMENTS[document_number]
    return [
        apply_edits(document.text, item.fix.edits) for item in LINTER.lint(document) if item.fix
    ]


@pytest.mark.parametrize("number", [0, 2, 3, 5])
def test_a_suggestion_mends_the_file_as_the_fix_mends_the_document(number: int) -> None:
    made = []
    for item in json.loads(report("rdjson", [DOCUMENTS[number]]))["diagnostics"]:
        for suggestion in item.get("suggestions", []):
            span = suggestion["range"]
            path = item["location"]["path"]
            place = (path, *span["start"].values(), *span["end"].values())
            start, end = cut(place, unit="bytes")
            made.append(FILES[path][:start] + suggestion["text"] + FILES[path][end:])
    assert [text_of(text, number) for text in made] == mended(number)


@pytest.mark.parametrize("number", [0, 2, 3, 5])
def test_replacements_of_sarif_mend_the_file(number: int) -> None:
    made = []
    for item in json.loads(report("sarif", [DOCUMENTS[number]]))["runs"][0]["results"]:
        for fix in item.get("fixes", []):
            path = str(DOCUMENTS[number].path)
            text = FILES[path]
            for replacement in reversed(fix["artifactChanges"][0]["replacements"]):
                region = replacement["deletedRegion"]
                keys = ("startLine", "startColumn", "endLine", "endColumn")
                line, column, end_line, end_column = (region[key] for key in keys)
                place = (path, line, column, end_line, end_column)
                start, end = cut(place, unit="code points")
                text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
            made.append(text)
    assert sorted(text_of(text, number) for text in made) == sorted(mended(number))


def text_of(file: str, number: int) -> str:
    """Return the text of a document in a file."""
    document = DOCUMENTS[number]
    if document.record is None:
        return file
    if document.path == "whole.json":
        return str(json.loads(file)[1]["text"])
    return str(json.loads(file.split("\n")[document.record.line - 1])["text"])
