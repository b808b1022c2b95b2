"""YAML as plain values, with the line of every key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint.ruleset.model import RuleError


def read_source(path: Path) -> str:
    """Return the text of a file of rules.

    Raises:
        RuleError: if it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"the rule file cannot be read: {error}.", f"{path}:1") from error


def read_yaml(source: str, place: str) -> tuple[Any, dict[str, int]]:
    r"""Parse one YAML document.

    Args:
        source: the text of the file.
        place: the file's path, for messages.

    Returns:
        The value, and the 1-based line of every key by its dotted path.

    Raises:
        RuleError: if the text is no YAML, names a key twice, or uses a tag that would run code.

    >>> read_yaml("a:\n  b: 1", "x.yaml")
    ({'a': {'b': 1}}, {'a': 1, 'a.b': 2})
    """
    documents = read_documents(source, place)
    if len(documents) > 1:
        raise RuleError("the file holds more than one YAML document; keep one.", f"{place}:1")
    return documents[0] if documents else (None, {})


def read_documents(source: str, place: str) -> list[tuple[Any, dict[str, int]]]:
    """Parse the YAML documents of a file; see `read_yaml`.

    Raises:
        RuleError: if the text is no YAML, names a key twice, or uses a tag that would run code.
    """
    import yaml  # noqa: PLC0415

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(source)
    documents: list[tuple[Any, dict[str, int]]] = []
    try:
        while loader.check_node():
            node = loader.get_node()
            lines: dict[str, int] = {}
            _collect(node, "", lines, place)
            documents.append((loader.construct_document(node), lines))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"this is no valid YAML: {error.problem}.", f"{place}:{line}") from error
    except yaml.YAMLError as error:
        raise RuleError(f"this is no valid YAML: {error}.", f"{place}:1") from error
    finally:
        loader.dispose()
    return documents


def _collect(node: Any, path: str, lines: dict[str, int], place: str) -> None:  # noqa: ANN401
    """Note the line of every key below a node."""
    if node.id == "mapping":
        for key, value in node.value:
            inner = f"{path}.{key.value}" if path else str(key.value)
            if inner in lines:
                raise RuleError(
                    f"the key “{key.value}” stands twice; keep one.",
                    f"{place}:{key.start_mark.line + 1}",
                )
            lines[inner] = key.start_mark.line + 1
            _collect(value, inner, lines, place)
    elif node.id == "sequence":
        for index, value in enumerate(node.value):
            lines[f"{path}.{index}"] = value.start_mark.line + 1
            _collect(value, f"{path}.{index}", lines, place)
