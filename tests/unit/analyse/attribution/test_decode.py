"""Viterbi against trying every sequence; independence of what is decoded beside."""

from __future__ import annotations

from itertools import product

import numpy as np

from briefing.analyse.attribution.decode import Chain, best_tags, spans_of

RANDOM = np.random.default_rng(5)
CHAIN = Chain(
    inside=RANDOM.normal(size=(3, 3)).astype(np.float32), across=RANDOM.normal(size=(3, 3)).astype(np.float32)
)


def segment(length: int) -> tuple[np.ndarray, np.ndarray]:
    """Return random scores and paragraph beginnings, the first word always one."""
    boundary = RANDOM.integers(0, 2, length)
    boundary[0] = 1
    return RANDOM.normal(size=(length, 3)).astype(np.float32), boundary


def score(tags: tuple[int, ...], emission: np.ndarray, boundary: np.ndarray) -> float:
    total, before = 0.0, 0
    for at, tag in enumerate(tags):
        moves = CHAIN.across if boundary[at] else CHAIN.inside
        total += float(moves[before, tag] + emission[at, tag])
        before = tag
    return total


def test_the_path_is_the_best_of_all() -> None:
    for length in (1, 2, 5, 6):
        emission, boundary = segment(length)
        best = max(product(range(3), repeat=length), key=lambda tags: score(tags, emission, boundary))
        assert best_tags([emission], [boundary], CHAIN) == [list(best)]


def test_segments_do_not_see_each_other() -> None:
    parts = [segment(length) for length in (9, 1, 30, 4)]
    together = best_tags([e for e, _ in parts], [b for _, b in parts], CHAIN)
    assert together == [best_tags([e], [b], CHAIN)[0] for e, b in parts]


def test_spans_begin_where_a_tag_says_so_or_nothing_goes_on() -> None:
    assert spans_of([1, 2, 2, 1, 0, 5, 6, 4, 0]) == [(0, 0, 3), (0, 3, 4), (2, 5, 7), (1, 7, 8)]
    assert spans_of([6, 6, 0]) == [(2, 0, 2)]
