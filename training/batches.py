"""Examples to batches of tensors: segments cut anew each epoch, wide ones kept among themselves."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from briefing.analyse.attribution.rows import (
    Pieces,
    Rows,
    Speller,
    chunks,
    pack,
    pieces_of,
    segments,
    slots_of,
    speller,
)
from training.corpus import NOBODY, Example

LONGEST = 512
"""Pieces in a training segment, at most."""

NARROW = 128
"""Wider segments are batched among themselves, so that few rows are padded."""

GRIDS = ("piece", "part", "position", "shape", "mark", "place")
Segment = tuple[int, int, int]
"""Number of the example, first word, word after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Examples with the pieces of their words."""

    examples: Sequence[Example]
    pieces: Sequence[Pieces]
    spell: Speller
    straight: dict[int, int]
    """Numbers of curly marks and of the straight ones that stand for them in poor typography."""


def material(examples: Sequence[Example], tokenizer: Tokenizer) -> Material:
    """Spell all words once."""
    spell = speller(tokenizer)
    number = tokenizer.get_vocab()
    return Material(
        examples=examples,
        pieces=[pieces_of(spell, example.words.texts) for example in examples],
        spell=spell,
        straight={number[a]: number[b] for a, b in zip("“”‘’", "\"\"''", strict=True)},
    )


def fixed_segments(data: Material) -> list[Segment]:
    """Every document cut as the engine cuts it."""
    return [
        (number, begin, end)
        for number, example in enumerate(data.examples)
        for begin, end in segments(example.words, data.pieces[number])
    ]


def epoch_batches(data: Material, pieces: int, rng: random.Random) -> Iterator[dict[str, Tensor]]:
    """All documents once, cut at other places each time, in a new order."""
    pools: dict[bool, list[tuple[Rows, Segment]]] = {False: [], True: []}
    for number in range(len(data.examples)):
        for segment in _cut(data, number, rng.randint(64, LONGEST)):
            rows = _rows(data, segment)
            pools[rows.piece.shape[1] > NARROW].append((rows, segment))
    batches: list[list[tuple[Rows, Segment]]] = []
    for pool in pools.values():
        rng.shuffle(pool)
        batches += _fill(pool, pieces)
    rng.shuffle(batches)
    for batch in batches:
        yield straighten(collate(data, batch), data.straight, rng)


def collated(data: Material, batch: Sequence[Segment]) -> dict[str, Tensor]:
    """The tensors of some segments."""
    return collate(data, [(_rows(data, segment), segment) for segment in batch])


def _rows(data: Material, segment: Segment) -> Rows:
    number, begin, end = segment
    return pack(data.examples[number].words, data.pieces[number], begin, end, data.spell)


def _cut(data: Material, number: int, first_limit: int) -> list[Segment]:
    words, pieces = data.examples[number].words, data.pieces[number]
    out: list[Segment] = []
    size, limit = 0, first_limit
    for begin, end in chunks(words, pieces, 0, len(words.texts)):
        length = 2 + sum(len(p) for p in pieces[begin:end])
        if out and size + length <= limit:
            out[-1] = (number, out[-1][1], end)
            size += length
        else:
            limit = LONGEST if out else first_limit
            out.append((number, begin, end))
            size = length
    return out


def _fill(pool: list[tuple[Rows, Segment]], pieces: int) -> list[list[tuple[Rows, Segment]]]:
    out: list[list[tuple[Rows, Segment]]] = []
    size = pieces
    for rows, segment in pool:
        if size >= pieces:
            out.append([])
            size = 0
        out[-1].append((rows, segment))
        size += int((rows.part > 0).sum())
    return out


def collate(data: Material, batch: list[tuple[Rows, Segment]]) -> dict[str, Tensor]:
    """Chunks of all segments packed anew into common rows, words padded to the longest segment."""
    grid, starts = _repack([rows for rows, _ in batch])
    steps = max(len(rows.first) for rows, _ in batch)
    first = np.zeros((len(batch), steps), np.int64)
    boundary, tags = np.zeros_like(first), np.zeros_like(first)
    arcs: list[tuple[int, int, int, int]] = []
    for at, (rows, segment) in enumerate(batch):
        count = len(rows.first)
        first[at, :count] = (starts[at] + rows.position.ravel())[rows.first]
        boundary[at, :count] = rows.boundary
        tags[at, :count] = segment_tags(data.examples[segment[0]], segment)
        arcs += [(at, *arc) for arc in _arcs_within(data.examples[segment[0]], segment)]
    out = {key: torch.from_numpy(array) for key, array in grid.items()}
    out |= {"first": torch.from_numpy(first), "boundary": torch.from_numpy(boundary)}
    out |= {"tags": torch.from_numpy(tags), "arcs": torch.tensor(arcs, dtype=torch.long)}
    out["length"] = torch.tensor([len(rows.first) for rows, _ in batch])
    return out


def _repack(batch: list[Rows]) -> tuple[dict[str, NDArray[np.int64]], list[NDArray[np.int64]]]:
    """The grids, and for every old place of each segment where its chunk begins now."""
    width = max(rows.piece.shape[1] for rows in batch)
    found: list[tuple[int, int, NDArray[np.intp]]] = []
    for at, rows in enumerate(batch):
        part = rows.part.ravel()
        found += [(at, n, np.flatnonzero(part == n)) for n in range(1, part.max() + 1)]
    found.sort(key=lambda chunk: (-len(chunk[2]), chunk[:2]))
    slots, _, height = slots_of([len(places) for _, _, places in found], width)
    grid = {key: np.zeros(height * width, np.int64) for key in GRIDS}
    starts = [np.zeros(rows.part.size, np.int64) for rows in batch]
    for number, ((at, _, places), slot) in enumerate(zip(found, slots, strict=True), start=1):
        for key in GRIDS:
            grid[key][slot : slot + len(places)] = getattr(batch[at], key).ravel()[places]
        grid["part"][slot : slot + len(places)] = number
        starts[at][places] = slot
    return {key: array.reshape(height, width) for key, array in grid.items()}, starts


def segment_tags(example: Example, segment: Segment) -> list[int]:
    """The tags, a span cut by the segment's beginning made to begin there."""
    tags = list(example.tags[segment[1] : segment[2]])
    if tags[0] and tags[0] % 2 == 0:
        tags[0] -= 1
    return tags


def _arcs_within(example: Example, segment: Segment) -> list[tuple[int, int, int]]:
    _, begin, end = segment
    return [
        (relation, one - begin, other if other == NOBODY else other - begin)
        for relation, one, other in example.arcs
        if begin <= one < end and (other == NOBODY or begin <= other < end)
    ]


def straighten(batch: dict[str, Tensor], straight: dict[int, int], rng: random.Random) -> dict[str, Tensor]:
    """One batch in eight with typewriter marks, so that poor typography is known too."""
    if rng.random() < 0.125:
        piece = batch["piece"]
        for curly, plain in straight.items():
            piece[piece == curly] = plain
    return batch
