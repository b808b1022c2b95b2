from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.degenerate_loop import DegenerateLoop
from newslint.document import Document
from tests.conftest import NASTY_TEXTS

CHECK = DegenerateLoop(unless=("no",))


def found(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.values["times"]) for m in CHECK.find(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Sage Sage Sage Sage town", [("Sage Sage Sage Sage", "4")]),
        ("a son, a son, a son, and on", [("a son, a son, a son,", "3")]),
        (
            "go by the sea, the sea, the sea, the sea.",
            [("the sea, the sea, the sea, the sea.", "4")],
        ),
        ("again and again and again and again", []),
        ("no no no no no", []),
        ("0 0 0 0 0 1 2 1 2 1 2 1 2", []),
        ("the sea the sea", []),
        ("", []),
    ],
)
def test_what_goes_round(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_few_times_are_no_loop() -> None:
    with pytest.raises(ValueError, match="three at the least"):
        DegenerateLoop(times=2).triggers()


ROUNDS = st.lists(
    st.sampled_from(
        ["go", "Go,", "the", "sea.", "sea", "—", "internationalisation", "no", "café", "1"]
    ),
    min_size=1,
    max_size=4,
)


@given(ROUNDS, st.integers(1, 5), ROUNDS, st.sampled_from([" ", "\n", " \u00a0", "\r\n\r\n"]))
def test_the_quick_look_overlooks_nothing(
    phrase: list[str], times: int, rest: list[str], gap: str
) -> None:
    text = gap.join([*rest, *phrase * times, *rest])
    looked = found(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DegenerateLoop, "_can_loop", lambda *_: True)
        assert found(text) == looked


@given(NASTY_TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    assert len(found(" ".join([text] * 4))) >= 0


@pytest.mark.parametrize(
    "text", ["no " * 80_000, "a b " * 40_000, "ab " * 80_000, "a a a a b b b b " * 9_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = perf_counter()
    found(text)
    assert perf_counter() - began < 3
