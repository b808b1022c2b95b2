from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.passages import Passage, repeated_passages
from newslint.text.segments import sentences
from newslint.text.span import Span
from newslint.text.word_keys import word_keys

SENTENCES = st.lists(
    st.sampled_from(
        [
            "No.",
            "“No!”",
            "He left.",
            "HE left!",
            "He  left?",
            "Hel eft.",
            "One went over the bridge and into the old town at night.",
            "Two went over the bridge and into the old town at night.",
            "Two went, over the bridge and into the old town at night!",
            "Two went over the bridge and intothe old town at night.",
            f"{'- ' * 30}Three.",
            "Three.",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


def one_by_one(text: str, paragraphs: list[Span], min_words: int) -> Iterator[Passage]:
    """The same, each sentence held against the keys of all others."""
    spans = [(span, at) for at, each in enumerate(paragraphs) for span in sentences(text, each)]
    keys = word_keys([span.of(text) for span, _ in spans])
    first = list(map(keys.index, keys))
    done = number = 0
    while number < len(keys):
        back = number - first[number]
        if not back or keys[number].count(b" ") + 1 < min_words:
            number += 1
            continue
        begin, end, paragraph = number, number, spans[number][1]
        while end < len(keys) and spans[end][1] == paragraph and first[end] == first[end - back]:
            end += 1
        least = max(done, back, min(at for at, item in enumerate(spans) if item[1] == paragraph))
        while begin > least and first[begin - 1] == first[begin - 1 - back]:
            begin -= 1
        span = Span(spans[begin][0].start, spans[end - 1][0].end)
        yield Passage(span, spans[begin - back][0].start, end - begin)
        done = number = end


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.integers(1, 4))
def test_passages_are_found_as_by_holding_all_sentences_against_each_other(
    paragraphs: list[str], min_words: int
) -> None:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    found = list(repeated_passages(text, spans, min_words))
    assert found == list(one_by_one(text, spans, min_words))
