"""JSON for reports: pure ASCII, harmless in the log of a runner."""

from __future__ import annotations

import json


def dumped(value: object) -> str:
    r"""Return a value as JSON on one line.

    The log of a GitHub job obeys ``##[command]`` anywhere in a line, so that it
    is written with an escape, which reads the same.

    >>> dumped("a##[b“")
    '"a#\\u0023[b\\u201c"'
    """
    return json.dumps(value).replace("##[", "#\\u0023[")
