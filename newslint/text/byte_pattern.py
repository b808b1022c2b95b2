"""RE2 patterns made over into wider ones that an engine without Unicode finds in UTF-8."""

from __future__ import annotations

from newslint.text.byte_classes import (
    ASCII,
    DIGITS,
    FOLDED,
    LOWER,
    OUTSIDE,
    SPACES,
    UPPER,
    WORD,
    Members,
    byte_class,
    escaped,
    utf8_bytes,
)
from newslint.text.byte_ranges import SCRIPTS
from newslint.text.expressions import expression
from newslint.text.letter_case import alike

_FEW = 32
"""How many characters outside ASCII are written one by one, with those that fold to them."""

_PERL = {"d": DIGITS, "w": WORD, "s": SPACES}
_NAMED = {
    "alpha": LOWER | UPPER,
    "alnum": WORD - frozenset(b"_"),
    "digit": DIGITS,
    "lower": LOWER,
    "upper": UPPER,
    "space": SPACES,
    "word": WORD,
}
_PROPERTIES = {
    **dict.fromkeys(("L", "Latin"), LOWER | UPPER),
    **dict.fromkeys(("N", "Nd"), DIGITS),
    "Lu": UPPER,
    "Ll": LOWER,
    "M": frozenset(),
}
_CONTROLS = {"n": 10, "r": 13, "t": 9, "f": 12, "v": 11, "a": 7}
_HEX = expression(r"\\x\{([0-9A-Fa-f]+)\}|\\x([0-9A-Fa-f]{2})")
_PROPERTY = expression(r"\\([pP])(?:\{(\^?)([^}]*)\}|(.))")
_COUNT = expression(r"\{(\d+)(,?)(\d*)\}")
_GROUP = expression(r"\((?:\?(?:P?<\w+>|([a-zA-Z]*)(-[a-zA-Z]+)?([:)])))?")
_LEAST = 3
_MOST = 12
"""Higher counts than these make an automaton large and tell texts apart no better."""

_MARGIN = 8
"""More characters outside ASCII than these make one that is slow to compile where they repeat."""


class UntranslatableError(ValueError):
    """A pattern uses what the translation does not know."""


def byte_pattern(pattern: str) -> str:
    r"""Return a pattern over bytes that is found wherever an RE2 pattern is, and seldom elsewhere.

    What matches many characters outside ASCII, or many whatever the case, matches any bytes
    outside ASCII instead, unless they are one range or script; some are many where any number
    of them can stand, as in the margins of lines.
    Whatever the case, k and s stand for themselves only, not for the Kelvin sign and the long s.

    Args:
        pattern: an RE2 pattern.

    Raises:
        UntranslatableError: if the pattern uses what is not known here.

    >>> byte_pattern(r"(?i:see also)[:…]\s+\pL")
    '(?i:see also)(?:[:]|\\xe2\\x80\\xa6)[\\x09-\\x0d ]+[A-Za-z\\x80-\\xff]{1,4}'
    """
    translator = _Translator(pattern)
    translated = translator.alternation()
    if translator.place < len(pattern):
        raise UntranslatableError(pattern)
    return translated


class _Translator:
    """A reader of RE2 syntax that writes the wider pattern as it goes."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0
        self.ignore_case = False
        self.dot_matches_newline = False

    def alternation(self) -> str:
        parts = [self.sequence()]
        while self.peek() == "|":
            self.place += 1
            parts.append(self.sequence())
        return "|".join(parts)

    def sequence(self) -> str:
        parts: list[str] = []
        while self.place < len(self.pattern) and self.peek() not in "|)":
            atom, wide = self.atom()
            parts.append(self.repeated(atom, wide=wide))
        return "".join(parts)

    def repeated(self, atom: str, *, wide: bool) -> str:
        counts: list[str] = []
        while (count := self.count(wide=wide)) is not None:
            counts.append(count)
        if not counts:
            return f"{atom}{{1,4}}" if wide else atom
        for number, count in enumerate(counts):
            atom = f"(?:{atom}){count}" if number else atom + count
        return atom

    def count(self, *, wide: bool) -> str | None:
        """Return the count that stands here, widened where it counts characters."""
        mark = self.peek()
        if mark and mark in "?*+":
            self.place += 1
            least, most = int(mark == "+"), 1 if mark == "?" else None
        elif count := _COUNT.match(self.pattern, self.place):
            self.place = count.end()
            least = int(count[1])
            most = least if not count[2] else int(count[3]) if count[3] else None
        else:
            return None
        if self.peek() == "?":
            self.place += 1
        if most is not None and wide:
            most *= 4
        least = min(least, _LEAST) if most is None or most > _MOST else least
        if most is None or most > _MOST:
            return {0: "*", 1: "+"}.get(least, f"{{{least},}}")
        return "?" if (least, most) == (0, 1) else f"{{{least},{most}}}"

    def atom(self) -> tuple[str, bool]:
        """Return what stands for the next atom, and whether it matches outside ASCII."""
        character = self.peek()
        if character == "(":
            return self.group(), False
        if character == "[":
            return self.character_class()
        if character == "\\":
            return self.escape()
        self.place += 1
        if character in "^$":
            return character, False
        if character == ".":
            return byte_class((ASCII if self.dot_matches_newline else ASCII - {10}) | OUTSIDE)
        return self.literal(ord(character))

    def group(self) -> str:
        opening = _GROUP.match(self.pattern, self.place)
        if opening is None or (opening[0] == "(" and self.pattern.startswith("(?", self.place)):
            raise UntranslatableError(self.pattern)
        before = self.ignore_case, self.dot_matches_newline
        flags, negated = opening[1] or "", (opening[2] or "").lstrip("-")
        self.place = opening.end()
        self.ignore_case = ("i" in flags or self.ignore_case) and "i" not in negated
        self.dot_matches_newline = ("s" in flags or self.dot_matches_newline) and "s" not in negated
        kept = "".join(flag for flag in flags if flag in "im")
        dropped = "".join(flag for flag in negated if flag in "im")
        written = kept + (f"-{dropped}" if dropped else "")
        if opening[3] == ")":
            return f"(?{written})" if written else ""
        inside = self.alternation()
        if self.peek() != ")":
            raise UntranslatableError(self.pattern)
        self.place += 1
        self.ignore_case, self.dot_matches_newline = before
        return f"(?{written}:{inside})"

    def escape(self) -> tuple[str, bool]:
        if (members := self.set_escape()) is not None:
            return byte_class(members)
        following = self.pattern[self.place + 1 : self.place + 2]
        if following in ("b", "z", "A"):
            self.place += 2
            return f"\\{following}", False
        if following == "B":
            self.place += 2
            return "", False
        return self.literal(self.code_point())

    def set_escape(self) -> Members | None:
        r"""Return the set that a shorthand such as `\d` stands for."""
        if named := _PROPERTY.match(self.pattern, self.place):
            self.place = named.end()
            inverted = (named[1] == "P") != bool(named[2])
            name = named[3] or named[4]
            if name in SCRIPTS and not inverted:
                return frozenset(SCRIPTS[name])
            members = _PROPERTIES.get(name)
            return (ASCII if inverted or members is None else members) | OUTSIDE
        letter = self.pattern[self.place + 1 : self.place + 2]
        if letter.lower() not in _PERL:
            return None
        self.place += 2
        members = _PERL[letter.lower()]
        return members if letter.islower() else (ASCII - members) | OUTSIDE

    def code_point(self) -> int:
        """Return the character that stands here, escaped or not."""
        if self.peek() != "\\":
            self.place += 1
            return ord(self.pattern[self.place - 1])
        if written := _HEX.match(self.pattern, self.place):
            self.place = written.end()
            return int(written[1] or written[2], 16)
        character = self.pattern[self.place + 1 : self.place + 2]
        self.place += 2
        if character in _CONTROLS:
            return _CONTROLS[character]
        if not character or character.isalnum():
            raise UntranslatableError(self.pattern)
        return ord(character)

    def character_class(self) -> tuple[str, bool]:
        self.place += 1
        negated = self.peek() == "^"
        self.place += int(negated)
        members = self.class_item()
        while self.peek() != "]":
            members |= self.class_item()
        self.place += 1
        if negated:
            members = (ASCII - members) | OUTSIDE
        elif self.peek() == "*" and len(members - ASCII) > _MARGIN:
            members |= OUTSIDE
        return byte_class(members)

    def class_item(self) -> Members:
        """Return what one item of a character class adds to it."""
        if self.place >= len(self.pattern):
            raise UntranslatableError(self.pattern)
        if self.pattern.startswith("[:", self.place):
            name, closed, _ = self.pattern[self.place + 2 :].partition(":]")
            if not closed or name not in _NAMED:
                raise UntranslatableError(self.pattern)
            self.place += len(name) + 4
            return _NAMED[name]
        if self.peek() == "\\" and (shorthand := self.set_escape()) is not None:
            return shorthand
        first = last = self.code_point()
        if self.peek() == "-" and self.pattern[self.place + 1 : self.place + 2] not in ("]", ""):
            self.place += 1
            last = self.code_point()
        inside = frozenset(range(first, min(last, 127) + 1))
        if last - max(first, 127) > _FEW:
            outside = OUTSIDE | FOLDED if self.ignore_case else {(max(first, 128), last)}
            return inside | outside
        characters = map(chr, range(max(first, 128), last + 1))
        forms = (alike(one) if self.ignore_case else [one] for one in characters)
        return inside | {ord(form) for some in forms for form in some}

    def literal(self, code: int) -> tuple[str, bool]:
        character = chr(code)
        if code < 128:
            special = not character.isalnum() and character not in " _\"'<>@%&~`!,;:=/#-"
            return (escaped(code) if special else character), False
        forms = alike(character) if self.ignore_case else [character]
        return f"(?:{'|'.join(map(utf8_bytes, forms))})", False

    def peek(self) -> str:
        return self.pattern[self.place : self.place + 1]
