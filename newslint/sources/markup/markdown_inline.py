"""Markdown parsed with markdown-it, every text with its place in its block.

The parser gives the lines of blocks and nothing for what stands within them. Its
inline rules know where they stand while they run, though: the state that they share
writes that place into every token.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_AT = "at"


class _State(StateInline):
    """The state of the inline rules, which notes where each token begins."""

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - passed on
        self._pending_at = 0
        super().__init__(*arguments)

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the parser's own name
        token = super().pushPending()
        token.meta[_AT] = self._pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta[_AT] = self.pos
        return token


class _Inline(ParserInline):
    """The inline parser with the state above."""

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: Any,  # noqa: ANN401 - the parser's own signature
        tokens: list[Token],
    ) -> list[Token]:
        """Process a source and push its tokens."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        _spread(state.tokens)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _spread(tokens: list[Token]) -> None:
    """Place marks such as asterisks behind one another; a run of them is pushed from one place."""
    before, end = -1, 0
    for token in tokens:
        if token.type == "text":
            pushed = token.meta[_AT]
            if pushed == before:
                token.meta[_AT] = end
            before, end = pushed, token.meta[_AT] + len(token.content)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    inline = _Inline()
    inline.ruler, inline.ruler2 = parser.inline.ruler, parser.inline.ruler2
    parser.inline = inline
    # Joined texts would lose their places.
    return parser.disable(["fragments_join", "text_join"])


def blocks(text: str) -> list[Token]:
    """Return the tokens of a Markdown text; those of type ``inline`` hold the texts."""
    return _parser().parse(text)


class Part:
    """A part of what a block says.

    Args:
        text: what it says; of ``break`` and ``line``, white space.
        start: where it begins in the source of the block.
        end: where it ends there.
        image: whether it is the description of an image.
    """

    __slots__ = ("end", "image", "start", "text")

    def __init__(self, text: str, start: int, end: int, *, image: bool = False) -> None:
        self.text, self.start, self.end, self.image = text, start, end, image


def parts(
    source: str, tokens: list[Token], base: int = 0, *, image: bool = False
) -> Iterator[Part]:
    """Yield the texts of a block in order; marks, addresses and raw HTML are left out.

    Args:
        source: the content of the block.
        tokens: its children.
        base: where the source of the tokens begins in that of the block.
        image: whether they describe an image.
    """
    for token in tokens:
        at = base + token.meta.get(_AT, 0)
        kind, content = token.type, token.content
        if kind == "text" and content:
            at += source.startswith("<", at) and token.level > 0 and content[0] != "<"
            if source.startswith(content, at):
                yield Part(content, at, at + len(content), image=image)
        elif kind == "text_special":
            yield Part(content, at, at + len(token.markup), image=image)
        elif kind == "code_inline":
            yield Part(_stand_in(content), at, _code_end(source, at, token), image=image)
        elif kind in ("softbreak", "hardbreak"):
            yield _line_break(source, at, " " if kind == "softbreak" else "\n", image=image)
        elif kind == "html_inline" and content[:3].lower() == "<br":
            yield Part("\n", at, at, image=image)
        elif kind == "image":
            yield from parts(source, token.children or [], at + 2, image=True)


def marks(tokens: list[Token]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the pairs of marks around emphasised words, outermost place first.

    Yields:
        Where the opening mark begins and ends, and where the closing one does.
    """
    opened: list[tuple[int, int]] = []
    for token in tokens:
        at, width = token.meta.get(_AT, 0), len(token.markup)
        if token.type in ("em_open", "s_open"):
            opened.append((at, at + width))
        elif token.type == "strong_open":
            # Of its two characters the inner one became the token.
            opened.append((at - 1, at + 1))
        elif token.type in ("em_close", "s_close", "strong_close"):
            yield (*opened.pop(), at, at + width)


def labels(source: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield the texts of links that name their target by themselves: ``[text]``, ``[text][]``."""
    start = 0
    for token in tokens:
        if token.type == "link_open":
            start = token.meta[_AT]
        elif token.type == "link_close" and token.info != "auto":
            end = token.meta[_AT]
            if not source.startswith("(", end + 1) and (
                not source.startswith("[", end + 1) or source.startswith("[]", end + 1)
            ):
                yield start, end


def _line_break(source: str, at: int, text: str, *, image: bool) -> Part:
    """Return a line's end with the spaces around it, and the backslash that may stand before."""
    start = at
    while start > 0 and source[start - 1] == " ":
        start -= 1
    end = source.index("\n", at) + 1
    while end < len(source) and source[end] in " \t":
        end += 1
    return Part(text, start, end, image=image)


def _stand_in(code: str) -> str:
    """Return what stands for code in a sentence, so that its words do not close up."""
    word = "".join(character if character.isalnum() else " " for character in code).split()
    return word[0].lower() if word else "x"


def _code_end(source: str, at: int, token: Token) -> int:
    width, length = len(token.markup), len(token.content)
    inner = at + width
    whole = source[inner : inner + length].replace("\n", " ") == token.content
    return inner + length + width + (0 if whole else 2)
