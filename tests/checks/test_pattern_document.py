from __future__ import annotations

import pytest

from newslint.checks.pattern import Pattern
from newslint.document import Document


def test_a_pattern_is_silent_where_another_is_found_anywhere() -> None:
    check = Pattern(regex=("quay",), unless_document=("(?m)^# ", "ferry"))
    assert [match.span.start for match in check.find(Document("The quay"))] == [4]
    assert list(check.find(Document("The quay\n\n# Holmen"))) == []
    assert list(check.find(Document("A ferry. The quay"))) == []


def test_a_broken_condition_is_an_error() -> None:
    with pytest.raises(ValueError, match="RE2 cannot read"):
        Pattern(regex=("quay",), unless_document=("(",)).triggers()
