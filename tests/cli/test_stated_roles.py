from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.main import main

CAPTION = "Dockers at the gate of the old port on Friday, March 5, 2021. (Lena Aas/Reuters)"
FORMATS = {
    "a.html": (
        "<article><h1>Port closed</h1>\n<p>The port was closed and nobody was hurt.</p>\n"
        f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure>\n"
        f"<p>{CAPTION}</p>\n<p>More ships came, and the mayor left the town.</p></article>\n"
    ),
    "a.txt": f"Port closed\n\nThe port was closed; nobody was hurt.\n\n\n{CAPTION}\n\n{CAPTION}\n",
}


@pytest.mark.parametrize(("name", "lines"), [("a.html", [4]), ("a.txt", [6, 8])])
def test_a_credit_is_left_to_the_caption_that_a_format_states(
    tmp_path: Path, name: str, lines: list[int]
) -> None:
    (tmp_path / name).write_text(FORMATS[name], encoding="utf-8")
    arguments = ["--isolated", "--select", "EMB302", "--format", "concise", str(tmp_path / name)]
    done = CliRunner().invoke(main, ["check", *arguments])
    assert [int(line.split(":")[1]) for line in done.stdout.splitlines()] == lines
