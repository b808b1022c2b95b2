"""What the runner keeps, the folded rest, and the job summary."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.diagnostics import Severity
from newslint.document import Document
from newslint.reporters.github_summary import LARGEST, Row, append, table
from tests.reporters.samples import DOCUMENTS, report

MANY = Document("“\n" * 25 + "<b>", "a.txt")


def test_ten_of_a_level_are_annotations_and_the_rest_is_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    lines = report("github", [MANY]).splitlines()
    assert lines[0].startswith("::error file=a.txt,line=26,col=1,")
    assert sum(line.startswith("::warning ") for line in lines) == 10
    start = lines.index("::group::15 more diagnostics")
    token = lines[start + 1].removeprefix("::stop-commands::")
    assert len(token) == 32
    assert lines[-2:] == [f"::{token}::", "::endgroup::"]
    assert all("QUO901 warning" in line for line in lines[start + 2 : -2])
    assert len(lines[start + 2 : -2]) == 15


def test_the_summary_counts_by_rule_and_says_what_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    report("github", [MANY, *DOCUMENTS])
    assert path.read_text(encoding="utf-8") == (
        "before\n"
        "## newslint\n\n"
        "49 diagnostics of 3 rules; 31 of them left out of the annotations, "
        "and listed in the log.\n\n"
        "| Level | Rule | Found | Annotated | Left out | First at |\n"
        "|:--|:--|--:|--:|--:|:--|\n"
        "| error | <code>MRK901 test-tag</code> | 5 | 5 | 0 "
        "| <code>a&#46;txt&#58;26&#58;1</code> |\n"
        "| warning | <code>QUO901 test-quote</code> | 41 | 10 | 31 "
        "| <code>a&#46;txt&#58;1&#58;1</code> |\n"
        "| info | <code>SPC901 test-comma</code> | 3 | 3 | 0 "
        "| <code>copy&#47;a&#58;b&#44;c&#37;&#46;txt&#58;3&#58;152</code> |\n"
    )


def test_a_clean_run_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    assert report("github", [Document("nothing", "a.txt")]) == ""
    assert path.read_text() == "## newslint\n\nNothing found.\n"


def test_a_summary_that_cannot_be_written_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "none" / "summary.md"))
    last = report("github", [MANY]).splitlines()[-1]
    assert last == (
        "::warning title=newslint::the job summary was not written: No such file or directory."
    )


def test_a_summary_never_outgrows_its_file(tmp_path: Path) -> None:
    rows = [Row(Severity.INFO, f"TST{number} rule", "“" * 200, 1) for number in range(9_999)]
    path = tmp_path / "summary.md"
    path.write_text("x" * (LARGEST // 2))
    append(path, rows)
    text = path.read_text(encoding="utf-8")
    assert LARGEST - 2_000 < len(text.encode()) <= LARGEST
    left_out = 9_999 - text.count("| info |")
    assert text.endswith(f"\n{left_out:,} further rules left out, for the summary is full.\n")


def test_a_full_file_gets_no_summary() -> None:
    assert table([Row(Severity.INFO, "TST001 rule", "a.txt:1:1", 1)], 100) == ""


def test_a_span_over_lines_has_no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    found = report("github", [Document("one\ntwo", "a.txt")])
    assert found == "::notice file=a.txt,line=1,endLine=2,title=SPC901 test-comma::one two\n"
