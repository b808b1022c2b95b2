"""RE2 patterns made over into wider ones that an engine without Unicode finds in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text.byte_ranges import SCRIPTS, byte_ranges
from newslint.text.expressions import expression
from newslint.text.letter_case import alike

_Members = frozenset[int | tuple[int, int]]
"""Characters, and ranges of characters outside ASCII by their first and last."""

_ASCII: _Members = frozenset(range(128))
_DIGITS: _Members = frozenset(b"0123456789")
_LOWER: _Members = frozenset(range(ord("a"), ord("z") + 1))
_UPPER: _Members = frozenset(range(ord("A"), ord("Z") + 1))
_SPACES: _Members = frozenset(b"\t\n\v\f\r ")
_WORD: _Members = _DIGITS | _LOWER | _UPPER | frozenset(b"_")
_OUTSIDE: _Members = frozenset({(0x80, 0x10FFFF)})
"""All characters outside ASCII, for which any bytes outside ASCII may stand."""

_FOLDED: _Members = frozenset(b"ks")
"""What some letters outside ASCII are whatever the case: the Kelvin sign and the long s."""

_FEW = 32
"""How many characters outside ASCII are written one by one, with those that fold to them."""

_PERL = {"d": _DIGITS, "w": _WORD, "s": _SPACES}
_NAMED = {
    "alpha": _LOWER | _UPPER,
    "alnum": _WORD - frozenset(b"_"),
    "digit": _DIGITS,
    "lower": _LOWER,
    "upper": _UPPER,
    "space": _SPACES,
    "word": _WORD,
}
_PROPERTIES = {
    **dict.fromkeys(("L", "Latin"), _LOWER | _UPPER),
    **dict.fromkeys(("N", "Nd"), _DIGITS),
    "Lu": _UPPER,
    "Ll": _LOWER,
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


class UntranslatableError(ValueError):
    """A pattern uses what the translation does not know."""


def byte_pattern(pattern: str) -> str:
    r"""Return a pattern over bytes that is found wherever an RE2 pattern is, and seldom elsewhere.

    What matches many characters outside ASCII, or many whatever the case, matches any bytes
    outside ASCII instead, unless they are one range or script.
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
            return _class((_ASCII if self.dot_matches_newline else _ASCII - {10}) | _OUTSIDE)
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
            return _class(members)
        following = self.pattern[self.place + 1 : self.place + 2]
        if following in ("b", "z", "A"):
            self.place += 2
            return f"\\{following}", False
        if following == "B":
            self.place += 2
            return "", False
        return self.literal(self.code_point())

    def set_escape(self) -> _Members | None:
        r"""Return the set that a shorthand such as `\d` stands for."""
        if named := _PROPERTY.match(self.pattern, self.place):
            self.place = named.end()
            inverted = (named[1] == "P") != bool(named[2])
            name = named[3] or named[4]
            if name in SCRIPTS and not inverted:
                return frozenset(SCRIPTS[name])
            members = _PROPERTIES.get(name)
            return (_ASCII if inverted or members is None else members) | _OUTSIDE
        letter = self.pattern[self.place + 1 : self.place + 2]
        if letter.lower() not in _PERL:
            return None
        self.place += 2
        members = _PERL[letter.lower()]
        return members if letter.islower() else (_ASCII - members) | _OUTSIDE

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
        return _class((_ASCII - members) | _OUTSIDE if negated else members)

    def class_item(self) -> _Members:
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
            outside = _OUTSIDE | _FOLDED if self.ignore_case else {(max(first, 128), last)}
            return inside | outside
        characters = map(chr, range(max(first, 128), last + 1))
        forms = (alike(one) if self.ignore_case else [one] for one in characters)
        return inside | {ord(form) for some in forms for form in some}

    def literal(self, code: int) -> tuple[str, bool]:
        character = chr(code)
        if code < 128:
            special = not character.isalnum() and character not in " _\"'<>@%&~`!,;:=/#-"
            return (_escaped(code) if special else character), False
        forms = alike(character) if self.ignore_case else [character]
        return f"(?:{'|'.join(map(_bytes, forms))})", False

    def peek(self) -> str:
        return self.pattern[self.place : self.place + 1]


def _class(members: _Members) -> tuple[str, bool]:
    """Write a set of characters as a class of bytes, and say whether it is a wide one."""
    ranges: list[tuple[int, int]] = []
    for byte in sorted(code for code in _characters(members) if code < 128):
        if ranges and ranges[-1][1] == byte - 1:
            ranges[-1] = ranges[-1][0], byte
        else:
            ranges.append((byte, byte))
    inside = "".join(_shown(a) if a == b else f"{_shown(a)}-{_shown(b)}" for a, b in ranges)
    if members >= _OUTSIDE:
        return f"[{inside}\\x80-\\xff]", True
    further = [_bytes(chr(code)) for code in sorted(_characters(members)) if code > 127]
    for first, last in sorted(item for item in members if isinstance(item, tuple)):
        further += byte_ranges(first, last)
    if not further:
        return f"[{inside}]", False
    return f"(?:{'|'.join([f'[{inside}]'] * bool(inside) + further)})", False


def _characters(members: _Members) -> Iterator[int]:
    return (item for item in members if isinstance(item, int))


def _shown(byte: int) -> str:
    """Write a byte as it stands in a character class."""
    character = chr(byte)
    return character if character.isalnum() or character in " :;,." else _escaped(byte)


def _bytes(character: str) -> str:
    return "".join(map(_escaped, character.encode("utf-8", "surrogatepass")))


def _escaped(byte: int) -> str:
    return f"\\x{byte:02x}"
