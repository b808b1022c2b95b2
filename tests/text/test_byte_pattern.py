from __future__ import annotations

import pytest

from newslint.text.byte_pattern import UntranslatableError, byte_pattern


@pytest.mark.parametrize(
    ("pattern", "translated"),
    [
        ("See also", "See also"),
        (r"(?P<who>Ann|Bob)\.", r"(?:Ann|Bob)\x2e"),
        (r"\bt\.co/\w{10}", r"\bt\x2eco/[0-9A-Z\x5fa-z]{10,10}"),
        ("wait…", r"wait(?:\xe2\x80\xa6)"),
        ("(?i:é)", r"(?i:(?:\xc3\x89|\xc3\xa9))"),
        (r"\p{Lu}\d", r"[A-Z\x80-\xff]{1,4}[0-9]"),
        (r"[^a\n]{2,40}b", r"[\x00-\x09\x0b-\x60b-\x7f\x80-\xff]{2,}b"),
        (r"[\x{400}-\x{4ff}x]{2}", r"(?:[x]|[\xd0-\xd3][\x80-\xbf]){2,2}"),
        (r"(?i)[\x{400}-\x{4ff}]", r"(?i)[ks\x80-\xff]{1,4}"),
        ("x{0,200}y", "x*y"),
        (r"a.b", r"a[\x00-\x09\x0b-\x7f\x80-\xff]{1,4}b"),
        ("(?s)a.?", r"a[\x00-\x7f\x80-\xff]{0,4}"),
        ("(?i)a(?-i:b)", "(?i)a(?-i:b)"),
    ],
)
def test_translations(pattern: str, translated: str) -> None:
    assert byte_pattern(pattern) == translated


@pytest.mark.parametrize("pattern", ["(a", "a)", "[a", r"\Qa\E", "[[:nope:]]", "(?=a)", "a\\"])
def test_what_is_not_understood_is_refused(pattern: str) -> None:
    with pytest.raises(UntranslatableError):
        byte_pattern(pattern)
