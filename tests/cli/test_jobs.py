from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newslint.cache import NAME
from newslint.cli.main import main
from newslint.document import Document
from newslint.linter import Linter
from newslint.parallel import Workers

CLEAN = "The minister met reporters in Paris on Monday and said nothing new.\n\n" * 300
DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n\n"
LongRun = Callable[[], tuple[subprocess.Popen[bytes], list[int]]]

RULE = ("--select", "EMB101,NWL")
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the workers")


def run(*arguments: str, jobs: int = 2, data: bytes | None = None) -> Result:
    command = ["check", "--isolated", *RULE, "--jobs", str(jobs), *arguments]
    return CliRunner().invoke(main, command, input=data)


def alike(*arguments: str, data: bytes | None = None) -> Result:
    """Return a run of one process, which a run of two is like."""
    one, two = (run(*arguments, jobs=jobs, data=data) for jobs in (1, 2))
    assert (two.stdout, two.stderr, two.exit_code) == (one.stdout, one.stderr, one.exit_code)
    assert repr(two.exception) == repr(one.exception)
    return one


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(70):
        body = CLEAN + (DIRTY if number % 7 == 3 else "")
        (tmp_path / f"{number:02}.txt").write_text(body)
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was given to workers."""
    given: list[object] = []

    class Counting(Workers[Any, Any]):
        def __init__(self, work: Callable[[Any], Any], count: int) -> None:
            given.append(count)
            super().__init__(work, count)

    monkeypatch.setattr("newslint.parallel.Workers", Counting)
    return given


@pytest.mark.parametrize("name", ["text", "jsonl", "junit", "sarif", "html"])
def test_the_report_does_not_depend_on_the_processes(
    folder: Path, started: list[object], name: str
) -> None:
    (folder / "14.txt").write_bytes(b"\0")
    (folder / "60.txt").write_bytes(b"caf\xe9")
    (folder / "61.txt").write_bytes(b"")
    done = alike("--no-cache", "--format", name, ".", "nope.txt")
    assert done.exit_code == 2
    assert "there is no file or directory “nope.txt”" in done.stderr
    assert started == [2]


def test_records_are_shared_line_by_line(folder: Path, started: list[object]) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{CLEAN[:3000]}{DIRTY}"}) for n in range(400)]
    lines[7] = lines[300] = '{"text": "cut'
    lines[200] = ""
    content = "\n".join(lines).encode()
    (folder / "a.jsonl").write_bytes(content)
    for path, data in (("a.jsonl", None), ("-", content)):
        done = alike("--no-cache", "--type", "records", "--format", "concise", path, data=data)
        assert done.stdout.count("EMB101") == 397
        assert ":301:" in done.stdout
    assert started == [2, 2]


def test_a_small_run_starts_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY)
    script = (
        "import sys\nfrom newslint.cli.main import main\n"
        "try: main(['check', '--isolated', '--select', 'EMB', '--jobs', '8', 'a.txt'])\n"
        "finally: print('multiprocessing' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "False")


def test_counts_do_not_depend_on_the_processes(folder: Path, started: list[object]) -> None:
    def counted(jobs: str, *arguments: str) -> Result:
        command = ["stats", "--isolated", *RULE, "--jobs", jobs, *arguments, ".", "nope.txt"]
        return CliRunner().invoke(main, command)

    for arguments in (("--samples", "3"), ("--format", "json")):
        one, two = (counted(jobs, *arguments) for jobs in ("1", "2"))
        assert (two.stdout, two.stderr, two.exit_code) == (one.stdout, one.stderr, one.exit_code)
    assert len(list(folder.glob("*.txt"))) == 70
    assert '"documents": 70' in one.stdout
    assert started == [2, 2]


@ON_LINUX
def test_a_pipe_is_read_by_the_process_that_has_it(folder: Path) -> None:
    command = [sys.executable, "-m", "newslint", "check", "--isolated", *RULE, "--no-cache"]
    one, two = (
        subprocess.run(
            [*command, "--format", "concise", "--jobs", jobs, ".", "/dev/stdin"],
            input=DIRTY.encode(),
            capture_output=True,
            cwd=folder,
            check=False,
        )
        for jobs in ("1", "2")
    )
    assert b"/dev/stdin:1:21: EMB101" in one.stdout
    assert (two.stdout, two.stderr, two.returncode) == (one.stdout, one.stderr, one.returncode)


def test_what_is_in_the_cache_starts_no_process(folder: Path, started: list[object]) -> None:
    first = run(".")
    kept = {path.name: path.read_text() for path in (folder / NAME).glob("*.json")}
    second = run(".")
    assert (second.stdout, second.stderr) == (first.stdout, first.stderr)
    assert started == [2]
    for path in (folder / NAME).glob("*.json"):
        path.unlink()
    assert run(".", jobs=1).stdout == first.stdout
    assert {path.name: path.read_text() for path in (folder / NAME).glob("*.json")}.keys() == (
        kept.keys()
    )
    assert sum(len(json.loads(text)) for text in kept.values()) == 70


def test_a_baseline_is_used_up_once(folder: Path, started: list[object]) -> None:
    assert CliRunner().invoke(main, ["baseline", "write", "--isolated", *RULE, "."]).exit_code in (
        0,
        1,
    )
    text = (folder / "03.txt").read_text()
    (folder / "03.txt").write_text(text.replace("gone", "left"))
    (folder / "10.txt").write_text(CLEAN)
    done = alike("--no-cache", "--baseline", "newslint-baseline.json", "--format", "concise", ".")
    assert done.stdout == ""
    assert "not found any more" in done.stderr
    again = alike("--no-cache", "--baseline", "newslint-baseline.json", ".", *["17.txt"] * 90)
    assert again.stdout.count("EMB101") == 90
    assert started == [2, 2]


def test_entries_are_judged_by_all_processes(folder: Path, started: list[object]) -> None:
    entries = "".join(
        f"- path: {name}\n  code: EMB101\n  reason: meant\n" for name in ("59.txt", "60.txt", "x")
    )
    (folder / "newslint-ignore.yaml").write_text(entries)
    done = alike("--no-cache", "--format", "concise", ".")
    assert "59.txt:" not in done.stdout
    assert done.stdout.count("NWL002") == 2
    assert started == [2]


def test_an_error_is_the_same_in_a_worker(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "66.txt").write_text("boom")
    lint_all = Linter.lint_all

    def failing(linter: Linter, documents: Iterable[Document]) -> object:
        every = list(documents)
        if any(document.text == "boom" for document in every):
            raise ZeroDivisionError("in a check")
        return lint_all(linter, every)

    monkeypatch.setattr(Linter, "lint_all", failing)
    one, two = (run("--no-cache", "--format", "concise", ".", jobs=jobs) for jobs in (1, 2))
    assert repr(one.exception) == repr(two.exception) == repr(ZeroDivisionError("in a check"))
    assert one.stdout.startswith(two.stdout) or two.stdout.startswith(one.stdout)


def test_a_worker_can_load_all_anew(
    folder: Path, started: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.helpers.forks", lambda: False)
    (folder / "newslint-ignore.yaml").write_text("- {path: 59.txt, code: EMB101, reason: meant}\n")
    (folder / "newslint-baseline.json").write_text('{"version": 1, "diagnostics": []}')
    done = run("--baseline", "newslint-baseline.json", ".")
    assert (done.exit_code, done.stdout.count("EMB101"), started) == (1, 9, [2])


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.fixture
def long_run(tmp_path: Path) -> Iterator[LongRun]:
    """A run that lasts until it is stopped, with its workers."""
    (tmp_path / "long.txt").write_text(CLEAN + DIRTY)
    (tmp_path / "names").write_text("long.txt\n" * 100_000)
    command = [
        *(sys.executable, "-m", "newslint", "check", "--isolated", *RULE, "--no-cache"),
        *("--jobs", "3", "--format", "jsonl", "--files-from", "names"),
    ]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:

        def started() -> tuple[subprocess.Popen[bytes], list[int]]:
            deadline = time.monotonic() + 60
            while len(workers := children(process.pid)) < 2 and time.monotonic() < deadline:
                time.sleep(0.01)
            return process, workers

        yield started
        process.kill()


def ended(workers: Sequence[int]) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if not any(Path(f"/proc/{pid}").exists() for pid in workers):
            return True
        time.sleep(0.01)
    return False


@ON_LINUX
def test_an_interrupt_ends_all_quietly(long_run: LongRun) -> None:
    process, workers = long_run()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors.split()) == (1, [b"Aborted!"])
    assert ended(workers)


@ON_LINUX
def test_a_killed_worker_is_told(long_run: LongRun) -> None:
    process, workers = long_run()
    os.kill(workers[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 2
    assert errors == (
        b"newslint: a worker process was ended by signal 9, so that the report is not whole; "
        b"--jobs 1 needs no other process.\n"
    )
    assert ended(workers)


@ON_LINUX
def test_a_reader_that_leaves_ends_all_quietly(long_run: LongRun) -> None:
    process, workers = long_run()
    assert process.stdout is not None
    assert process.stderr is not None
    assert b"EMB101" in process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=30) == 1
    assert process.stderr.read() == b""
    assert ended(workers)


@ON_LINUX
def test_workers_end_with_the_process_that_started_them(long_run: LongRun) -> None:
    process, workers = long_run()
    process.kill()
    process.communicate(timeout=30)
    assert ended(workers)
