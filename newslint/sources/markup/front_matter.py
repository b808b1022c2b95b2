"""What the head of a Markdown file says: title, day and language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from newslint.sources.dates import day_of
from newslint.sources.markup.html_page import language_code
from newslint.text.expressions import expression

_OPENING = expression(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSINGS = {
    "---": expression(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*+(?:\r\n|\n|\r|\Z)"),
    "+++": expression(r"(?<![^\r\n])\+\+\+[ \t]*+(?:\r\n|\n|\r|\Z)"),
}
_KEY = expression(r"(?<![^\r\n])[\w\"'-]+[ \t]*+:")
_DAY_KEYS = ("date", "published", "publishDate", "pubDate", "datePublished")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_MOST = 65_536


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a file.

    Args:
        end: where the text behind it begins.
        title: the headline.
        day: the day of publication.
        language: the language code.
        problem: why its keys could not be read; empty where they could.
    """

    end: int = 0
    title: str | None = None
    day: dt.date | None = None
    language: str | None = None
    problem: str = ""


def front_matter(text: str) -> FrontMatter:
    r"""Return the head of a text: YAML between ``---`` or TOML between ``+++``.

    >>> front_matter("---\ntitle: On\ndate: 2022-11-11\n---\nText").day
    datetime.date(2022, 11, 11)
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    mark = opening[1]
    closing = _CLOSINGS[mark].search(text, opening.end())
    if closing is None:
        return FrontMatter()
    head = text[opening.end() : closing.start()]
    if mark == "---" and head.strip() and not _KEY.search(head):
        return FrontMatter()  # a rule, and a heading or another rule below it
    if len(head) > _MOST:
        return FrontMatter(closing.end(), problem=f"it is longer than {_MOST:,} characters")
    values, problem = _yaml(head) if mark == "---" else _toml(head)
    return FrontMatter(
        end=closing.end(),
        title=values.get("title") or None,
        day=next(
            (day for key in _DAY_KEYS if key in values and (day := day_of(values[key]))), None
        ),
        language=next(
            (code for key in _LANGUAGE_KEYS if (code := language_code(values.get(key, "")))), None
        ),
        problem=problem,
    )


def _yaml(head: str) -> tuple[Mapping[str, str], str]:
    """Return the texts of a YAML mapping as they stand: nothing in it is built or expanded."""
    import yaml  # noqa: PLC0415

    try:
        node = yaml.compose(head, yaml.SafeLoader)
    except yaml.YAMLError as error:
        return {}, " ".join(str(error).split())[:200]
    except RecursionError:
        return {}, "it is nested too deeply"
    if not isinstance(node, yaml.MappingNode):
        return {}, "" if node is None else "it is no mapping of keys"
    return {
        key.value: value.value
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }, ""


def _toml(head: str) -> tuple[Mapping[str, str], str]:
    import tomllib  # noqa: PLC0415

    try:
        values = tomllib.loads(head.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        return {}, str(error)
    except (RecursionError, ValueError) as error:
        return {}, "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    texts = (str, dt.date, dt.datetime)
    return {key: str(value) for key, value in values.items() if isinstance(value, texts)}, ""
