from __future__ import annotations

import pytest

from newslint.checks.characters import Characters
from newslint.document import Document


def test_a_run_is_one_match_by_code_points() -> None:
    check = Characters(characters=r"\x{200b}\x{feff}", becomes="nothing")
    [match] = check.find(Document("🙂é\u200b\ufeffé"))
    assert (match.span.start, match.span.end) == (2, 4)
    assert match.values["codepoints"] == "U+200B, U+FEFF"
    assert match.replacements == ("",)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Kyiv：", True),
        ("Ünal ）", True),
        ("）é", True),
        ("：", False),
        ("他说：“好”", False),
        ("東京）、Tokyo", True),
    ],
)
def test_near_latin_looks_past_spaces_on_both_sides(text: str, near: bool) -> None:  # noqa: FBT001
    check = Characters(characters="）：、", near_latin=True)
    assert bool(list(check.find(Document(text)))) == near


def test_an_unknown_replacement_gives_no_fix() -> None:
    [match] = Characters(characters=r"\x{fffd}").find(Document("caf\ufffd"))
    assert match.replacements == ()


def test_the_map_goes_before_the_compatibility_form() -> None:
    check = Characters(characters="。！", becomes="nfkc", map={"。": "."})
    assert [match.replacements for match in check.find(Document("a。b！"))] == [(".",), ("!",)]


def test_a_word_comes_together_as_it_was() -> None:
    check = Characters(characters=r"\x{ad}", becomes="nothing")
    [match] = check.find(Document("Mac\u00adDonald"))
    assert [edit.replacement for edit in match.edits] == [""]


@pytest.mark.parametrize("text", ["", "\ud800", "）" * 5000])
def test_hostile_text_is_read(text: str) -> None:
    assert len(list(Characters(characters="）").find(Document(text)))) <= 1
