"""Sentences tile a block: in order, without overlap, with every letter in one of them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analyse.text.sentences import sentence_extents

PIECES = st.sampled_from((
    "He left", "Mr. Ito", "U.S.", "3.5", "“No.”", '"Yes," she said', "(He fell. She rose.)", "Jan. 4", "...", "?", "!",
    ". ", " ", "A", "그는 갔다.", "’s", "\n",
))  # fmt: skip


@given(st.lists(PIECES, max_size=12).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    extents = list(sentence_extents(text, 0, len(text)))
    assert extents == sorted(extents)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(extents))
    covered = {at for start, end in extents for at in range(start, end)}
    assert not [at for at, char in enumerate(text) if char.isalpha() and at not in covered]


@pytest.mark.parametrize(
    "sentences",
    [
        ('The law "did not . . . impose new duties."', "The state appealed."),
        ("The duty ends. . . .", "The state may act."),
        ("Under the . . . Act, no duty arises.", "It ended."),
        ("He said it “may . . . .”", "Then he left."),
    ],
)
def test_stops_set_apart_leave_words_out_and_end_a_sentence_only_with_a_fourth(sentences: tuple[str, ...]) -> None:
    text = " ".join(sentences)
    assert tuple(text[start:end] for start, end in sentence_extents(text, 0, len(text))) == sentences
