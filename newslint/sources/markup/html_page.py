"""What a page says about its text: language, day, title, and whether a machine translated it."""

from __future__ import annotations

import datetime as dt

from newslint.sources.dates import day_of
from newslint.sources.markup.html_tokens import Tag
from newslint.text.expressions import expression

TRANSLATED_IN_A_BROWSER = "MRK101"
TRANSLATED_BY_A_SERVICE = "MRK102"

_TRANSLATED_CLASS = expression(r"(?:^|\s)(?:translated-(?:ltr|rtl)|goog-text-highlight)(?:\s|$)")
_PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created")
_LINKED_DATA_DAY = expression(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
_LANGUAGE = expression(r"([A-Za-z]{2,3})(?:[-_]|$)")
_INHERIT = "vertical-align:inherit"


class Page:
    """What is known about a page while it is read; the first of each thing counts."""

    def __init__(self) -> None:
        self.language: str | None = None
        self.heading = ""
        self.title = ""
        self.provenance: dict[str, Tag] = {}
        self._days: dict[str, dt.date] = {}

    @property
    def day(self) -> dt.date | None:
        """The day of publication: as declared, else as linked data has it, else the first time."""
        found = (self._days.get(kind) for kind in ("meta", "data", "time"))
        return next((day for day in found if day is not None), None)

    def see(self, tag: Tag) -> None:
        """Take what a start tag says."""
        if not tag.raw:
            return
        attributes = tag.attributes
        language = attributes.get("lang") or attributes.get("xml:lang") or ""
        if "x-mtfrom" in language.lower():
            self.provenance.setdefault(TRANSLATED_BY_A_SERVICE, tag)
        if self.language is None and tag.name in ("html", "body", "article", "main"):
            self.language = language_code(language)
        if _from_a_browser(tag):
            self.provenance.setdefault(TRANSLATED_IN_A_BROWSER, tag)
        if tag.name == "time":
            self._see_day("time", attributes.get("datetime", ""))
        if tag.name == "meta":
            name = (
                attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            )
            if (name or "").lower() in _PUBLISHED:
                self._see_day("meta", attributes.get("content", ""))
        elif attributes.get("itemprop", "").lower() == "datepublished":
            self._see_day("meta", attributes.get("datetime") or attributes.get("content", ""))

    def see_data(self, text: str) -> None:
        """Take what a script of linked data says."""
        for match in _LINKED_DATA_DAY.finditer(text):
            self._see_day("data", match[1])

    def _see_day(self, kind: str, text: str) -> None:
        day = day_of(text)
        if day is not None:
            self._days.setdefault(kind, day)


def _from_a_browser(tag: Tag) -> bool:
    attributes = tag.attributes
    if tag.name == "font":
        return _INHERIT in attributes.get("style", "").lower().replace(" ", "")
    if tag.name == "meta":
        return attributes.get("name", "").lower() == "translation-stats"
    return bool(_TRANSLATED_CLASS.search(attributes.get("class", "")))


def language_code(text: str) -> str | None:
    """Return the language of a language tag.

    >>> language_code("de-AT"), language_code("english")
    ('de', None)
    """
    match = _LANGUAGE.match(text.strip())
    return match[1].lower() if match else None
