"""From a trained network to the files that ship, and their figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from briefing.analyse.attribution.decode import spans_of
from briefing.analyse.attribution.engine import attributions_of
from briefing.analyse.attribution.linking import NOBODY_FEATURES, PAIR_FEATURES, RELATIONS, Linker
from briefing.analyse.attribution.model import Model, load_model, read_tags
from training.corpus import Example
from training.export import export
from training.linker import Read, learn
from training.measure import Figures, figures
from training.network import legal
from training.vocabulary import shrink


def ship(
    state: dict[str, Tensor],
    base: Path,
    train: Sequence[Example],
    dev: Sequence[Example],
    out: Path,
    threads: int = 2,
) -> Figures:
    """Write attribution.onnx, tokenizer.json and linker.json; the figures on dev as they ship."""
    out.mkdir(parents=True, exist_ok=True)
    kept = shrink(base / "tokenizer.json", out / "tokenizer.json")
    state = state | {"word.weight": state["word.weight"][kept]}
    weights = {key: value.numpy() for key, value in state.items()}
    export(weights, out / "attribution.onnx")
    neutral = _neutral(weights["distance"])
    _write_linker(weights, neutral, out / "linker.json")
    model = load_model(out, threads)
    _write_linker(weights, learn(_reads(model, train), neutral.distance), out / "linker.json")
    return measure_model(load_model(out, threads), dev)


def measure_model(model: Model, examples: Sequence[Example]) -> Figures:
    """Figures of what the engine gives for the examples' paragraphs."""
    return figures(examples, [attributions_of(example.words, model) for example in examples])


def average(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of some checkpoints' weights."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    return {key: torch.stack([state[key] for state in states]).mean(0) for key in states[0]}


def _reads(model: Model, examples: Sequence[Example]) -> list[Read]:
    """Each document twice: with its own spans and with those the model finds."""
    out = []
    for example in examples:
        tags, vectors = read_tags(model, example.words)
        for spans in (spans_of(example.tags), spans_of(tags)):
            out.append(Read(example=example, spans=tuple(spans), vectors=vectors))
    return out


def _neutral(distance: np.ndarray) -> Linker:
    """The network's own scores and nothing else."""
    pair = np.zeros((RELATIONS, PAIR_FEATURES), np.float32)
    nobody = np.zeros((RELATIONS, NOBODY_FEATURES), np.float32)
    pair[:, 0] = nobody[:, 0] = 1
    return Linker(distance=distance, pair=pair, nobody=nobody)


def _write_linker(weights: dict[str, np.ndarray], linker: Linker, path: Path) -> None:
    """The tag chain and the linker as rounded numbers."""
    tables = {
        **_chain(weights),
        "distance": linker.distance,
        "pair": linker.pair,
        "nobody": linker.nobody,
    }
    rounded = {key: np.round(table.astype(float), 4).tolist() for key, table in tables.items()}
    path.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def _chain(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    inside, across = (part.numpy() for part in legal())
    return {"inside": weights["inside"] + inside, "across": weights["across"] + across}
