"""`newslint` and `python -m newslint`."""

from __future__ import annotations

import atexit
import gc
import os
import sys

_YOUNG = 500_000
"""Objects more than these are looked at for garbage: rules, knowledge and caches are fewer."""


def main() -> None:
    """Run the command line."""
    # A start makes many objects that stay: to look for garbage among them at every turn
    # takes a seventh of a run over one text.
    gc.set_threshold(_YOUNG, 10, 10)
    from newslint.cli.main import main as command  # noqa: PLC0415 - this is what makes them

    try:
        try:
            command(prog_name="newslint")
        except SystemExit as leaving:
            observed = sys.getprofile() is not None or sys.gettrace() is not None
            if isinstance(leaving.code, int) and not observed:
                _leave(leaving.code)
            raise
    except OSError as error:
        _stop(error)


def _leave(status: int) -> None:
    """End the process as the interpreter does, but leave its memory to the system.

    To take every object apart takes 4 ms, which is the thirtieth part of a run over one text.
    Returns if nobody reads what was written, as the interpreter knows what to do then.

    Raises:
        OSError: if what was written does not arrive.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 - as multiprocessing ends its processes
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        return
    os._exit(status)


def _stop(error: OSError) -> None:
    """Say what the system refused, and end the process with the status for bad usage.

    What still waits to be written would be refused, too: the interpreter must not try.
    """
    from newslint.cli.options import USAGE, complain  # noqa: PLC0415 - it seldom comes to this

    refused = error.filename or "the output could not be written"
    complain(f"{refused}: {error.strerror or error}.")
    os._exit(USAGE)


if __name__ == "__main__":
    main()
