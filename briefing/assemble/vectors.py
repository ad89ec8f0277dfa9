"""Lines as sparse vectors: similarity, near-repeats and centrality without comparing every pair."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.assemble.matter import Line

MAX_POSTINGS = 400
CLOSE = 0.3
SHORT = 8
"""Lines as near as `CLOSE` share three of their rarest keys, unless one has fewer than `SHORT`."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Unit vectors of some lines, with the list of lines of each key."""

    rows: tuple[dict[str, float], ...]
    postings: dict[str, tuple[int, ...]]

    def similarity(self, a: int, b: int) -> float:
        """Return the cosine of lines `a` and `b`, 0 to 1."""
        return dot(self.rows[a], self.rows[b])

    def neighbours(self, row: int, least: float) -> list[tuple[int, float]]:
        """Return other lines with a similarity of at least `least`, by the keys they share, rarest first."""
        return self._near(row, least, len(self.rows))

    def earlier(self, row: int, least: float) -> list[tuple[int, float]]:
        """Return the neighbours that stand before `row`: for pairs, which need finding once."""
        return self._near(row, least, row)

    def _near(self, row: int, least: float, end: int) -> list[tuple[int, float]]:
        told = sorted([self.postings[key] for key in self.rows[row]], key=len)[:12]
        shared = Counter(chain.from_iterable([o[: bisect_left(o, end)] for o in told if len(o) <= MAX_POSTINGS]))
        needed = 2 if least < CLOSE or len(self.rows[row]) < SHORT else 3
        own = self.rows[row]
        near = [(-dot(own, self.rows[other]), other) for other, n in shared.items() if n >= needed and other != row]
        return [(other, -alike) for alike, other in sorted(near) if -alike >= least]


def dot(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the inner product of two sparse vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum([value * b[key] for key, value in a.items() if key in b])


def unit(weights: dict[str, float]) -> dict[str, float]:
    """Scale `weights` to length 1; an empty vector stays empty."""
    length = math.sqrt(sum(v * v for v in weights.values()))
    return {k: v / length for k, v in weights.items()} if length else {}


def vectors(lines: Sequence[Line]) -> Vectors:
    """Weigh the keys of each line by how rare they are among `lines`."""
    spread = Counter(key for line in lines for key in set(line.keys))
    total = max(1, len(lines))
    rarity = {key: math.log(1 + total / n) for key, n in spread.items()}
    rows = tuple(unit(weighted(line.keys, rarity)) for line in lines)
    postings: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in row:
            postings[key].append(number)
    return Vectors(rows=rows, postings={k: tuple(v) for k, v in postings.items()})


def weighted(keys: Sequence[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return how much each key weighs in its line: its rarity, more where it stands there several times."""
    once = {key: rarity[key] for key in keys}
    if len(once) == len(keys):
        return once
    return {key: (1 + math.log(n)) * rarity[key] for key, n in Counter(keys).items()}


def centroid(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the direction all `rows` share."""
    total: dict[str, float] = defaultdict(float)
    for row in rows:
        for key, value in row.items():
            total[key] += value
    return unit(total)


def group(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each of `count` members the lowest member it is joined with, over any chain of `pairs`."""
    parent = list(range(count))

    def root(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return [root(member) for member in range(count)]
