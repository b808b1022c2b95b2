"""Kind `social-handle`: a handle of a social network where a name belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.base import Match, parameters
from newslint.checks.guards import Guards
from newslint.document import Document
from newslint.scan import Triggers
from newslint.text.expressions import expression

# What must not stand before the sign is asked for behind it: the engine can then skip to the sign.
_HANDLE = expression(rb"@(?<![\w@/.\x80-\xff]@)(?P<handle>\w{3,20})(?![\w@]|\.\w)")
_PART = expression(r"[A-Z][a-z]+|[A-Z]+(?![a-z])|[a-z]+|[0-9]+")

# What an account's name has around the person's: a country, an office, a claim to be real.
_COUNTRIES = frozenset(
    """
    ar at au be bg br by ca ch cl cn co cy cz de dk ee es eu fi fr ge gb gr hr hu id ie il in
    ir is it jp ke kr kz lt lu lv md me mk mt mx ng nl no nz pe ph pk pl pt ro rs ru se sg si
    sk th tr tw ua uk un us usa ve vn za
    """.split()
)
_TITLES = frozenset(
    """
    account ambassador gov governor hq mayor mep min minister mp news office official
    pm potus pres president press real rep sec sen senator speaker team the tv vp
    """.split()
)


@parameters
class SocialHandle(Guards):
    """A handle of a social network, with the name that can be read off it.

    Handles inside quotation marks are quoted as they were written and are left alone.
    """

    def triggers(self) -> Triggers:
        """Return the sign that begins a handle, before a letter."""
        self.compile_guards()
        return (r"@ ?\w",)

    def placeholders(self) -> frozenset[str]:
        """Return the names of the values: the name that the handle stands for."""
        return frozenset({"name"})

    def find(self, document: Document) -> Iterator[Match]:
        """Yield the handles outside quotations, in order."""
        encoded = document.encoded
        for match in _HANDLE.finditer(encoded.data):
            if not self.allow(encoded, *match.span()):
                continue
            span = encoded.span(*match.span())
            if not document.quoted(span):
                name = name_of(match["handle"].decode())
                yield Match(span, {"name": name}, (name,) if name else ())


def name_of(handle: str) -> str:
    """Return the name that a handle spells by its capitals, or nothing.

    >>> name_of("AnnaBrandtUa"), name_of("SenHolloway"), name_of("annabrandt")
    ('Anna Brandt', 'Holloway', '')
    """
    parts = _PART.findall(handle)
    while parts and (parts[-1].isdigit() or parts[-1].lower() in _TITLES):
        parts.pop()
    if len(parts) > 1 and parts[-1].lower() in _COUNTRIES:
        parts.pop()
    while parts and parts[0].lower() in _TITLES:
        parts.pop(0)
    words = all(re.fullmatch(r"[A-Z][a-z]+", part) for part in parts)
    return " ".join(parts) if words else ""


CHECK = SocialHandle
