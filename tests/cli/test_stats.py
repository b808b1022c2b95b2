from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from newslint.cli.main import main
from newslint.rates import read_rates

DIRTY = "The bridge is gone. pic.twitter.com/AbCdEf1234 Nobody was hurt."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["stats", "--isolated", "--select", "EMB101", *arguments])


def test_hits_are_counted_by_words_and_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{DIRTY}\n{DIRTY}\n")
    (tmp_path / "b.txt").write_text("Nothing here.\n")
    done = run(str(tmp_path), "--samples", "1", "--corpus", "two texts")
    assert done.stdout.splitlines() == [
        "two texts: 2 texts, 18 words",
        "code       hits  per 100k words  texts hit  name",
        "EMB101        2        11111.11          1  tweet-media-link",
        f"          The bridge is gone. ⟦pic.twitter.com/AbCdEf1234⟧ Nobody was hurt.⏎{DIRTY[:22]}",
    ]


def test_counts_can_be_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY)
    path = tmp_path / "rates.json"
    path.write_text(run("--format", "json", str(tmp_path / "a.txt")).stdout)
    assert json.loads(path.read_text())["hits"] == {"EMB101": 1}
    assert read_rates(path).per_100k_words("EMB101") > 0
