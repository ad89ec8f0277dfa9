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
    """Unit vectors of some lines, the numbers of all in one array, with the list of lines of each key."""

    keys: Sequence[tuple[str, ...]]
    """The keys of each line, each once."""
    values: array[float]
    """What the keys weigh in their lines, line after line."""
    starts: array[int]
    """Where the values of each line begin; one more for the end."""
    postings: Mapping[str, array[int]]

    def row(self, number: int) -> dict[str, float]:
        """Return the unit vector of a line; one without keys is empty."""
        values = self.values[self.starts[number] : self.starts[number + 1]]
        return dict(zip(self.keys[number], values, strict=True))

    def rows(self) -> Iterator[dict[str, float]]:
        """Yield all unit vectors."""
        return map(self.row, range(len(self.keys)))

    def similarity(self, a: int, b: int) -> float:
        """Return the cosine of lines `a` and `b`, 0 to 1."""
        return self._alike(self.row(a), b)

    def neighbours(self, row: int, least: float) -> list[tuple[int, float]]:
        """Return other lines with a similarity of at least `least`, by the keys they share, rarest first."""
        return self._near(row, least, len(self.keys))

    def earlier(self, row: int, least: float) -> list[tuple[int, float]]:
        """Return the neighbours that stand before `row`: for pairs, which need finding once."""
        return self._near(row, least, row)

    def _near(self, row: int, least: float, end: int) -> list[tuple[int, float]]:
        own = self.row(row)
        told = sorted([self.postings[key] for key in own], key=len)[:12]
        shared = Counter(chain.from_iterable([o[: bisect_left(o, end)] for o in told if len(o) <= MAX_POSTINGS]))
        needed = 2 if least < CLOSE or len(own) < SHORT else 3
        near = [(-self._alike(own, other), other) for other, n in shared.items() if n >= needed and other != row]
        return [(other, -alike) for alike, other in sorted(near) if -alike >= least]

    def _alike(self, own: dict[str, float], other: int) -> float:
        start, values = self.starts[other], self.values
        return sum([own[key] * values[start + n] for n, key in enumerate(self.keys[other]) if key in own])


def dot(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the inner product of two sparse vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum([value * b[key] for key, value in a.items() if key in b])


def unit(weights: dict[str, float]) -> dict[str, float]:
    """Scale `weights` to length 1; an empty vector stays empty."""
    length = math.sqrt(sum([v * v for v in weights.values()]))
    return {k: v / length for k, v in weights.items()} if length else {}


def vectors(lines: Sequence[Line]) -> Vectors:
    """Weigh the keys of each line by how rare they are among `lines`."""
    keys = [once(line.keys) for line in lines]
    postings: dict[str, array[int]] = {}
    for number, row in enumerate(keys):
        for key in row:
            postings.setdefault(key, array("I")).append(number)
    total = max(1, len(lines))
    rarity = {key: math.log(1 + total / len(rows)) for key, rows in postings.items()}
    values, starts = array("d"), array("Q", [0])
    for line in lines:
        values.extend(unit(weighted(line.keys, rarity)).values())
        starts.append(len(values))
    return Vectors(keys=keys, values=values, starts=starts, postings=postings)


def once(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of a line, each once: the same object where none stands twice."""
    different = dict.fromkeys(keys)
    return keys if len(different) == len(keys) else tuple(different)


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
