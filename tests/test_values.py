"""Values: what a dataclass of the standard library promises, without its cost."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.values import named_value, value


@value
class Place:
    """A place in a file."""

    name: str
    line: int = 1
    notes: Mapping[str, int] = field(default_factory=dict)
    memo: list[int] = field(default_factory=list, compare=False, repr=False)

    @cached_property
    def shout(self) -> str:
        """The name in capitals."""
        return self.name.upper()


@dataclass(frozen=True)
class StandardPlace:
    """The same, made by the standard library."""

    name: str
    line: int = 1
    notes: Mapping[str, int] = field(default_factory=dict)
    memo: list[int] = field(default_factory=list, compare=False, repr=False)


@value
class Column(Place):
    """A place in a line."""

    column: int = 1


@named_value
class Options:
    """Given by name."""

    wide: bool = False
    depth: int


GIVEN = st.fixed_dictionaries(
    {"name": st.text(max_size=3)},
    optional={
        "line": st.integers(0, 2),
        "notes": st.dictionaries(st.sampled_from("ab"), st.integers(0, 1)),
        "memo": st.lists(st.integers(0, 1), max_size=2),
    },
)


@given(one=GIVEN, other=GIVEN)
def test_is_compared_shown_and_unpacked_as_a_dataclass(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    here, there = Place(**one), Place(**other)
    standard = StandardPlace(**one), StandardPlace(**other)
    assert (here == there) == (standard[0] == standard[1])
    assert repr(here) == repr(standard[0]).removeprefix("Standard")
    assert asdict(here) == asdict(standard[0])


def test_is_a_dataclass() -> None:
    assert [item.name for item in fields(Column)] == ["name", "line", "notes", "memo", "column"]
    assert replace(Place("a", 2), name="b") == Place("b", 2)
    assert hash(Options(depth=1)) == hash(Options(depth=1, wide=False))
    assert Place("a") != Column("a")
    assert Column("a", column=3).line == 1
    assert is_dataclass(Place)


def test_every_instance_has_its_own_mutable_defaults() -> None:
    Place("a").memo.append(1)
    assert Place("a").memo == []


def test_cannot_be_changed_but_can_cache() -> None:
    place = Place("a")
    with pytest.raises(FrozenInstanceError, match="line of a Place"):
        place.line = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.line
    assert place.shout == "A"


@pytest.mark.parametrize("made", [Place("a", 3, {"b": 1}), Column("a", column=7)])
def test_is_copied_and_pickled(made: Place) -> None:
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own
    assert copy.deepcopy(made) == made


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        (("a",), {"name": "b"}),
        (("a",), {"lines": 3}),
        ((), {"names": "a"}),
        (("a", 1, {}, [], "more"), {}),
    ],
)
def test_refuses_what_it_has_no_field_for(
    values: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError, match="Place takes each of"):
        Place(*values, **named)  # type: ignore[arg-type]


def test_is_given_by_name_alone_where_it_says_so() -> None:
    with pytest.raises(TypeError):
        Options(*[True, 3])  # type: ignore[call-arg]
    assert Options(depth=3) == Options(wide=False, depth=3)


def test_help_shows_the_fields() -> None:
    assert str(inspect.signature(Place)).startswith("(name: 'str', line: 'int' = 1, notes:")
    assert str(inspect.signature(Options)) == "(*, wide: 'bool' = False, depth: 'int')"
