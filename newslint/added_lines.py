"""The lines that were added since a revision, asked of git."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newslint.diagnostics import Diagnostic
from newslint.document import Document
from newslint.sources.base import Found
from newslint.text.expressions import expression

_HUNK = expression(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class RevisionError(ValueError):
    """A revision that cannot be compared with; the message says why."""


@dataclass(slots=True)
class AddedLines:
    """Keeps what stands on lines that were added since a revision.

    Args:
        revision: what the working tree is compared with.
    """

    revision: str
    _known: dict[str, list[range] | None] = field(default_factory=dict)

    def check(self, directory: Path) -> None:
        """See whether a directory is in a repository that knows the revision.

        Raises:
            RevisionError: if it is not.
        """
        status, _ = _git(directory, "rev-parse", "--git-dir")
        if status:
            raise RevisionError(
                f"--diff-base: “{directory}” is in no git repository; run newslint inside one."
            )
        commit = f"{self.revision}^{{commit}}"
        status, _ = _git(directory, "rev-parse", "--verify", "--end-of-options", commit)
        if status:
            raise RevisionError(
                f"--diff-base: git knows no revision “{self.revision}” here; fetch it, or name"
                " another."
            )

    def screened(self, text: str, found: Found) -> Found:
        """Return what was found on added lines.

        Args:
            text: the text of the container.
            found: its documents with their diagnostics.
        """
        return [
            (loaded, [item for item in items if self._is_added(text, loaded.document, item)])
            for loaded, items in found
        ]

    def _is_added(self, text: str, document: Document, item: Diagnostic) -> bool:
        """Say whether a line of a diagnostic was added; all lines of an unknown file were."""
        lines = self._of(document.path or "")
        if lines is None:
            return True
        span = document.in_container(item.span)
        first = 1 if document.origin is None else document.origin.line
        if document.origin is None and document.record is not None:
            first = document.record.line
        # Lines as git counts them, which end at a line feed and at nothing else.
        start = first + text.count("\n", 0, span.start)
        end = start + text.count("\n", span.start, max(span.start, span.end - 1))
        return any(added.start <= end and start < added.stop for added in lines)

    def _of(self, name: str) -> list[range] | None:
        if name not in self._known:
            self._known[name] = self._asked(Path(name))
        return self._known[name]

    def _asked(self, path: Path) -> list[range] | None:
        """Return the added lines of a file, or None where it is wholly new."""
        directory = path.absolute().parent
        if not path.is_file():
            return None
        _, listed = _git(directory, "ls-files", "-z", "--", f":(literal){path.name}")
        if not listed:
            return None
        status, diff = _git(
            directory,
            *("diff", "--unified=0", "--no-ext-diff", "--no-textconv", "--no-color"),
            *("--end-of-options", self.revision, "--", f":(literal){path.name}"),
        )
        if status:
            self.check(directory)
            raise RevisionError(f"--diff-base: git could not compare “{path}”; run git diff on it.")
        if b"\nBinary files " in diff:
            return None
        return [
            range(int(start), int(start) + int(count or 1))
            for start, count in _HUNK.findall(diff)
            if count != b"0"
        ]


def _git(directory: Path, *arguments: str) -> tuple[int, bytes]:
    """Run git in a directory and return its status and output.

    Raises:
        RevisionError: if there is no git.
    """
    import subprocess  # noqa: PLC0415 - only runs with --diff-base need it

    command: Sequence[str] = ["git", "-C", str(directory), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a list
    except OSError as error:
        raise RevisionError(f"--diff-base: git cannot be run: {error.strerror}.") from error
    return done.returncode, done.stdout
