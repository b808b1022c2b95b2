"""Pairs of names of one text that are alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from newslint.knowledge.nearness import LONGEST, deletions, one_edit_apart
from newslint.knowledge.sieve import Sieve, Vocabulary

Pair = tuple[str, str]

_MOST_KEYS = 500_000
"""How many keys a text may have (50 MB): the deletions of some 55,000 names. A text that has
more is not looked at."""

_CROWD = 100
"""How many words of a text may share a key with its first, so that no text takes quadratic time;
in 4 MB of news up to 6 do. A text where more do is not looked at."""

_MOST_LETTERS = 40_000
"""How long some 5,000 names are: more are not looked through for each rare one. They have fewer
keys together than a text may have."""

_SHORTEST = 5
"""How many letters a name has if what a deletion leaves of it is told by both its ends."""

_TRIES = 20
"""How many names may be tried for each name of a text; in news one is."""


class Doubles(Sieve):
    """The question whether a word shares its key with another word of the run.

    Args:
        keys: returns some of the words that come with their plain names, and the key of each.
        vocabulary: the words met by all sieves that are asked about the same words.
    """

    def __init__(
        self,
        keys: Callable[[Mapping[str, str]], tuple[list[str], list[str]]],
        vocabulary: Vocabulary,
    ) -> None:
        self._keys = keys
        self._first: dict[str, str] = {}
        super().__init__(tuple, vocabulary)

    def ask(self, names: Mapping[str, str]) -> set[str]:
        """Meet some new words; what an earlier one is depends on them, so that none is told."""
        words, keys = self._keys(names)
        first = list(map(self._first.setdefault, keys, words))
        if first != words:
            different = (pair for pair in zip(words, first, strict=True) if pair[0] != pair[1])
            self._caught.update(chain.from_iterable(different))
        return set()

    def forget(self) -> None:
        """Forget all words."""
        super().forget()
        self._first = {}

    def caught(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words of a text that share their keys with others of the run."""
        self._vocabulary.notable(words)
        return words & self._caught


def near_names(rare: Iterable[str], names: str) -> set[Pair] | None:
    r"""Return rare names with those that are one edit apart; None for more work than is due.

    One edit leaves half of a name as it is, its beginning or its end, but for a letter.

    >>> near_names(["kulba"], "kulba\nkuleba\nkyiv")
    {('kulba', 'kuleba')}

    Args:
        rare: some of the names.
        names: the names of a text, in lines; no longer ones than `LONGEST` are found.
    """
    if len(names) > _MOST_LETTERS:
        return None
    lines = f"\n{names}\n"
    left = _TRIES * lines.count("\n")
    found: set[Pair] = set()
    for one in rare:
        half = (len(one) - 1) // 2
        head, tail = "\n" + one[:half], one[half + 1 :] + "\n"
        begin, end = lines.count(head) - 1, lines.count(tail) - 1
        if begin or end:
            left -= begin + end
            if left < 0:
                return None
            likes = (_beginning(lines, head) if begin else (), _ending(lines, tail) if end else ())
            found.update(
                (one, other)
                for other in chain.from_iterable(likes)
                if len(one) <= LONGEST >= len(other) and one_edit_apart(one, other)
            )
    return found


def _beginning(lines: str, head: str) -> Iterator[str]:
    place = lines.find(head, 0, -1)
    while place >= 0:
        end = lines.find("\n", place + 1)
        yield lines[place + 1 : end]
        place = lines.find(head, end, -1)


def _ending(lines: str, tail: str) -> Iterator[str]:
    place = lines.find(tail, 1)
    while place >= 0:
        end = place + len(tail)
        yield lines[lines.rfind("\n", 0, place) + 1 : end - 1]
        place = lines.find(tail, end)


def near_by_deletions(rare: Iterable[str], names: Collection[str]) -> set[Pair]:
    """Return rare names with those that share a deletion, and so may be one edit apart.

    Args:
        rare: some of the names.
        names: the names of a text, however many.
    """
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for one in rare:
        for form in deletions(one):
            owners[form].append(one)
    forms = owners.keys()
    return {
        (one, other)
        for other in names
        if not forms.isdisjoint(own := deletions(other))
        for form in forms & {*own}
        for one in owners[form]
        if one != other
    }


def surely_shared(names: Collection[str], keys: Iterable[str]) -> bool:
    """Say whether `sharing` looks at a text for sure, by far less than it does.

    Args:
        names: the names of the text, some of them more than once.
        keys: what each is found by beside its deletions.
    """
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for name in names:
        by_length[len(name)].append(name)
    if max(by_length) > LONGEST or sum(len(name) + 2 for name in names) > _MOST_KEYS:
        return False
    # A key is a deletion of some names, and may be the name and the other key of some as well.
    limit = _CROWD + 1 - _most(names) - _most(keys)
    return all(_most_alike(some, limit) <= limit for some in by_length.values())


def _most_alike(names: list[str], limit: int) -> int:
    """Return how many of some names of one length share a deletion, or more up to a limit.

    They begin alike up to the middle, or end alike from there.
    """
    half = len(names[0]) // 2
    most = _most(name[:half] for name in names) + _most(name[half:] for name in names)
    if most <= limit:
        return most
    return _most(form for name in names for form in {*deletions(name)})


def may_crowd(names: Collection[str], keys: Iterable[str]) -> bool:
    """Say whether so many names can share a key that `sharing` does not look at their text.

    What shares a deletion begins like it, with two letters, or ends like it, with three, and
    is as long or one letter longer.

    Args:
        names: the names of a text, some of them more than once.
        keys: what each is found by beside its deletions.
    """
    if len(names) <= _CROWD + 1:
        return False
    begin = _most((name[:2], len(name)) for name in names)
    end = _most((name[-3:], len(name)) for name in names)
    short = min(map(len, names)) < _SHORTEST
    return short or max(_most(keys), 2 * begin + end) > _CROWD + 1


def _most(values: Iterable[object]) -> int:
    return max(Counter(values).values())


def sharing(
    keyed: Iterable[tuple[str, Sequence[str]]], concerns: Callable[[str, str], bool]
) -> set[Pair] | None:
    """Return the pairs that share a key and concern a check; None for a text of too many.

    Args:
        keyed: the words of a text with the keys of each.
        concerns: says of two words whether they concern the check, whichever comes first.
    """
    first: dict[str, str] = {}
    others: defaultdict[str, list[str]] = defaultdict(list)
    found: set[Pair] = set()
    for word, keys in keyed:
        shared = {key: met for key in keys if (met := first.setdefault(key, word)) != word}
        alike: set[str] = set()
        for key, met in shared.items():
            alike.update((met, *others[key]))
            others[key].append(word)
            if len(others[key]) > _CROWD:
                return None
        if len(first) > _MOST_KEYS:
            return None
        found |= {(word, other) for other in alike if concerns(word, other)}
    return found
