from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.main import main

DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"
PAGE = "<p>The bridge is gone. <b>pic.twitter.com/AbCdEf1234</b> Nobody was hurt.</p>\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b c.txt", "d.txt"):
        Path(name).write_text(DIRTY)
    return tmp_path


def run(*arguments: str, data: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--format", "concise", *arguments], input=data)


def places(done: Result) -> list[str]:
    return [line.split(": ")[0] for line in done.stdout.splitlines()]


def test_globs_of_the_command_line_add_to_those_of_the_configuration() -> None:
    Path("newslint.yaml").write_text("exclude: [d.txt]\n")
    assert places(run(".")) == ["a.txt:1:21", "b c.txt:1:21"]
    assert places(run("--exclude", "a.*", ".")) == ["b c.txt:1:21"]
    assert places(run("--include", "a.*", ".")) == ["a.txt:1:21"]


@pytest.mark.parametrize("data", [b"a.txt\nb c.txt\n", b"a.txt\0b c.txt\0", b"a.txt\r\nb c.txt"])
def test_files_are_named_by_a_list(data: bytes) -> None:
    Path("list").write_bytes(data)
    assert places(run("--files-from", "list")) == ["a.txt:1:21", "b c.txt:1:21"]
    assert places(run("--files-from", "-", data=data)) == ["a.txt:1:21", "b c.txt:1:21"]
    assert places(run("d.txt", "--files-from", "list"))[0] == "d.txt:1:21"


def test_an_empty_list_is_no_mistake() -> None:
    Path("list").write_bytes(b"")
    done = run("--files-from", "list")
    assert (done.exit_code, done.stderr) == (0, "0 texts read; nothing found.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "there is nothing to read"),
        (["--files-from", "none"], "--files-from: “none” cannot be read: No such file"),
        (["-", "--files-from", "-"], "give - once"),
        (["--type", "docx", "a.txt"], "'docx' is not one of"),
    ],
)
def test_what_cannot_be_read_is_said(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert says in done.stderr


def test_standard_input_has_a_name_and_a_format() -> None:
    assert places(run("-", "--stdin-filename", "x/a.html", data=PAGE)) == ["x/a.html:1:27"]
    assert places(run("-", "--type", "html", data=PAGE)) == ["<stdin>:1:27"]
    fixed = run("-", "--fix", "--unsafe-fixes", "--type", "html", data=PAGE)
    assert fixed.stdout == "<p>The bridge is gone. <b></b>Nobody was hurt.</p>\n"


def test_front_matter_that_cannot_be_read_is_said() -> None:
    Path("a.md").write_text("---\ntitle: [\n---\nText.\n")
    assert "a.md:4:1: NWL110 warning: the front matter of a.md cannot be read" in run("a.md").stdout


def test_machine_translation_is_reported_once_at_its_tag() -> None:
    page = '<!doctype html>\n<html lang="en-x-mtfrom-de"><p lang="en-x-mtfrom-de">Text.</p>\n'
    Path("a.html").write_text(page)
    done = run("a.html")
    assert places(done) == ["a.html:2:1"]
    assert "MRK102 error: language tag of a machine translation: <html lang=" in done.stdout
    assert done.stderr.startswith("1 text read; 1 diagnostic (1 error)")
    assert run("--ignore", "MRK102", "a.html").stdout == ""
    Path("a.html").write_text(f"<!-- newslint-disable-file MRK102 -- known -->\n{page}")
    assert run("a.html").stdout == ""


def test_a_byte_that_is_no_text_is_reported_at_its_place() -> None:
    Path("a.html").write_bytes("<title>é</title>\n<p>Text ".encode() + b"\xe9 here.</p>\n")
    assert "a.html:2:9: NWL103 warning: byte 0xe9 at offset 26 " in run("a.html").stdout
