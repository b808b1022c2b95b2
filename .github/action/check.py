"""Runs newslint for the GitHub action: inputs from the environment, outputs for later steps."""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

# -I: a module of the checked-out repository must not stand in for one of Python's.
NEWSLINT = [sys.executable, "-I", "-m", "newslint", "check"]
OBEYED = "github"
"""The format that speaks to the runner; any other may quote what looks like a command."""

_ANNOTATED = re.compile(rb"^(::(?:error|warning|notice) file=)(?!/)", re.MULTILINE)


def main() -> int:
    """Report, count, write the outputs, and return newslint's status."""
    directory = Path(given("WORKING_DIRECTORY") or ".")
    if not directory.is_dir():
        fail(f"working-directory: there is no directory “{directory}”.")
    paths = [path.strip() for path in given("PATHS").splitlines() if path.strip()]
    common = [*given("ARGS").split(), *options(directory), "--", *paths]
    report_format = given("FORMAT") or OBEYED

    status = reported(report_format, common, directory)
    write("exit-code", str(status))
    if status > 1:
        return status
    listed = Path(os.environ["RUNNER_TEMP"], "newslint.jsonl")
    quietly(["--format", "jsonl", "--output", str(listed), *common], directory)
    count = listed.read_bytes().count(b"\n")
    write("diagnostics", str(count))
    if report_format != OBEYED:
        with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as summary:
            summary.write(f"newslint found {count:,} diagnostics.\n")
    if sarif := given("SARIF_FILE"):
        quietly(["--format", "sarif", "--output", sarif, *common], directory)
        place_in_repository(directory / sarif, from_workspace(directory))
        write("sarif", from_workspace(directory / sarif))
    return status


def given(name: str) -> str:
    """Return an input of the action."""
    return os.environ.get(f"INPUT_{name}", "").strip()


def options(directory: Path) -> list[str]:
    """Return the options that inputs stand for, where they are given."""
    named = {
        "--config": given("CONFIG"),
        "--fail-on": given("FAIL_ON"),
        "--diff-base": diff_base(given("DIFF_BASE"), directory),
    }
    return [f"{name}={value}" for name, value in named.items() if value]


def diff_base(wanted: str, directory: Path) -> str:
    """Return the revision to compare with, fetched if the checkout is too shallow to hold it."""
    if wanted != "auto":
        return wanted
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    if "pull_request" not in event:
        return ""
    base = str(event["pull_request"]["base"]["sha"])
    git = ["git", "-C", str(directory)]
    if subprocess.run([*git, "cat-file", "-e", f"{base}^{{commit}}"], check=False).returncode:
        fetch = [*git, "fetch", "--quiet", "--depth=1", "origin", base]
        if subprocess.run(fetch, check=False).returncode:
            fail(f"diff-base: {base} cannot be fetched; check out with fetch-depth: 0.")
    return base


def reported(report_format: str, arguments: list[str], directory: Path) -> int:
    """Print the report and return newslint's status."""
    command = [*NEWSLINT, "--format", report_format, *arguments]
    if report_format == OBEYED:
        done = subprocess.run(command, cwd=directory, stdout=subprocess.PIPE, check=False)
        folder = escaped(from_workspace(directory)).replace(":", "%3A").replace(",", "%2C")
        start = b"" if folder == "." else f"{folder}/".encode()
        sys.stdout.buffer.write(_ANNOTATED.sub(lambda found: found[1] + start, done.stdout))
        return done.returncode
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    status = subprocess.run(command, cwd=directory, check=False).returncode
    print(f"\n::{token}::", flush=True)
    return status


def quietly(arguments: list[str], directory: Path) -> None:
    """Write a further report into a file."""
    done = subprocess.run([*NEWSLINT, "--exit-zero", *arguments], cwd=directory, check=False)
    if done.returncode:
        fail("the report could not be written; the lines above say why.")


def from_workspace(path: Path) -> str:
    """Return a path as the repository sees it, which is how annotations find their file."""
    workspace = Path(os.environ["GITHUB_WORKSPACE"]).resolve()
    return Path(os.path.relpath(path.resolve(), workspace)).as_posix()


def place_in_repository(sarif: Path, folder: str) -> None:
    """Make the paths of a SARIF report, which begin where newslint ran, begin at the root."""
    if folder == ".":
        return
    report = json.loads(sarif.read_text(encoding="utf-8"))
    for run in report["runs"]:
        for result in run["results"]:
            for location in result["locations"]:
                artifact = location["physicalLocation"]["artifactLocation"]
                if not artifact["uri"].startswith("file:"):
                    artifact["uri"] = f"{quote(folder)}/{artifact['uri']}"
    sarif.write_text(json.dumps(report), encoding="utf-8")


def write(name: str, value: str) -> None:
    """Set an output of the step."""
    if "\n" in value or "\r" in value:
        fail(f"the output {name} would hold a line break; rename the file.")
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"{name}={value}\n")


def fail(problem: str) -> NoReturn:
    """End the step with an annotation."""
    print(f"::error title=newslint::{escaped(problem)}")
    sys.exit(2)


def escaped(text: str) -> str:
    """Return a text that stays within its workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


if __name__ == "__main__":
    sys.exit(main())
