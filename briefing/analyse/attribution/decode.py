"""The best legal sequence of tags for one segment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def best_tags(emission: Floats, boundary: NDArray[np.int64], inside: Floats, across: Floats) -> list[int]:
    """Viterbi: the tags (0 nothing, 1 + 2 x kind begins, 2 + 2 x kind goes on) of every word.

    `inside` scores one tag after another within a paragraph, `across` over a paragraph's beginning;
    ties go to the lower tag, so the result is one and the same everywhere.
    """
    steps, tags = emission.shape
    moves = np.where(boundary.astype(bool)[:, None, None], across, inside)
    back = np.zeros((steps, tags), dtype=np.int64)
    score = moves[0, 0] + emission[0]
    columns = np.arange(tags)
    for at in range(1, steps):
        reached = score[:, None] + moves[at]
        back[at] = reached.argmax(axis=0)
        score = reached[back[at], columns] + emission[at]
    return _trace(back, int(score.argmax()))


def _trace(back: NDArray[np.int64], last: int) -> list[int]:
    out = [last]
    for came_from in back[:0:-1]:
        out.append(int(came_from[out[-1]]))
    return out[::-1]


def spans_of(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """(kind, first word, word after the last) of every span, in order."""
    out: list[tuple[int, int, int]] = []
    for at, tag in enumerate(tags):
        kind = (tag - 1) // 2
        if tag % 2:
            out.append((kind, at, at + 1))
        elif tag:
            out[-1] = (kind, out[-1][1], at + 1)
    return out
