"""Learns how spans are linked, from the documents' own spans and from those the network finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from briefing.analyse.attribution.linking import (
    ENDS,
    NOBODY_FEATURES,
    PAIR_FEATURES,
    RELATIONS,
    Linker,
    Span,
    Vectors,
    features,
)
from training.corpus import KINDS, Example, words_within

Floats = NDArray[np.float32]
FAR = -1e9
SKIP = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document with spans to link and what the network says of its words."""

    example: Example
    spans: tuple[Span, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One choice: the answers' features and reach, nobody's features, the right column."""

    pair: Floats
    near: NDArray[np.bool_]
    nobody: Floats
    right: int


def learn(documents: Sequence[Read], distance: Floats, weight_decay: float = 1e-3) -> Linker:
    """Fit the three choices as conditional logits."""
    pair, nobody = [], []
    for relation in range(RELATIONS):
        asked = [q for document in documents for q in questions(document, distance, relation)]
        a, b = _fit(asked, weight_decay)
        pair.append(a)
        nobody.append(b)
    return Linker(distance=distance, pair=np.stack(pair), nobody=np.stack(nobody))


def questions(document: Read, distance: Floats, relation: int) -> list[Question]:
    """The choices of one document whose right answer is to be seen among its spans."""
    words, spans = document.example.words, document.spans
    if not any(span[0] == ENDS[relation][0] for span in spans):
        return []
    pair, nobody, near = features(words, spans, document.vectors, distance, relation)
    right = answers(document.example, spans, relation)
    return [
        Question(pair=pair[row], near=near[row], nobody=nobody[row], right=column)
        for row, column in enumerate(right)
        if column == pair.shape[1] or (column != SKIP and near[row, column])
    ]


def answers(example: Example, spans: Sequence[Span], relation: int) -> list[int]:
    """For each asking span the column of the right answer, the number of columns for nobody."""
    one, other = ENDS[relation]
    gold = [[words_within(example.words, parts[kind]) for kind in KINDS] for parts in example.gold]
    columns = [set(range(b, e)) for kind, b, e in spans if kind == other]
    out = []
    for kind, begin, end in spans:
        if kind != one:
            continue
        mine = set(range(begin, end))
        shared = [len(mine & parts[one]) for parts in gold]
        best = int(np.argmax(shared)) if shared else 0
        if not shared or 3 * shared[best] < len(mine):
            out.append(SKIP)
            continue
        wanted = gold[best][other]
        hits = [len(wanted & column) for column in columns]
        if not wanted:
            out.append(len(columns))
        else:
            out.append(int(np.argmax(hits)) if any(hits) else SKIP)
    return out


def _fit(asked: Sequence[Question], weight_decay: float) -> tuple[Floats, Floats]:
    pair, near, nobody, right = _tensors(asked)
    w = torch.zeros(PAIR_FEATURES, requires_grad=True)
    v = torch.zeros(NOBODY_FEATURES, requires_grad=True)
    with torch.no_grad():
        w[0], v[0] = 1.0, 1.0
    optimiser = torch.optim.LBFGS([w, v], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        scores = (pair @ w).masked_fill(~near, FAR)
        joined = torch.cat([scores, (nobody @ v)[:, None]], 1)
        loss = functional.cross_entropy(joined, right) + weight_decay * (w @ w + v @ v)
        loss.backward()
        return loss

    optimiser.step(closure)
    return w.detach().numpy(), v.detach().numpy()


def _tensors(asked: Sequence[Question]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Choices padded to the most answers, nobody's column moved to the end."""
    most = max(len(question.pair) for question in asked)
    pair = np.zeros((len(asked), most, PAIR_FEATURES), np.float32)
    near = np.zeros((len(asked), most), bool)
    for at, question in enumerate(asked):
        pair[at, : len(question.pair)] = question.pair
        near[at, : len(question.near)] = question.near
    right = [most if q.right == len(q.pair) else q.right for q in asked]
    nobody = np.stack([question.nobody for question in asked])
    arrays = (torch.from_numpy(x) for x in (pair, near, nobody))
    return (*arrays, torch.tensor(right))
