"""Which words of a text concern a check, asked once for every word of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from weakref import WeakSet

from newslint.knowledge.folding import plains

_MOST_WORDS = 200_000
"""How many words are remembered before all are forgotten; news has some 15,000 in 4 MB."""

Question = Callable[[Mapping[str, str]], Iterable[str]]
"""Returns which of some words concern a check; they come with what they are without accents and
in small letters. What it says of a word may depend on nothing else."""


class TextWords(frozenset[str]):
    """The different words of one text.

    `notable` are those that concern any check, as far as `asked` is still what a vocabulary
    goes by: they need not be looked up a second time.
    """

    notable: frozenset[str] = frozenset()
    asked: object = None


class Vocabulary:
    """The words that a run met, and which of them concern any check.

    To look up the words of a text among all costs more (7 µs) than everything that is left to
    do with the few that concern a check: sieves that share a vocabulary look them up once.
    """

    def __init__(self) -> None:
        # Whoever makes linter after linter with one context does not keep their checks.
        self._sieves: WeakSet[Sieve] = WeakSet()
        self._dull: set[str] = set()
        self._notable: set[str] = set()
        self._state = object()
        self._names: dict[str, str] = {}

    def join(self, sieve: Sieve) -> None:
        """Let a sieve be asked about all words, those met before among them."""
        self._sieves.add(sieve)
        if len(self._names) < len(self._dull) + len(self._notable):
            self._names = _with_names(self._dull | self._notable)
        caught = sieve.ask(self._names)
        self._dull -= caught
        self._notable |= caught
        self._state = object()

    def notable(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words of a text that concern any check.

        Args:
            words: the words.
        """
        if isinstance(words, TextWords) and words.asked is self._state:
            return words.notable
        if len(self._dull) + len(self._notable) > _MOST_WORDS:
            self._forget()
        found = words - self._dull
        if new := found - self._notable:
            self._meet(new)
            found &= self._notable
        if isinstance(words, TextWords):
            words.notable, words.asked = found, self._state
        return found

    def _meet(self, words: frozenset[str]) -> None:
        # Sieves join one after the other, and are asked about the same words.
        self._names = names = _with_names(words)
        caught = {word for sieve in self._sieves for word in sieve.ask(names)}
        self._notable |= caught
        self._dull |= words - caught

    def _forget(self) -> None:
        self._dull, self._notable, self._state = set(), set(), object()
        self._names = {}
        for sieve in self._sieves:
            sieve.forget()


def _with_names(words: Iterable[str]) -> dict[str, str]:
    listed = list(words)
    return dict(zip(listed, plains(listed), strict=True))


class Sieve:
    """A question about one word alone, whose answers are remembered from text to text.

    The words of most texts were met before, so that few set operations tell
    whether a text holds any word that a check must look at.

    Args:
        question: which of some words a check must look at.
        vocabulary: the words met by all sieves that are asked about the same words; its
            own by default.
    """

    def __init__(self, question: Question, vocabulary: Vocabulary | None = None) -> None:
        self._question = question
        self._caught: set[str] = set()
        self._vocabulary = vocabulary or Vocabulary()
        self._vocabulary.join(self)

    def ask(self, names: Mapping[str, str]) -> set[str]:
        """Return and remember which of some new words concern the check; see `Question`."""
        found = set(self._question(names))
        self._caught |= found
        return found

    def forget(self) -> None:
        """Forget all words."""
        self._caught = set()

    def caught(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words that concern the check.

        >>> sieve = Sieve(lambda names: filter(str.isupper, names))
        >>> sorted(sieve.caught(frozenset({"NATO", "Nato", "UN"})))
        ['NATO', 'UN']

        Args:
            words: the words of a text.
        """
        return self._vocabulary.notable(words) & self._caught
