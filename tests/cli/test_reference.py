from __future__ import annotations

from pathlib import Path

from newslint.cli.reference import reference

REFERENCE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_reference_is_up_to_date() -> None:
    advice = "python -m newslint.cli.reference > docs/cli.md"
    assert REFERENCE.read_text(encoding="utf-8") == reference(), f"make it anew: {advice}"


def test_the_reference_names_option_variable_and_example() -> None:
    page = reference()
    assert "| `--fail-on` `error` \\| `warning` \\| `info` |" in page
    assert "`NEWSLINT_CHECK_FAIL_ON`" in page
    assert "```sh\nnewslint check article.txt\n" in page
    assert "\b" not in page
