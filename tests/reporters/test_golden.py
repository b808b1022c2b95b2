"""Reports against golden files; `NEWSLINT_WRITE_GOLDEN=1 pytest` writes them anew."""

from __future__ import annotations

import os
import pickle
from importlib.metadata import version
from pathlib import Path

import pytest

from newslint.reporters.base import Style, formats, reporter_of
from tests.reporters.samples import DOCUMENTS, LINTER, report

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("color", [False, True])
def test_report(name: str, color: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setattr("secrets.token_hex", lambda _: "token")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    found = report(name, DOCUMENTS, Style(color=color, width=80))
    found = found.replace(f'"{version("newslint")}"', '"VERSION"')
    path = GOLDEN / f"{name}{'-color' if color and name == 'text' else ''}.txt"
    if os.environ.get("NEWSLINT_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(found.encode())
    assert path.read_bytes().decode() == found


@pytest.mark.parametrize("name", ["text", "concise", "github", "junit", "html"])
def test_a_report_for_people_holds_no_control_of_the_text(name: str) -> None:
    found = report(name, DOCUMENTS)
    assert not any(character in found for character in "\x1b\u202e\r\x00\ud800\ufffe")


@pytest.mark.parametrize("name", formats())
def test_the_log_of_a_job_obeys_nothing_that_a_text_says(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: "token")
    found = report(name, DOCUMENTS)
    assert "##[" not in found
    own = (
        "error file=",
        "warning file=",
        "notice file=",
        "group::",
        "endgroup::",
        "stop-commands::",
    )
    for line in found.splitlines():
        if line.lstrip().startswith("::"):
            assert name == "github"
            assert line.startswith(tuple(f"::{start}" for start in (*own, "token::")))


@pytest.mark.parametrize("name", formats())
def test_a_reporter_can_be_sent_to_another_process(name: str) -> None:
    reporter = reporter_of(name, Style(width=80), LINTER.rules)
    sent = pickle.loads(pickle.dumps(reporter))  # noqa: S301 - our own
    for document in DOCUMENTS:
        diagnostics = LINTER.lint(document)
        assert sent.render(document, diagnostics) == reporter.render(document, diagnostics)
