"""The example plug-in, installed into a directory of its own and run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent / "plugin"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the plug-in is installed as its wheel would be."""
    site = tmp_path_factory.mktemp("site")
    package = site / "newslint_example"
    (package / "rules").mkdir(parents=True)
    for file in (PLUGIN / "newslint_example").rglob("*.*"):
        if "__pycache__" not in file.parts:
            relative = file.relative_to(PLUGIN / "newslint_example")
            package.joinpath(relative).write_bytes(file.read_bytes())
    info = site / "newslint_example-1.0.dist-info"
    info.mkdir()
    info.joinpath("METADATA").write_text(
        "Metadata-Version: 2.1\nName: newslint-example\nVersion: 1.0\n"
    )
    info.joinpath("entry_points.txt").write_text(
        "[newslint.checks]\nshouting = newslint_example.shouting:Shouting\n"
        "[newslint.rules]\nexample = newslint_example:rules\n"
    )
    cache = str(tmp_path_factory.mktemp("cache"))
    return {**os.environ, "PYTHONPATH": str(site), "NEWSLINT_CACHE_DIR": cache}


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newslint", *arguments],
        env=environment,
        input="Then THEY ALL CAME HOME at last.",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_plugin_brings_rules_and_checks(environment: dict[str, str]) -> None:
    for _ in ("parsed", "cached"):
        done = run(environment, "check", "--isolated", "--format", "concise", "-")
        assert "<stdin>:1:6: EXA101 warning: 4 words in capitals" in done.stdout


def test_a_plugin_rule_is_explained_and_tested(environment: dict[str, str]) -> None:
    assert "EXA101 shouting" in run(environment, "explain", "EXA101").stdout
    rules = str(PLUGIN / "newslint_example" / "rules")
    done = run(environment, "test-rules", rules)
    assert done.returncode == 0, done.stdout + done.stderr


def test_without_the_plugin_its_kind_is_unknown(tmp_path: Path) -> None:
    environment = {**os.environ, "NEWSLINT_CACHE_DIR": str(tmp_path)}
    done = run(environment, "check", "--rules", str(PLUGIN / "newslint_example" / "rules"), "-")
    assert done.returncode == 2
    assert "there is no kind “shouting”" in done.stderr
