"""The knowledge of one run: compiled once, made as a check asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from newslint.knowledge.packed import Unpacked, packed
from newslint.knowledge.words import Common, Words, common_words, pages_of
from newslint.ruleset.bundled import bundled_directory
from newslint.ruleset.cache import plain_cache, stamp, stamps
from newslint.ruleset.model import RuleError

if TYPE_CHECKING:
    from newslint.knowledge.bloom import Bloom
    from newslint.knowledge.model import Country, Office, Person

_WORDS = "words.txt"
"""The name of the list of words among the derived ones."""


@lru_cache(maxsize=4)
def load(files: tuple[Path, ...] = ()) -> Knowledge:
    """Return the bundled knowledge with further files merged into it.

    Args:
        files: knowledge files of the user, read after the bundled ones.

    Raises:
        RuleError: if one of them is not what a knowledge file is.
    """
    directory = bundled_directory() / "knowledge"
    derived = directory / "derived"
    cache = plain_cache("knowledge", made_of(files))
    kept = cache.read()
    if kept is None:
        import json  # noqa: PLC0415

        from newslint.knowledge.cities import city_indexes  # noqa: PLC0415
        from newslint.knowledge.compiling import compile_files, knowledge_files  # noqa: PLC0415
        from newslint.knowledge.indexing import index_of, near_known_names  # noqa: PLC0415

        table, problems = compile_files([*knowledge_files(directory), *files])
        for file in map(str, files):
            for problem in (item for item in problems if item.startswith(f"{file}:")):
                line, _, sentence = problem.removeprefix(file).partition(": ")
                raise RuleError(sentence, f"{file}{line}")
        cities = city_indexes(json.loads((derived / "cities.json").read_bytes()))
        words = (derived / _WORDS).read_bytes()
        index = {**index_of(table), **cities, "word_pages": pages_of(words)}
        common = common_words(words)
        near = near_known_names(common, index)
        index |= {"common": "\n".join(common), "common near names": "\n".join(near)}
        kept = {**packed(table), "index": packed(index)}
        cache.write(kept)
    return Knowledge(Unpacked(kept), derived)


@lru_cache(maxsize=4)
def made_of(files: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """Return what changes when the knowledge does; it says so without loading it.

    Args:
        files: knowledge files of the user.
    """
    directory = bundled_directory() / "knowledge"
    written = stamps(directory, ".yaml")
    return (*written, *stamps(directory / "derived"), *map(stamp, files), *_code())


def _code() -> list[str]:
    """Return what the compiled form depends on beside the files."""
    package = Path(__file__).parent
    modules = "cities compiling indexing folding lettered listed nearness packed title_sites words"
    own = [stamp(package / f"{name}.py") for name in modules.split()]
    return [*own, stamp(package.parent / "text" / "regex.py")]


class Knowledge:
    """People, offices, countries, places and words, made from the table as checks ask for them.

    Args:
        table: what `compile_files` returns, with its ``index``.
        derived: the directory of the derived lists.
    """

    def __init__(self, table: dict[str, Any], derived: Path) -> None:
        self._table = table
        self._derived = derived
        self._people: dict[str, Person] = {}
        self._offices: dict[int, Office] = {}

    @property
    def index(self) -> dict[str, Any]:
        """The plain indexes; see `index_of`."""
        found: dict[str, Any] = self._table["index"]
        return found

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Countries and bodies by code."""
        from newslint.knowledge.model import Country  # noqa: PLC0415

        return {
            code: Country(
                code,
                row["name"],
                tuple(row["forms"]),
                tuple(row["demonyms"]),
                tuple(row["absent"]),
            )
            for code, row in self._table["countries"].items()
        }

    @property
    def country_by_form(self) -> dict[str, str]:
        """Codes of countries by name, short form and adjective."""
        found: dict[str, str] = self.index["countries"]
        return found

    @cached_property
    def country_names(self) -> list[str]:
        """The names and short forms of countries, without their adjectives."""
        return [
            form
            for code, row in self._table["countries"].items()
            if len(code) == 2
            for form in (row["name"], *row["forms"])
        ]

    def person(self, name: str) -> Person | None:
        """Return the person of an id, or None."""
        if name not in self._people:
            row = self._table["people"].get(name)
            if row is None:
                return None
            from newslint.knowledge.indexing import person_of  # noqa: PLC0415

            self._people[name] = person_of(name, row)
        return self._people[name]

    def named(self, index: str, word: str) -> list[Person]:
        """Return the people that an index has for a word.

        Args:
            index: ``last_words`` or ``full_names``.
            word: a word or name in small letters without accents.
        """
        found = (self.person(name) for name in self.index[index].get(word, ()))
        return [person for person in found if person is not None]

    @property
    def titles(self) -> Iterable[str]:
        """The titles of all offices, in small letters."""
        return cast("Iterable[str]", self.index["titles"])

    def offices_of_title(self, title: str) -> list[Office]:
        """Return the offices that have a title, given in small letters."""
        return [self._office(number) for number in self.index["titles"].get(title, ())]

    def offices_of_person(self, name: str) -> list[Office]:
        """Return the offices that the person of an id ever held."""
        return [self._office(number) for number in self.index["held"].get(name, ())]

    def offices_of_country(self, code: str) -> list[Office]:
        """Return the offices of a country."""
        rows = enumerate(self._table["offices"])
        return [self._office(number) for number, row in rows if row["country"] == code]

    def _office(self, number: int) -> Office:
        if number not in self._offices:
            from newslint.knowledge.model import Office, Term  # noqa: PLC0415

            row = self._table["offices"][number]
            self._offices[number] = Office(
                row["country"],
                row["role"],
                tuple(row["titles"]),
                tuple((start, end) for start, end in row["windows"]),
                row["several"],
                tuple(Term(*term) for term in row["terms"]),
            )
        return self._offices[number]

    @property
    def spelling(self) -> list[dict[str, Any]]:
        """Names with accepted variants, house styles and known misspellings."""
        return list(self._table["spelling"])

    @cached_property
    def place_names(self) -> Bloom:
        """Every token of every known place name, in small letters without accents."""
        from newslint.knowledge.bloom import Bloom  # noqa: PLC0415

        with (self._derived / "place-names.bloom").open("rb") as stream:
            return Bloom(mmap(stream.fileno(), 0, access=ACCESS_READ))

    @cached_property
    def words(self) -> Words:
        """How common English words are."""
        return Words(self._derived / _WORDS, self.index["word_pages"])

    @cached_property
    def common(self) -> Common:
        """The common English words."""
        return Common(lambda: self.index["common"].split("\n"))
