"""The literals that a pattern cannot match without."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.text.expressions import expression

_LONG_ENOUGH = 3
_USEFUL = 6
_MOST_STRINGS = 16
_COMMON = frozenset(" .,-'’“”\"():;/?!\n\r\t")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "a": "\a"}
_HEX = expression(r"\\x\{([0-9A-Fa-f]+)\}|\\x([0-9A-Fa-f]{2})")
_PROPERTY = expression(r"\\[pP](?:\{[^}]*\}|.)")
_COUNT = expression(r"\{(\d+)(,?)(\d*)\}")
_FLAGS_WITHIN = expression(r"\(\?[imsU]+\)")
_FLAGS = expression(r"\(\?([imsU]*)([:)])")
_GROUP = expression(r"\(\?(?:P?<\w+>|([a-zA-Z-]*)([:)]))")


def required_literals(pattern: str) -> frozenset[str] | None:
    r"""Return literals of which one stands in every text that a pattern matches.

    Both are meant in small letters (ASCII only): search for them in a text whose
    capitals have been lowered.

    Args:
        pattern: an RE2 pattern.

    Returns:
        The literals, or None if there are none that would tell texts apart.

    >>> sorted(required_literals(r"(?i:^\s*(?:Read|See) (?:more|also) ?\d+)"))
    ['read also', 'read more', 'see also', 'see more']
    >>> required_literals(r"\d+ [a-z]{3}") is None
    True
    """
    node = _Parser(pattern).alternation()
    best = _best([node.required, node.exact])
    if best is None or not all(map(_tells, best)):
        return None
    return frozenset(
        literal for literal in best if not any(other in literal for other in best - {literal})
    )


def top_alternatives(pattern: str) -> list[str]:
    """Return patterns of which one matches where the given one does.

    >>> top_alternatives("(?i:see also|read (?:more|on))")
    ['(?i:see also)', '(?i:read (?:more|on))']
    """
    flags, inner = "", pattern
    while (unwrapped := _unwrapped(inner)) is not None:
        flags, inner = flags + unwrapped[0], unwrapped[1]
    parts = _Parser(inner).parts()
    if (len(parts) == 1 and inner == pattern) or _FLAGS_WITHIN.search(inner):
        return [pattern]
    if flags:
        return [f"(?{''.join(sorted(set(flags)))}:{part})" for part in parts]
    return [alternative for part in parts for alternative in top_alternatives(part)]


def _unwrapped(pattern: str) -> tuple[str, str] | None:
    """Return the flags and the inside of a pattern that is one group or begins with flags."""
    match = _FLAGS.match(pattern)
    if match is None:
        return None
    if match[2] == ")":
        return match[1], pattern[match.end() :]
    parser = _Parser(pattern)
    parser.group()
    return (match[1], pattern[match.end() : -1]) if parser.place == len(pattern) else None


def _tells(literal: str) -> bool:
    """Say whether a literal is missing from most texts: long enough, or of rare characters."""
    if len(literal) >= _LONG_ENOUGH:
        return True
    return any(not character.isalnum() and character not in _COMMON for character in literal)


class _Node(NamedTuple):
    """What is known of the strings that a part of a pattern matches.

    Args:
        exact: all of them, in small letters; None where they are too many.
        required: literals of which each of them holds one; None where there are none.
    """

    exact: frozenset[str] | None
    required: frozenset[str] | None = None


_EMPTY = _Node(frozenset({""}))
_ANYTHING = _Node(None)


def _best(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """Return the set whose shortest literal is long enough, and which has fewest."""
    usable = [strings for strings in sets if strings and min(map(len, strings)) > 0]
    return max(usable, key=_worth, default=None)


def _worth(strings: frozenset[str]) -> tuple[bool, int, int]:
    shortest = min(map(len, strings))
    return all(map(_tells, strings)), min(_USEFUL, shortest), -len(strings)


def _joined(parts: list[_Node]) -> _Node:
    """Return what is known of parts that follow one another."""
    runs: list[frozenset[str]] = []
    run: frozenset[str] = frozenset({""})
    found: list[frozenset[str] | None] = []
    for part in parts:
        if part.exact is not None and len(run) * len(part.exact) <= _MOST_STRINGS:
            run = frozenset(left + right for left in run for right in part.exact)
            continue
        runs.append(run)
        found.append(part.required)
        run = part.exact if part.exact is not None else frozenset({""})
        if part.exact is None:
            runs.append(frozenset())
    exact = run if not runs else None
    return _Node(exact, _best([*found, *runs, run]))


def _either(parts: list[_Node]) -> _Node:
    """Return what is known of parts of which one stands there."""
    if len(parts) == 1:
        return parts[0]
    exact: frozenset[str] | None = frozenset()
    for part in parts:
        exact = None if exact is None or part.exact is None else exact | part.exact
    if exact is not None and len(exact) > _MOST_STRINGS:
        exact_required: frozenset[str] | None = exact
        exact = None
    else:
        exact_required = None
    required: frozenset[str] | None = frozenset()
    for part in parts:
        best = _best([part.required, part.exact])
        required = None if required is None or best is None else required | best
    return _Node(exact, _best([required, exact_required]))


class _Parser:
    """A reader of RE2 syntax that keeps only what is certain."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0
        self.ignore_case = False

    def alternation(self) -> _Node:
        parts = [self.sequence()]
        while self.peek() == "|":
            self.place += 1
            parts.append(self.sequence())
        return _either(parts)

    def parts(self) -> list[str]:
        """Return the text of each top-level alternative."""
        texts: list[str] = []
        start = 0
        while self.place < len(self.pattern):
            self.sequence()
            texts.append(self.pattern[start : self.place])
            start = self.place = self.place + 1
        return texts

    def sequence(self) -> _Node:
        parts: list[_Node] = []
        while self.place < len(self.pattern) and self.peek() not in "|)":
            parts.append(self.repeated(self.atom()))
        return _joined(parts)

    def repeated(self, node: _Node) -> _Node:
        while self.place < len(self.pattern):
            count = _COUNT.match(self.pattern, self.place)
            mark = self.peek()
            if mark in "?*+":
                self.place += 1
                least, most = (0 if mark in "?*" else 1), (1 if mark == "?" else 99)
            elif count:
                self.place = count.end()
                least = int(count[1])
                most = least if not count[2] else int(count[3] or 99)
            else:
                return node
            if self.peek() == "?":
                self.place += 1
            node = _times(node, least, most)
        return node

    def atom(self) -> _Node:
        character = self.peek()
        if character == "(":
            return self.group()
        if character == "[":
            return self.character_class()
        if character == "\\":
            return self.escape()
        self.place += 1
        if character in "^$":
            return _EMPTY
        return _ANYTHING if character == "." else self.literal(character)

    def group(self) -> _Node:
        before = self.ignore_case
        opening = _GROUP.match(self.pattern, self.place)
        if opening is None:
            self.place += 1
        else:
            self.place = opening.end()
            if "i" in (opening[1] or "").partition("-")[0]:
                self.ignore_case = True
            if opening[2] == ")":
                return _EMPTY
        node = self.alternation()
        self.place += 1
        self.ignore_case = before
        return node

    def escape(self) -> _Node:
        for pattern in (_HEX, _PROPERTY):
            match = pattern.match(self.pattern, self.place)
            if match:
                self.place = match.end()
                if pattern is _PROPERTY:
                    return _ANYTHING
                return self.literal(chr(int(match[1] or match[2], 16)))
        character = self.pattern[self.place + 1 : self.place + 2]
        self.place += 2
        if character in "bBAz":
            return _EMPTY
        if character.isalnum() and character not in _ESCAPES:
            return _ANYTHING
        return self.literal(_ESCAPES.get(character, character))

    def character_class(self) -> _Node:
        start = self.place
        self.place = _class_end(self.pattern, start) + 1
        inside = self.pattern[start + 1 : self.place - 1]
        if inside.startswith("^") or "\\" in inside or "[:" in inside or "-" in inside[1:-1]:
            return _ANYTHING
        nodes = [self.literal(character) for character in inside]
        return _either(nodes) if len(nodes) <= 6 else _ANYTHING

    def literal(self, character: str) -> _Node:
        if not character.isascii() and self.ignore_case and character.lower() != character.upper():
            return _ANYTHING
        return _Node(frozenset({character.lower() if character.isascii() else character}))

    def peek(self) -> str:
        return self.pattern[self.place : self.place + 1]


def _times(node: _Node, least: int, most: int) -> _Node:
    """Return what is known of a part that is repeated."""
    if (least, most) == (1, 1):
        return node
    if (least, most) == (0, 1) and node.exact is not None and len(node.exact) < _MOST_STRINGS:
        return _Node(node.exact | {""})
    if least == 0:
        return _ANYTHING
    return _ANYTHING._replace(required=_best([node.required, node.exact]))


def _class_end(pattern: str, place: int) -> int:
    """Return where the class that opens at a place closes."""
    place += 2 if pattern.startswith("[^", place) else 1
    if pattern.startswith("]", place):
        place += 1
    while pattern[place] != "]":
        if pattern[place] == "\\":
            place += 1
        elif pattern.startswith("[:", place):
            place = pattern.index(":]", place) + 1
        place += 1
    return place
