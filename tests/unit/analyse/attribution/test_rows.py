"""Packing words into rows: nothing lost, nothing mixed, long paragraphs cut, segments even."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from briefing.analyse.attribution.model import shipped_model
from briefing.analyse.attribution.rows import CHUNK_PIECES, Speller, chunks, pack, pieces_of, segments
from briefing.analyse.attribution.words import Words, read_words


@pytest.fixture(scope="module")
def spell() -> Speller:
    return shipped_model().spell


def paragraphs(*lines: str) -> Words:
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    return read_words(text, [(s, s + len(line)) for s, line in zip(starts, lines, strict=True)])


def test_every_word_points_at_its_first_piece(spell: Speller) -> None:
    words = paragraphs("The negotiators adjourned.", "Unbelievably, “nobody” objected.")
    pieces = pieces_of(spell, words.texts)
    rows = pack(words, pieces, 0, len(words.texts), spell)
    assert [int(rows.piece.ravel()[at]) for at in rows.first] == [numbers[0] for numbers in pieces]
    assert [int(rows.mark.ravel()[at]) - 1 for at in rows.first] == list(words.mark)
    assert rows.boundary.tolist() == [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]


def test_paragraphs_are_kept_apart_and_framed(spell: Speller) -> None:
    words = paragraphs("One line.", "Another line.")
    pieces = pieces_of(spell, words.texts)
    rows = pack(words, pieces, 0, len(words.texts), spell)
    for part in (1, 2):
        own = rows.piece[rows.part == part]
        assert own[0] == spell.begin
        assert own[-1] == spell.end
        assert rows.position[rows.part == part].tolist() == list(range(len(own)))


def test_a_long_paragraph_is_cut_before_sentences(spell: Speller) -> None:
    words = paragraphs("The committee met again on Tuesday. " * 120)
    pieces = pieces_of(spell, words.texts)
    parts = chunks(words, pieces, 0, len(words.texts))
    assert [parts[0][0], *(end for _, end in parts)] == [*(begin for begin, _ in parts), len(words.texts)]
    assert all(words.opens_sentence[begin] for begin, _ in parts)
    assert all(sum(len(p) for p in pieces[a:b]) + 2 <= CHUNK_PIECES for a, b in parts)


def test_one_endless_sentence_is_cut_as_well(spell: Speller) -> None:
    words = paragraphs("word " * 3000)
    pieces = pieces_of(spell, words.texts)
    assert all(b - a < CHUNK_PIECES for a, b in chunks(words, pieces, 0, len(words.texts)))


def test_segments_cover_all_words_once(spell: Speller) -> None:
    words = paragraphs(*(f"Paragraph {n} says that the talks went on. " * (1 + n % 5) for n in range(60)))
    pieces = pieces_of(spell, words.texts)
    ranges = segments(words, pieces)
    assert ranges[0][0] == 0
    assert ranges[-1][1] == len(words.texts)
    assert all(a[1] == b[0] for a, b in pairwise(ranges))
    assert len(ranges) % 2 == 0


def test_a_word_that_cannot_be_spelt_is_one_unknown(spell: Speller) -> None:
    assert pieces_of(spell, ["漢", "\u200d" * 3, "\U0001f600"]) == ((spell.unknown,),) * 3


def test_words_are_spelt_alone(spell: Speller) -> None:
    together = pieces_of(spell, ["The", "isn’t", "Élysée", "김정은", "“"])
    assert together == tuple(pieces_of(spell, [word])[0] for word in ["The", "isn’t", "Élysée", "김정은", "“"])
    assert np.concatenate(together).min() > 0
