from __future__ import annotations

import pickle
import sys
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document, Origin
from newslint.sources.base import Fields, Input
from newslint.sources.plain import read
from newslint.text.derived import offset_map
from tests.conftest import NASTY_TEXTS


@given(NASTY_TEXTS, st.booleans())
def test_a_text_that_was_put_away_is_there_when_it_is_asked_for(text: str, twice: bool) -> None:  # noqa: FBT001
    document = Document(text, "a.txt")
    for _ in range(1 + twice):
        document.put_away()
        assert "text" not in vars(document)
    document.forget()
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301
    document.put_away()
    assert replace(document, path=None).text == text
    document.put_away()
    assert (document.text, document.encoded.data.decode("utf-8", "surrogatepass")) == (text, text)
    assert hash(document) == hash(Document(text, "a.txt"))


def test_the_text_of_a_file_is_held_once() -> None:
    [container] = read(Input("a.txt", data="One 🙂.".encode()), Fields())
    [loaded] = container.documents()
    assert loaded.document.encoded.data is container.raw
    loaded.document.put_away()
    assert container.text is loaded.document.text


def test_what_stands_in_markup_letter_by_letter_stays_the_same_string() -> None:
    file = "No tag at all."
    origin = Origin(file, lambda: offset_map([])[1], str, shown=True)
    document = Document(file, origin=origin)
    document.put_away()
    assert document.text is origin.text


def test_nobody_holds_a_text_that_was_put_away() -> None:
    document = Document("One 🙂. " * 1000)
    assert document.line_index.position(9).line == 1
    text, fresh = document.text, document.text + "."
    document.put_away()
    assert sys.getrefcount(text) == sys.getrefcount(fresh)
