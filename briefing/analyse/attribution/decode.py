"""The best legal sequence of tags for every segment of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """How well one tag follows another within a paragraph, and over a paragraph's beginning."""

    inside: Floats
    across: Floats


def best_tags(emissions: Sequence[Floats], boundaries: Sequence[Integers], chain: Chain) -> list[list[int]]:
    """Viterbi over all segments at once; a tag is 0 for nothing, 1 + 2 x kind where a span begins,
    2 + 2 x kind where it goes on.

    Segments do not see each other, and ties go to the lower tag, so a result does not depend on
    what else is decoded with it.
    """
    lengths = np.array([len(emission) for emission in emissions])
    emission, moves = _padded(emissions, boundaries, chain)
    steps, count, tags = emission.shape
    back = np.zeros((steps, count, tags), dtype=np.int64)
    score = moves[0, :, 0] + emission[0]
    for at in range(1, steps):
        reached = score[:, :, None] + moves[at]
        back[at] = reached.argmax(axis=1)
        score = reached.max(axis=1) + emission[at]
    paths = _traces(back, score.argmax(axis=1))
    return [path[:length].tolist() for path, length in zip(paths.T, lengths, strict=True)]


def _padded(emissions: Sequence[Floats], boundaries: Sequence[Integers], chain: Chain) -> tuple[Floats, Floats]:
    """Emissions and moves, steps x segments; after a segment's end every tag only stays itself."""
    steps = max(len(emission) for emission in emissions)
    tags = len(chain.inside)
    stay = np.where(np.eye(tags, dtype=bool), np.float32(0), _NEVER)
    emission = np.zeros((steps, len(emissions), tags), dtype=np.float32)
    moves = np.broadcast_to(stay, (steps, len(emissions), tags, tags)).copy()
    for at, (own, boundary) in enumerate(zip(emissions, boundaries, strict=True)):
        emission[: len(own), at] = own
        new = boundary.astype(bool)[:, None, None]
        moves[: len(own), at] = np.where(new, chain.across, chain.inside)
    return emission, moves


def _traces(back: Integers, last: Integers) -> Integers:
    paths = np.empty(back.shape[:2], dtype=np.int64)
    rows = np.arange(len(last))
    paths[-1] = last
    for at in range(len(back) - 1, 0, -1):
        paths[at - 1] = back[at, rows, paths[at]]
    return paths


def spans_of(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """(kind, first word, word after the last) of every span, in order.

    A tag that goes on where nothing of its kind stands (a span cut by a segment's end) begins one.
    """
    out: list[tuple[int, int, int]] = []
    for at, tag in enumerate(tags):
        kind = (tag - 1) // 2
        goes_on = tag % 2 == 0 and out and out[-1][0] == kind and out[-1][2] == at
        if tag and goes_on:
            out[-1] = (kind, out[-1][1], at + 1)
        elif tag:
            out.append((kind, at, at + 1))
    return out
