"""The trained network as one small ONNX file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx

from briefing.analyse.attribution.rows import CHUNK_PIECES
from training.graph import OWN, REDUCED, Array, Graph, quantise
from training.network import FEATURE_WIDTHS, FORBIDDEN, HIDDEN

Weights = Mapping[str, Array]
GRID = ["rows", "width"]
HEADS = 12


def export(weights: Weights, path: Path) -> None:
    """Write the graph of these weights (a state of `Network` as arrays)."""
    graph = Graph()
    x = _embed(graph, weights)
    mask = _mask(graph)
    layer = 0
    while f"layers.{layer}.up.weight" in weights:
        x = _layer(graph, weights, f"layers.{layer}.", x, mask)
        layer += 1
    hidden = _recur(graph, weights, _join(graph, weights, x))
    flat = graph.node("MatMul", hidden, graph.half(weights["readout.weight"].T))
    out = graph.node("Add", flat, graph.weight(weights["readout.bias"]))
    names = ("piece", "part", "position", "shape", "mark", "place")
    inputs = dict.fromkeys(names, GRID) | {"first": ["words"]}
    onnx.save(graph.model(inputs, out, len(weights["readout.bias"])), path)


def _embed(graph: Graph, weights: Weights) -> str:
    x = graph.lookup("piece", weights["word.weight"])
    positions = graph.half(weights["position.weight"][: CHUNK_PIECES + 2])
    x = graph.node("Add", x, graph.node("Gather", positions, "position"))
    for key in FEATURE_WIDTHS:
        table = graph.half(weights[f"given.{key}.weight"])
        x = graph.node("Add", x, graph.node("Gather", table, key))
    return _norm(graph, weights, "norm.", x)


def _norm(graph: Graph, weights: Weights, prefix: str, x: str) -> str:
    parts = [graph.weight(weights[f"{prefix}{end}"]) for end in ("weight", "bias")]
    return graph.node("LayerNormalization", x, *parts, epsilon=1e-12)


def _mask(graph: Graph) -> str:
    """Nothing within a chunk, a forbidding number between chunks."""
    one = graph.node("Unsqueeze", "part", graph.weight(np.array([1, 3])))
    other = graph.node("Unsqueeze", "part", graph.weight(np.array([1, 2])))
    values = [graph.weight(np.array(value, np.float32)) for value in (0.0, FORBIDDEN)]
    return graph.node("Where", graph.node("Equal", one, other), *values)


def _layer(graph: Graph, weights: Weights, prefix: str, x: str, mask: str) -> str:
    def linear(name: str, given: str) -> str:
        key = f"{prefix}{name}."
        return graph.linear(given, weights[f"{key}weight"], weights[f"{key}bias"])

    width = len(weights[f"{prefix}norm1.weight"])
    joined = linear("qkv", x)
    q, k, v = (_heads(graph, joined, width, at) for at in range(3))
    logits = graph.node("Mul", q, graph.weight(np.array((width // HEADS) ** -0.5, np.float32)))
    logits = graph.node("MatMul", logits, graph.node("Transpose", k, perm=[0, 1, 3, 2]))
    seen = graph.node("MatMul", graph.node("Softmax", graph.node("Add", logits, mask), axis=-1), v)
    seen = graph.node("Transpose", seen, perm=[0, 2, 1, 3])
    seen = graph.node("Reshape", seen, graph.weight(np.array([0, 0, width])))
    x = _skip(graph, weights, f"{prefix}norm1.", x, linear("out", seen))
    inner = graph.node("Gelu", linear("up", x), domain=OWN)
    return _skip(graph, weights, f"{prefix}norm2.", x, linear("down", inner))


def _heads(graph: Graph, joined: str, width: int, at: int) -> str:
    bounds = [graph.weight(np.array([end])) for end in (at * width, (at + 1) * width, 2)]
    part = graph.node("Slice", joined, *bounds)
    split = graph.node("Reshape", part, graph.weight(np.array([0, 0, HEADS, width // HEADS])))
    return graph.node("Transpose", split, perm=[0, 2, 1, 3])


def _skip(graph: Graph, weights: Weights, prefix: str, x: str, y: str) -> str:
    return _norm(graph, weights, prefix, graph.node("Add", x, y))


def _join(graph: Graph, weights: Weights, x: str) -> str:
    """Each word's first piece with its features beside it, as a sequence of one."""
    flat = graph.node("Reshape", x, graph.weight(np.array([-1, weights["norm.weight"].size])))
    parts = [graph.node("Gather", flat, "first")]
    for key in FEATURE_WIDTHS:
        index = graph.node("Gather", graph.node("Reshape", key, graph.weight(np.array([-1]))), "first")
        parts.append(graph.node("Gather", graph.half(weights[f"beside.{key}.weight"]), index))
    joined = graph.node("Concat", *parts, axis=-1)
    return graph.node("Unsqueeze", joined, graph.weight(np.array([1])))


def _recur(graph: Graph, weights: Weights, x: str) -> str:
    def both(name: str) -> Array:
        return np.stack([_gates(weights[f"{way}.{name}_l0"]) for way in ("forth", "back")])

    given, given_scale = quantise(both("weight_ih").transpose(0, 2, 1), axis=1, largest=REDUCED)
    kept, kept_scale = quantise(both("weight_hh").transpose(0, 2, 1), axis=1, largest=REDUCED)
    bias = np.concatenate([both("bias_ih"), both("bias_hh")], axis=-1)
    zero = graph.weight(np.zeros(given_scale[:, 0].shape, np.int8))
    scales = [graph.weight(scale[:, 0]) for scale in (given_scale, kept_scale)]
    parts = [graph.weight(array) for array in (given, kept, bias)]
    parts += [*[""] * 4, scales[0], zero, scales[1], zero]
    out = graph.node("DynamicQuantizeLSTM", x, *parts, domain=OWN, hidden_size=HIDDEN, direction="bidirectional")
    return graph.node("Reshape", out, graph.weight(np.array([-1, 2 * HIDDEN])))


def _gates(weight: Array) -> Array:
    """PyTorch orders the gates i f g o, ONNX i o f c."""
    i, f, g, o = np.split(weight, 4)
    return np.concatenate([i, o, f, g])
