"""One article in every format: what is reported stands where the report says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.main import main

ARTICLES = Path(__file__).parent / "articles"
GOLDEN = ARTICLES.with_name("articles.golden.txt")
MATCHED = {
    "EMB101": "pic.twitter.com/AbCdEf1234",
    "OFF102": "Ukrainian Prime Minister Volodymyr Zelensky",
    "REP101": "The the",
    "TRN103": "20-30 thousand",
}
_MARKS = re.compile(r"<[^>]*>|\*\*")


def reported(path: Path) -> list[tuple[str, int, int, str]]:
    """Return code, line and column of what is reported, and what an editor shows there."""
    arguments = ["check", "--isolated", "--no-cache", "--exit-zero", "--format", "sarif", str(path)]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    encoding = "utf-16" if path.name.startswith("wide") else "utf-8-sig"
    lines = path.read_bytes().decode(encoding).splitlines()
    found = []
    for result in json.loads(done.stdout)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        line, column = region["startLine"], region["startColumn"]
        assert region["endLine"] == line
        found.append(
            (
                result["ruleId"],
                line,
                column,
                lines[line - 1][column - 1 : region["endColumn"] - 1],
            )
        )
    return found


@pytest.mark.parametrize("path", sorted(ARTICLES.iterdir()), ids=lambda path: path.name)
def test_what_is_reported_stands_at_its_line_and_column(path: Path) -> None:
    found = reported(path)
    assert len(found) >= 3
    for code, _, _, shown in found:
        assert _MARKS.sub("", shown) == MATCHED[code]
    golden = [
        line for line in GOLDEN.read_text("utf-8").splitlines() if line.startswith(f"{path.name}:")
    ]
    assert [
        f"{path.name}:{line}:{column} {code} {shown}" for code, line, column, shown in found
    ] == (golden)


@pytest.mark.parametrize("report_format", ["concise", "sarif", "html", "rdjson"])
def test_bytes_of_another_encoding_in_a_broken_file_are_reported_where_they_stand(
    tmp_path: Path, report_format: str
) -> None:
    path = tmp_path / "broken.xlf"
    path.write_bytes(b'<?xml version="1.0"?>\n<xliff>caf\x97 <')
    arguments = ["check", "--isolated", "--no-cache", "--format", report_format, str(path)]
    done = CliRunner().invoke(main, arguments)
    assert isinstance(done.exception, SystemExit)
    if report_format == "concise":
        assert f"{path}:2:11: NWL103" in done.stdout
        assert "NWL107" in done.stdout
