"""`newslint` and `python -m newslint`."""

from __future__ import annotations

import gc

_YOUNG = 500_000
"""Objects more than these are looked at for garbage: rules, knowledge and caches are fewer."""


def main() -> None:
    """Run the command line."""
    # A start makes many objects that stay: to look for garbage among them at every turn, and
    # once more at the end, takes a seventh of a run over one text.
    gc.set_threshold(_YOUNG, 10, 10)
    from newslint.cli.main import main as command  # noqa: PLC0415 - this is what makes them

    try:
        command(prog_name="newslint")
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
