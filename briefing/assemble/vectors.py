"""Lines as sparse vectors: similarity, near-repeats and centrality without comparing every pair."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.assemble.matter import Line

MAX_POSTINGS = 400
CLOSE = 0.3
SHORT = 8
"""Lines as near as `CLOSE` share three of their rarest keys, unless one has fewer than `SHORT`."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Unit vectors of some lines, made when they are asked for, with the list of lines of each key."""

    lines: Sequence[Line]
    rarity: Mapping[str, float]
    lengths: array[float]
    postings: Mapping[str, array[int]]
    repeating: frozenset[int]
    """Lines in which a key stands more than once."""

    def row(self, number: int) -> dict[str, float]:
        """Return the unit vector of a line; an empty one stays empty."""
        length = self.lengths[number]
        return {key: weight / length for key, weight in weighted(self.lines[number].keys, self.rarity).items()}

    def rows(self) -> Iterator[dict[str, float]]:
        """Yield all unit vectors."""
        return map(self.row, range(len(self.lines)))

    def similarity(self, a: int, b: int) -> float:
        """Return the cosine of lines `a` and `b`, 0 to 1."""
        return dot(self.row(a), self.row(b))

    def neighbours(self, row: int, least: float) -> list[tuple[int, float]]:
        """Return other lines with a similarity of at least `least`, by the keys they share, rarest first."""
        return self._near(row, least, len(self.lines))

    def earlier(self, row: int, least: float) -> list[tuple[int, float]]:
        """Return the neighbours that stand before `row`: for pairs, which need finding once."""
        return self._near(row, least, row)

    def _near(self, row: int, least: float, end: int) -> list[tuple[int, float]]:
        own = self.row(row)
        told = sorted([self.postings[key] for key in own], key=len)[:12]
        shared = Counter(chain.from_iterable([o[: bisect_left(o, end)] for o in told if len(o) <= MAX_POSTINGS]))
        needed = 2 if least < CLOSE or len(own) < SHORT else 3
        heavy = {key: value * self.rarity[key] for key, value in own.items()}
        near = [(-self._alike(own, heavy, other), other) for other, n in shared.items() if n >= needed and other != row]
        return [(other, -alike) for alike, other in sorted(near) if -alike >= least]

    def _alike(self, own: dict[str, float], heavy: dict[str, float], other: int) -> float:
        """Return the cosine with a line; `heavy` is `own` times the rarities: all there is to add for most lines."""
        keys = self.lines[other].keys
        if other in self.repeating:
            return dot(own, self.row(other))
        return sum([heavy[key] for key in keys if key in heavy]) / self.lengths[other]


def dot(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the inner product of two sparse vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum([value * b[key] for key, value in a.items() if key in b])


def unit(weights: dict[str, float]) -> dict[str, float]:
    """Scale `weights` to length 1; an empty vector stays empty."""
    size = length(weights)
    return {k: v / size for k, v in weights.items()} if size else {}


def vectors(lines: Sequence[Line]) -> Vectors:
    """Weigh the keys of each line by how rare they are among `lines`."""
    postings: dict[str, array[int]] = {}
    for number, line in enumerate(lines):
        for key in dict.fromkeys(line.keys):
            postings.setdefault(key, array("I")).append(number)
    total = max(1, len(lines))
    rarity = {key: math.log(1 + total / len(rows)) for key, rows in postings.items()}
    lengths = array("d", (length(weighted(line.keys, rarity)) for line in lines))
    repeating = frozenset(n for n, line in enumerate(lines) if len(set(line.keys)) < len(line.keys))
    return Vectors(lines=lines, rarity=rarity, lengths=lengths, postings=postings, repeating=repeating)


def length(weights: Mapping[str, float]) -> float:
    """Return the length of a vector."""
    return math.sqrt(sum([weight * weight for weight in weights.values()]))


def weighted(keys: Sequence[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return how much each key weighs in its line: its rarity, more where it stands there several times."""
    once = {key: rarity[key] for key in keys}
    if len(once) == len(keys):
        return once
    return {key: (1 + math.log(n)) * rarity[key] for key, n in Counter(keys).items()}


def centroid(rows: Iterable[dict[str, float]]) -> dict[str, float]:
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
