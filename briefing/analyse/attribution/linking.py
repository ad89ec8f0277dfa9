"""Spans to attributions: which content has which cue and which source.

Every content asks for its cue and its source, every cue for its source. A question is a choice
among the spans of the right kind near by, or nobody; how well each answers is a weighted sum of
what the network says of the pair and of where the two stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.analyse.attribution.marks import OUTSIDE
from briefing.analyse.attribution.words import Words

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Span = tuple[int, int, int]
"""Kind (0 source, 1 cue, 2 content), first word, word after the last."""

SOURCE, CUE, CONTENT = range(3)
CONTENT_CUE, CONTENT_SOURCE, CUE_SOURCE = range(3)
RELATIONS = 3
ENDS = ((CONTENT, CUE), (CONTENT, SOURCE), (CUE, SOURCE))
NOBODY = -1
REACH = 3
"""Paragraphs between the one that asks and the one that answers, at most."""

RELUCTANCE = 1.5
"""Taken off nobody's likelihood as a source: the weights are learned on texts the network has seen
often, and there it is surer than elsewhere that there is no source."""

STRETCH = 400
"""Spans linked together, at least, before a new paragraph may begin others; bounds the memory."""

FAR = -1e9
PAIR_FEATURES = 20
NOBODY_FEATURES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """What the network says of each word as one that asks, as one that answers, and of nobody."""

    asks: Floats
    answers: Floats
    nobody: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """Learned weights, a row a relation; `distance` is the network's own score of distances."""

    distance: Floats
    pair: Floats
    nobody: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One attribution in spans, each in order of position."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def read_vectors(columns: Floats) -> Vectors:
    """The link columns of the network's output, words x columns."""
    size = (columns.shape[1] - RELATIONS) // 2
    shape = (len(columns), RELATIONS, size // RELATIONS)
    return Vectors(
        asks=columns[:, :size].reshape(shape),
        answers=columns[:, size : 2 * size].reshape(shape),
        nobody=columns[:, 2 * size :],
    )


def read_linker(values: Mapping[str, Sequence[Sequence[float]]]) -> Linker:
    """The linker from its three tables of numbers."""
    tables = {key: np.array(values[key], dtype=np.float32) for key in ("distance", "pair", "nobody")}
    return Linker(**tables)


def link(words: Words, spans: Sequence[Span], vectors: Vectors, linker: Linker) -> list[Group]:
    """Attributions in order of position.

    A cue without content is one too, so that nothing found is lost; a source that nobody asks for
    and a content with neither cue nor source are not: they tell who says nothing, and what no one.
    """
    groups = [group for part in _stretches(words, spans) for group in _linked(words, part, vectors, linker)]
    return sorted((group for group in groups if group.source or group.cue), key=_position)


def _stretches(words: Words, spans: Sequence[Span]) -> list[list[Span]]:
    """Spans that are linked among themselves: all of a document, or paragraphs of a very long one."""
    out: list[list[Span]] = []
    for span in spans:
        full = not out or len(out[-1]) >= STRETCH
        if full and not (out and words.paragraph[out[-1][-1][1]] == words.paragraph[span[1]]):
            out.append([])
        out[-1].append(span)
    return out


def _linked(words: Words, spans: Sequence[Span], vectors: Vectors, linker: Linker) -> list[Group]:
    sources, cues, contents = ([span for span in spans if span[0] == kind] for kind in range(3))
    to_cue, to_source, of_cue = (likelihoods(words, spans, vectors, linker, relation) for relation in range(RELATIONS))
    groups = []
    for column, rows in _by_cue(to_cue, len(cues)):
        votes = to_source[rows].mean(axis=0) if rows else np.zeros(len(sources) + 1, dtype=np.float32)
        if rows:
            votes[-1] -= RELUCTANCE
        if column < len(cues):
            votes = votes + of_cue[column]
        best = int(votes.argmax())
        groups.append(
            Group(
                source=tuple(sources[best : best + 1]),
                cue=tuple(cues[column : column + 1]),
                content=tuple(contents[row] for row in rows),
            )
        )
    return groups


def _by_cue(to_cue: Floats, cues: int) -> list[tuple[int, list[int]]]:
    """(cue, its contents) for every cue, then (number of cues, one content) for every one without."""
    chosen = to_cue.argmax(axis=1).tolist()
    with_cue = [(cue, [row for row, own in enumerate(chosen) if own == cue]) for cue in range(cues)]
    return with_cue + [(cues, [row]) for row, own in enumerate(chosen) if own == cues]


def _position(group: Group) -> tuple[int, int]:
    places = [span[1] for span in (*group.source, *group.cue, *group.content)]
    return min(places), max(places)


def likelihoods(words: Words, spans: Sequence[Span], vectors: Vectors, linker: Linker, relation: int) -> Floats:
    """Log-likelihood of each answer to each question of a relation; the last column is nobody."""
    pair, nobody, near = features(words, spans, vectors, linker.distance, relation)
    scores = np.where(near, pair @ linker.pair[relation], FAR)
    joined = np.concatenate([scores, (nobody @ linker.nobody[relation])[:, None]], axis=1)
    top = joined.max(axis=1, keepdims=True)
    total = np.log(np.exp(joined - top).sum(axis=1, keepdims=True)) + top
    return np.asarray(joined - total, dtype=np.float32)


def features(
    words: Words, spans: Sequence[Span], vectors: Vectors, distance: Floats, relation: int
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Features of every pair, of nobody for every question, and which pairs are near enough."""
    table = _SpanTable(words, spans)
    ones, others = (np.flatnonzero(table.kind == kind) for kind in ENDS[relation])
    a, b = ones[:, None], others[None, :]
    first, second = table.begin[a], table.begin[b]
    said = vectors.asks[table.begin[ones], relation] @ vectors.answers[table.begin[others], relation].T
    said = said + distance[relation][_bands(second - first)]
    leaps = np.abs(table.paragraph[a] - table.paragraph[b])
    before = second < first
    gap = np.where(before, first - table.end[b], second - table.end[a])
    crossed = np.abs(table.sentence[a] - table.sentence[b])
    columns = [
        said,
        before,
        gap <= 0,
        gap == 1,
        gap == 2,
        (gap == 1) & before,
        np.log1p(np.maximum(gap, 0)),
        np.log1p(np.maximum(gap, 0)) * before,
        leaps == 0,
        leaps == 1,
        leaps > 1,
        crossed == 0,
        (crossed == 1) & (leaps == 0),
        (crossed > 0) & before,
        *(np.minimum(table.between(a, b, kind), 3) for kind in range(3)),
        table.quoted[a] & (leaps == 0),
        table.quoted[a] & (crossed == 0),
        table.quoted[a] & before,
    ]
    shape = (len(ones), len(others))
    pair = np.stack([np.broadcast_to(column, shape) for column in columns], axis=-1)
    free = [
        vectors.nobody[table.begin[ones], relation],
        np.ones(len(ones)),
        table.quoted[ones],
        table.opens[ones],
        table.quoted[ones] & table.opens[ones],
    ]
    return pair.astype(np.float32), np.stack(free, axis=-1).astype(np.float32), leaps <= REACH


class _SpanTable:
    """Columns over the spans of a document."""

    def __init__(self, words: Words, spans: Sequence[Span]) -> None:
        grid = np.array(spans, dtype=np.int64).reshape(-1, 3)
        self.kind, self.begin, self.end = grid.T
        self.paragraph = np.array(words.paragraph, dtype=np.int64)[self.begin]
        self.sentence = np.cumsum(words.opens_sentence)[self.begin]
        self.quoted = np.array(words.mark, dtype=np.int64)[self.begin] != OUTSIDE
        self.opens = np.array(words.opens_sentence, dtype=bool)[self.begin]
        order = np.arange(len(grid))
        self.order = order
        self.count = np.stack([np.cumsum(self.kind == kind) for kind in range(3)])

    def between(self, a: Integers, b: Integers, kind: int) -> Integers:
        """Spans of the kind strictly between two spans, by order."""
        low, high = np.minimum(a, b), np.maximum(a, b)
        inner = self.count[kind][np.maximum(high - 1, 0)] - self.count[kind][low]
        return np.asarray(np.maximum(inner, 0), dtype=np.int64)


def _bands(apart: Integers) -> Integers:
    """Distances in words to the bands the network scores: exact up to four, then doubling."""
    size = np.abs(apart)
    far = 4 + np.floor(np.log2(np.maximum(size, 5) / 4.0)).astype(np.int64)
    band = np.minimum(np.where(size <= 4, size, far), 11)
    return np.asarray(np.where(apart < 0, band, band + 12), dtype=np.int64)
