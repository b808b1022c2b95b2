"""The action's own steps, run as the runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
EVENT = Path(__file__).with_name("pull_request.json")
CLEAN = "The minister met reporters in Paris on Monday and said nothing new.\n"
DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"
BASH = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]
_EXPRESSION = re.compile(r"\$\{\{\s*([a-z.-]+)\s*\}\}")


@dataclass(frozen=True)
class Done:
    """What a job sees of the action."""

    status: int
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """A runner with a workspace that holds a repository.

    Args:
        folder: an empty directory.
    """

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "workspace"
        self._temporary = folder / "temp"
        for directory in (self.workspace, self._temporary):
            directory.mkdir()
        self.event = folder / "event.json"
        self.event.write_text("{}")
        self.git("init", "--quiet")

    def write(self, name: str, text: str) -> None:
        path = self.workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def git(self, *arguments: str) -> str:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        command = ["git", *identity, *arguments]
        return subprocess.run(
            command, cwd=self.workspace, capture_output=True, text=True, check=True
        ).stdout.strip()

    def commit(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "copy")
        return self.git("rev-parse", "HEAD")

    def check(self, **inputs: str) -> Done:
        """Run the step that lints, with the interpreter of the tests as the installed one."""
        return self.step("check", inputs, {"steps.install.outputs.python": sys.executable})

    def step(self, name: str, inputs: dict[str, str], values: dict[str, str]) -> Done:
        """Run a step of the action as the runner does."""
        [step] = [step for step in ACTION["runs"]["steps"] if step["id"] == name]
        known = {f"inputs.{key}": item["default"] for key, item in ACTION["inputs"].items()}
        known |= {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
        known |= values
        output, summary = self._temporary / "output", self._temporary / "summary"
        for file in (output, summary):
            file.write_text("")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT")},
            **{
                key: _EXPRESSION.sub(lambda match: known[match[1]], value)
                for key, value in step["env"].items()
            },
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_EVENT_PATH": str(self.event),
            "RUNNER_TEMP": str(self._temporary),
        }
        done = subprocess.run(
            [*BASH, step["run"]],
            cwd=self.workspace,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        lines = output.read_text().splitlines()
        outputs = {line.partition("=")[0]: line.partition("=")[2] for line in lines}
        return Done(done.returncode, done.stdout, outputs, summary.read_text())


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_clean_copy_passes(runner: Runner) -> None:
    runner.write("a.txt", CLEAN)
    done = runner.check()
    assert done.status == 0, done.log
    assert done.outputs == {"exit-code": "0", "diagnostics": "0"}


def test_a_diagnostic_becomes_an_annotation_and_fails_the_job(runner: Runner) -> None:
    runner.write("copy/a.txt", DIRTY)
    done = runner.check()
    assert done.status == 1
    assert "::error file=copy/a.txt,line=1,col=21,endColumn=47,title=EMB101" in done.log
    assert done.outputs == {"exit-code": "1", "diagnostics": "1"}
    assert "EMB101" in done.summary


def test_every_input_reaches_newslint(runner: Runner) -> None:
    runner.write("desk/one two/a.txt", DIRTY)
    runner.write("desk/b.txt", DIRTY + "The road &amp; the bridge.\n")
    runner.write("desk/house.yaml", "severity: {EMB101: info}\n")
    done = runner.check(
        paths="one two\nb.txt\n",
        args="--ignore MRK --color never",
        config="house.yaml",
        format="concise",
        fail_on="info",
        sarif_file="out.sarif",
        working_directory="desk",
    )
    assert done.status == 1, done.log
    assert "one two/a.txt:1:21: EMB101 info" in done.log
    assert done.outputs == {"exit-code": "1", "diagnostics": "2", "sarif": "desk/out.sarif"}
    assert done.summary == "newslint found 2 diagnostics.\n"
    report = json.loads((runner.workspace / "desk/out.sarif").read_text())
    places = [item["locations"][0]["physicalLocation"] for item in report["runs"][0]["results"]]
    uris = [place["artifactLocation"]["uri"] for place in places]
    assert uris == ["desk/one%20two/a.txt", "desk/b.txt"]


def test_annotations_find_files_below_the_working_directory(runner: Runner) -> None:
    runner.write("desk, two/a.txt", DIRTY)
    log = runner.check(working_directory="desk, two").log
    assert "::error file=desk%2C two/a.txt,line=1," in log


def test_bad_usage_keeps_its_status(runner: Runner) -> None:
    runner.write("a.txt", DIRTY)
    done = runner.check(args="--select NONE")
    assert (done.status, done.outputs) == (2, {"exit-code": "2"})
    assert runner.check(working_directory="nowhere").status == 2


@pytest.mark.parametrize("name", ["paths", "args", "config", "format", "fail_on", "diff_base"])
def test_an_input_is_never_run(runner: Runner, name: str) -> None:
    runner.write("a.txt", CLEAN)
    for hostile in ('"; touch pwned; "', "$(touch pwned)", "`touch pwned`"):
        runner.check(**{name: hostile})
        assert not (runner.workspace / "pwned").exists()


def test_a_path_is_no_option(runner: Runner) -> None:
    runner.write("a.txt", CLEAN)
    assert runner.check(paths="--output=pwned\na.txt").status == 2
    assert not (runner.workspace / "pwned").exists()


def test_the_repository_cannot_stand_in_for_a_module(runner: Runner) -> None:
    for name in ("json.py", "newslint.py", "click.py"):
        runner.write(name, "open('pwned', 'w')\n")
    runner.write("a.txt", CLEAN)
    assert runner.check().status == 0
    assert not (runner.workspace / "pwned").exists()


def test_text_cannot_speak_to_the_runner(runner: Runner) -> None:
    runner.write("a.txt", "::error::pic.twitter.com/AbCdEf1234 ::set-output name=x::y\n")
    lines = runner.check(format="text").log.splitlines()
    begin = next(line for line in lines if line.startswith("::stop-commands::"))
    assert lines.index(begin) == 0
    assert f"::{begin.removeprefix('::stop-commands::')}::" in lines


def pull_request(runner: Runner, base: str) -> None:
    head = runner.git("rev-parse", "HEAD")
    recorded = EVENT.read_text().replace("BASE_SHA", base).replace("HEAD_SHA", head)
    runner.event.write_text(recorded)


def test_a_pull_request_is_judged_by_the_lines_it_adds(runner: Runner) -> None:
    runner.write("a.txt", DIRTY)
    base = runner.commit()
    runner.write("a.txt", DIRTY + DIRTY.replace("bridge", "tunnel"))
    runner.commit()
    pull_request(runner, base)
    done = runner.check(diff_base="auto")
    assert (done.status, done.outputs["diagnostics"]) == (1, "1")
    assert "line=2," in done.log
    assert runner.check(diff_base="HEAD").outputs["diagnostics"] == "0"
    assert not (runner.workspace / "pwned").exists()


def test_a_base_that_is_missing_is_fetched(runner: Runner, tmp_path: Path) -> None:
    runner.write("a.txt", DIRTY)
    base = runner.commit()
    runner.write("b.txt", CLEAN)
    runner.commit()
    origin = tmp_path / "origin"
    shutil.move(runner.workspace, origin)
    allowed = ["-C", str(origin), "config", "uploadpack.allowAnySHA1InWant", "true"]
    clone = ["clone", "--quiet", "--depth=1", origin.as_uri(), str(runner.workspace)]
    for arguments in (allowed, clone):
        command = ["git", *arguments]
        subprocess.run(command, check=True)
    pull_request(runner, base)
    assert runner.check(diff_base="auto").outputs["diagnostics"] == "0"
    pull_request(runner, "0" * 40)
    done = runner.check(diff_base="auto")
    assert done.status == 2
    assert "cannot be fetched; check out with fetch-depth: 0." in done.log


def test_other_events_report_everything(runner: Runner) -> None:
    runner.write("a.txt", DIRTY)
    assert runner.check(diff_base="auto").outputs["diagnostics"] == "1"


@pytest.mark.slow
def test_the_action_installs_itself(runner: Runner) -> None:
    done = runner.step("install", {}, {})
    assert done.status == 0, done.log
    python = done.outputs["python"]
    runner.write("a.txt", DIRTY)
    checked = runner.step("check", {}, {"steps.install.outputs.python": python})
    assert checked.outputs == {"exit-code": "1", "diagnostics": "1"}
    version = [python, "-I", "-c", "import newslint; print(newslint.__file__)"]
    home = subprocess.run(version, capture_output=True, text=True, check=True).stdout
    assert home.startswith(str(Path(python).parents[1]))


def test_no_input_is_pasted_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
    used = {value for step in ACTION["runs"]["steps"] for value in step["env"].values()}
    assert {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]} <= used


def test_the_workflows_are_sound() -> None:
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress"]
    ignored = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        [*command, "--min-severity=medium", "action.yml", ".github", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        env=ignored,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout
    for workflow in (ROOT / ".github/workflows").glob("*.yml"):
        assert yaml.safe_load(workflow.read_text())["permissions"] == {}
        for line in workflow.read_text().splitlines():
            if "uses:" in line and "./" not in line:
                assert re.search(r"@[0-9a-f]{40} # v\d", line), line
