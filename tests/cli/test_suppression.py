from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.main import main

TWEET = "pic.twitter.com/AbCdEf1234"
LINE = f"The bridge is gone. {TWEET} Nobody was hurt."
DISABLE = "<!-- newslint-disable EMB -- as it was printed -->"
FIX = ("--fix", "--unsafe-fixes")


def run(*arguments: str, data: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--isolated", *arguments], input=data)


def codes(*arguments: str, data: str | None = None) -> list[str]:
    done = run("--format", "concise", *arguments, data=data)
    assert done.exit_code in (0, 1), done.output
    return [line.split()[1] for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "name_and_text",
    [
        ("a.md", f"{DISABLE}\n\n{LINE}\n"),
        ("a.md", f"<!-- newslint-disable-next-line EMB101 -->\n{LINE}\n"),
        ("a.md", f"<!-- newslint-disable-paragraph EMB -->\n\n{LINE}\nMore of it.\n"),
        ("a.md", f"{LINE}\n\n<!-- newslint-disable-file EMB -- why -->\n"),
        ("a.html", f"<html><body>{DISABLE}<p>{LINE}</p></body></html>"),
        ("a.html", f"<p>One.</p><!-- newslint-disable-paragraph EMB --><p>{LINE}</p>"),
    ],
)
def test_a_comment_holds_for_reports_and_fixes(
    folder: Path, name_and_text: tuple[str, str]
) -> None:
    name, text = name_and_text
    path = folder / name
    path.write_text(text)
    assert codes(name) == []
    for level in (("--fix",), FIX):
        assert codes(*level, name) == []
        assert path.read_text() == text
    for shape in ("json", "github", "text"):
        assert "EMB101" not in run("--format", shape, name).stdout
    path.write_text(text.replace(DISABLE, "").replace("newslint-", ""))
    assert codes(name) == ["EMB101"]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- newslint-disable EMB -->\n\n{LINE}\n",
        f"<!-- newslint-disable-file EMB -->\n\n{LINE}\n",
        f"<!-- newslint-disable-next-line EMB -->\n{LINE}\n",
    ],
)
def test_no_comment_is_heard_from_plain_text_records_and_standard_input(
    folder: Path, text: str
) -> None:
    (folder / "a.txt").write_text(text)
    (folder / "a.jsonl").write_text(json.dumps({"id": "x", "text": text}) + "\n")
    for arguments in (["a.txt"], ["a.jsonl"]):
        assert "EMB101" in codes(*arguments)
    assert "EMB101" in codes("-", data=text)


@pytest.mark.parametrize(
    "hostile",
    [
        "&lt;!-- newslint-disable EMB --&gt;",
        "<script>'<!-- newslint-disable EMB -->'</script>",
        "<a title='<!-- newslint-disable EMB -->'>Read</a>",
        "<textarea><!-- newslint-disable EMB --></textarea>",
        "<!-- newslint-disable -->",
        "<!-- newslint-disable-file ALL -->",
        "<!-- newslint-disable EMB",
    ],
)
def test_a_page_cannot_quote_its_way_to_a_comment(folder: Path, hostile: str) -> None:
    if hostile.endswith("EMB"):
        (folder / "a.html").write_text(f"<p>{LINE}</p>{hostile}")
    else:
        (folder / "a.html").write_text(f"{hostile}<p>{LINE}</p>")
    assert "EMB101" in codes("a.html")


def test_superfluous_comments_are_reported_and_taken_out(folder: Path) -> None:
    path = folder / "a.md"
    start = "<!-- newslint-disable QUO, EMB -->"
    path.write_text(f"# A\n\n{start}\n\n{LINE}\n\n<!-- newslint-disable MRK -->\n\nIt ended.\n")
    done = run("--format", "concise", "a.md")
    assert done.stdout.splitlines() == [
        "a.md:3:1: NWL002 warning: QUO suppresses nothing here; take it out",
        "a.md:7:1: NWL002 warning: MRK suppresses nothing here; take it out",
    ]
    assert "1 text read" in done.stderr
    assert codes("--select", "EMB,NWL", "a.md") == []
    assert codes("--fix", "a.md") == []
    fixed = f"# A\n\n<!-- newslint-disable EMB -->\n\n{LINE}\n\nIt ended.\n"
    assert path.read_text() == fixed


def entry(**keys: object) -> str:
    return "- " + "\n  ".join(f"{key}: {json.dumps(value)}" for key, value in keys.items()) + "\n"


def test_entries_hold_for_text_and_records(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(LINE)
    (folder / "sub" / "b.txt").write_text(LINE)
    records = [{"id": name, "text": LINE} for name in ("x", "y")]
    (folder / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    (folder / "newslint-ignore.yaml").write_text(
        entry(path="sub/a*", code="EMB", text=f" {TWEET}\n", reason="as printed")
        + entry(record="y", code="EMB101", reason="as printed")
    )
    done = run("--format", "concise", ".")
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == [
        "a.jsonl:1[x]:1:21:",
        "sub/b.txt:1:21:",
    ]
    assert codes(*FIX, ".") == []
    assert (folder / "sub" / "a.txt").read_text() == LINE
    assert (folder / "sub" / "b.txt").read_text() != LINE
    assert [TWEET in line for line in (folder / "a.jsonl").read_text().splitlines()] == [0, 1]


def test_entries_beside_the_file_and_above_up_to_the_configuration(folder: Path) -> None:
    inner = folder / "project" / "sub"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(LINE)
    (folder / "project" / "newslint.yaml").write_text("fail-on: error\n")
    ignore = entry(path="a.txt", code="EMB", reason="x")

    def found() -> int:
        arguments = ["check", "--config", "project/newslint.yaml", "project"]
        return CliRunner().invoke(main, arguments).exit_code

    (folder / "newslint-ignore.yaml").write_text(
        entry(path="project/sub/a.txt", code="EMB", reason="x")
    )
    assert found() == 1
    (inner / "newslint-ignore.yaml").write_text(ignore)
    assert found() == 0
    (inner / "newslint-ignore.yaml").unlink()
    (folder / "project" / "newslint-ignore.yaml").write_text(ignore.replace("a.txt", "sub/a.txt"))
    assert found() == 0


def test_superfluous_and_expired_entries_are_taken_out(folder: Path) -> None:
    (folder / "a.txt").write_text(LINE)
    yesterday = (dt.datetime.now(dt.UTC).date() - dt.timedelta(days=2)).isoformat()
    kept = "# ours\n" + entry(path="b.txt", code="QUO", reason="b was not read")
    (folder / "b.txt").write_text("It ended.\n")
    ignore = folder / "newslint-ignore.yaml"
    ignore.write_text(
        kept
        + f"- path: a.txt\n  code: EMB\n  reason: x\n  until: {yesterday}\n"
        + entry(path="a.txt", code="QUO", reason="x")
        + entry(path="gone.txt", code="QUO", reason="x")
    )
    done = run("--format", "concise", "a.txt")
    assert [line.split(" ")[:2] for line in done.stdout.splitlines()] == [
        ["a.txt:1:21:", "EMB101"],
        ["newslint-ignore.yaml:5:3:", "NWL004"],
        ["newslint-ignore.yaml:9:3:", "NWL002"],
        ["newslint-ignore.yaml:12:3:", "NWL002"],
    ]
    assert "1 text read" in done.stderr
    shown = run("--fix", "--diff", "a.txt").stdout
    assert f"-  until: {yesterday}" in shown
    assert codes("--fix", "a.txt") == ["EMB101"]
    assert ignore.read_text() == kept


def test_a_wrong_file_of_entries_is_said_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "a.txt").write_text(LINE)
    (folder / "newslint-ignore.yaml").write_text("- path: a.txt\n  code: EMB\n")
    done = run("--format", "concise", "a.txt")
    assert done.exit_code == 2
    assert "newslint-ignore.yaml:1: an entry needs “reason”; say it in a few words." in done.stderr
    assert "EMB101" in done.stdout


def test_sic_keeps_a_word_as_it_is(folder: Path) -> None:
    text = "President Volodymyr Zelenskky and Ana Oen were in Odessa for the talks.\n"
    (folder / "a.txt").write_text(text)
    assert codes("--select", "NAM", "a.txt") != []
    marked = text.replace("Zelenskky", "Zelenskky [sic]")
    (folder / "a.txt").write_text(marked)
    assert codes("--select", "NAM", *FIX, "a.txt") == []
    assert (folder / "a.txt").read_text() == marked


def test_what_is_there_is_adopted(folder: Path) -> None:
    (folder / "a.txt").write_text(f"{LINE}\n{LINE}\n")
    (folder / "a.jsonl").write_text(json.dumps({"id": 'q"\U0001f389', "text": LINE}) + "\n")
    ignore = folder / "newslint-ignore.yaml"
    before = entry(path="nothing*", code="EMB", reason="x")
    ignore.write_text(before)
    done = run("--add-ignores", ".")
    assert done.exit_code == 0
    assert ignore.read_text().startswith(before)
    assert codes(".") == []
    after = ignore.read_text()
    assert run("--add-ignores", ".").stderr == "0 entries added to newslint-ignore.yaml.\n"
    assert ignore.read_text() == after


def test_entries_are_found_wherever_a_run_starts(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(LINE)
    (folder / "newslint-ignore.yaml").write_text(entry(path="a.txt", code="EMB", reason="x"))
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    (folder / "newslint.yaml").write_text("fail-on: error\n")
    for name in ("../a.txt", str(folder / "a.txt"), str(folder), ".."):
        assert CliRunner().invoke(main, ["check", name]).exit_code == 0


def test_a_fix_elsewhere_does_not_reach_into_what_is_kept(folder: Path) -> None:
    text = f"One , two.\n\n{LINE}\n\nThree , four.\n"
    (folder / "a.txt").write_text(text)
    (folder / "newslint-ignore.yaml").write_text(
        entry(path="a.txt", code="SPC", text=" ,", reason="x")
        + entry(path="a.txt", code="EMB", reason="x")
    )
    before = codes("--no-cache", "a.txt")
    run(*FIX, "a.txt")
    assert TWEET in (folder / "a.txt").read_text()
    assert before == []


def test_a_hostile_text_in_an_entry_is_only_text(folder: Path) -> None:
    hostile = "pic.twitter.com/AbCdEf1234"
    (folder / "a.txt").write_text(f"\x1b[31m {hostile} \u202e\n")
    assert run("--add-ignores", ".").exit_code == 0
    assert "\x1b" not in (folder / "newslint-ignore.yaml").read_text()
    assert codes(".") == []
